"""Buttons of which one is checked are one stop for the Tab key."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton


def stop_at_checked(buttons: Iterable[QAbstractButton]) -> None:
    """Let Tab come to the checked one of ``buttons``; arrows lead from it to the others.

    Qt does so itself once one of them has had the keyboard, but not when one is checked.
    """
    for one in buttons:
        is_stop = one.isChecked()
        one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
