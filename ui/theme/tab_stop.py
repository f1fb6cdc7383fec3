"""Where the Tab key stops, and in which order."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def stop_at_checked(buttons: Iterable[QAbstractButton]) -> None:
    """Let Tab come to the checked one of ``buttons``; arrows lead from it to the others.

    Qt does so itself once one of them has had the keyboard, but not when one is checked.
    """
    for one in buttons:
        is_stop = one.isChecked()
        one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)


def order_tabs(*stops: QWidget) -> None:
    """Let Tab go from each of ``stops`` to the one behind it."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
