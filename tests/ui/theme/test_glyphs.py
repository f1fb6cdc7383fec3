from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPicture

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


def strokes_of(glyph: Glyph, box: QRectF) -> QPicture:
    """A glyph as the strokes it is made of: nothing of it is kept as dots."""
    picture = QPicture()
    painter = QPainter(picture)
    paint_glyph(painter, glyph, box, LIGHT)
    painter.end()
    return picture


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("glyph", list(Glyph))
def test_a_kept_glyph_looks_as_its_strokes_do(dressed, glyph: Glyph, ratio: float) -> None:
    box = QRectF(5, 4.5, 16, 16)
    strokes = strokes_of(glyph, box)
    images = []
    for is_kept in (True, False):
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(LIGHT.surface))
        painter = QPainter(image)
        painter.translate(2, 1)
        if is_kept:
            paint_glyph(painter, glyph, box, LIGHT)
        else:
            painter.drawPicture(0, 0, strokes)
        painter.end()
        images.append(image.convertToFormat(QImage.Format.Format_Grayscale8))
    kept, drawn = images
    unlike = [
        abs(kept.pixelColor(x, y).lightness() - drawn.pixelColor(x, y).lightness())
        for x in range(40)
        for y in range(40)
    ]
    assert max(unlike) <= 8


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
