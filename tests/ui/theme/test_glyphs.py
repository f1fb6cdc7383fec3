from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.theme.glyphs import Glyph, GlyphMark, glyph_word, paint_glyph
from ui.theme.icons import icon
from ui.theme.scheme import Scheme, apply_theme
from ui.theme.tokens import DARK, LIGHT, Tokens


def painted(glyph: Glyph, scheme: Tokens) -> QImage:
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(QColor(scheme.surface))
    painter = QPainter(image)
    paint_glyph(painter, glyph, QRectF(0, 0, 32, 32), scheme)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def difference(one: QImage, other: QImage) -> int:
    """Pixels that a person sees as different, colour left out."""
    pairs = ((x, y) for x in range(32) for y in range(32))
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 60
        for x, y in pairs
    )


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_states_differ_by_shape_alone(dressed, scheme: Tokens) -> None:
    images = {glyph: painted(glyph, scheme) for glyph in Glyph}
    alike = [
        (one, other)
        for one, other in combinations(Glyph, 2)
        if difference(images[one], images[other]) < 40
    ]
    assert alike == []


def test_every_state_has_a_word_of_its_own(dressed) -> None:
    assert len({glyph_word(glyph) for glyph in Glyph}) == len(Glyph)


def test_a_mark_says_its_word(dressed, qtbot) -> None:
    mark = GlyphMark(Glyph.CONFLICT)
    qtbot.addWidget(mark)
    assert mark.accessibleName() == mark.toolTip() == "충돌"


def test_an_icon_follows_the_scheme(dressed) -> None:
    plus = icon("plus", "accent")
    colors = []
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        apply_theme(dressed, scheme)
        colors.append(plus.pixmap(16, 16).toImage().pixelColor(8, 8).name().upper())
    apply_theme(dressed, Scheme.LIGHT)
    assert colors == [LIGHT.accent, DARK.accent]
