"""One column in the middle of a page, never wider than it can be read."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.tokens import PAGE_COLUMN, PAGE_MARGIN


def centred(inside: QWidget) -> QWidget:
    """Return a page with ``inside`` as its column."""
    inside.setMaximumWidth(PAGE_COLUMN)
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
    row.addStretch(1)
    row.addWidget(inside, 1000)
    row.addStretch(1)
    return page
