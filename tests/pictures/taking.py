"""A picture of the window as a person sees it, once nothing in it moves any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from tests.own_window import idle

if TYPE_CHECKING:
    from pathlib import Path

TURNS = 50
QUIET = 3
LEAST_COLOURS = 24
SAMPLE = 320


class Unsettled(Exception):
    """The window looks different every time, or like nothing at all."""


def settled_picture(window: QWidget) -> QImage:
    """The window with everything that lies over it, when ``QUIET`` pictures in a row are the same.

    Two may be the same while a layout still hands its size on, from one level to the next.
    """
    before, same = QImage(), 0
    for _ in range(TURNS):
        idle()
        now = _seen(window)
        same = same + 1 if now == before else 1
        if same == QUIET:
            return now
        before = now
    raise Unsettled("the window does not come to rest")


def _seen(window: QWidget) -> QImage:
    image = window.grab().toImage()
    painter = QPainter(image)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            place = other.mapToGlobal(other.rect().topLeft()) - window.mapToGlobal(
                window.rect().topLeft()
            )
            painter.drawPixmap(place, other.grab())
    painter.end()
    return image


def require_content(image: QImage) -> None:
    """Refuse a picture on which nothing can be seen."""
    small = image.scaledToWidth(SAMPLE)
    colours = {small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}
    if len(colours) < LEAST_COLOURS:
        raise Unsettled(f"the picture is blank: {len(colours)} colours")


def save(image: QImage, target: Path) -> None:
    if not image.save(str(target), "PNG"):
        raise OSError(f"{target} could not be written")
