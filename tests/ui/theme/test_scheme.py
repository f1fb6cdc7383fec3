from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.theme.fonts import FAMILIES, font
from ui.theme.parts import Words, button, restyle
from ui.theme.scheme import Scheme, SchemeFollower, apply_theme, palette_of, tokens
from ui.theme.tokens import DARK, LIGHT


def test_both_schemes_dress_the_same_application(dressed, window, follower) -> None:
    follower.choose(Scheme.DARK)
    assert tokens() is DARK
    assert dressed.palette().color(QPalette.ColorRole.Window) == QColor(DARK.bg)
    assert DARK.accent in window.styleSheet()
    follower.choose(Scheme.LIGHT)
    assert tokens() is LIGHT
    assert DARK.accent not in window.styleSheet()


def test_a_part_that_comes_to_its_place_is_dressed_once_and_not_at_every_step(alone) -> None:
    """Were the sheet worn by the application, all that a part holds would be told each time."""
    told = []

    class Part(QWidget):
        def changeEvent(self, event: QEvent) -> None:
            if event.type() is QEvent.Type.StyleChange:
                told.append(event)
            super().changeEvent(event)

    place = QWidget()
    alone(place)
    part, inner, outer = Part(), QWidget(), QWidget()
    for within, holder in ((part, inner), (inner, outer), (outer, place)):
        QVBoxLayout(holder).addWidget(within)
    assert len(told) == 1


def test_a_desktop_that_says_nothing_is_light(dressed) -> None:
    apply_theme(dressed, Scheme.SYSTEM)
    assert tokens() is LIGHT


def test_the_follower_dresses_again_only_where_the_desktop_decides(dressed) -> None:
    follower = SchemeFollower(dressed, Scheme.DARK)
    dressed.styleHints().colorSchemeChanged.emit(dressed.styleHints().colorScheme())
    assert tokens() is DARK
    follower.choose(Scheme.SYSTEM)
    assert tokens() is LIGHT
    follower.deleteLater()


def test_disabled_text_is_as_strong_as_a_caption() -> None:
    for scheme in (LIGHT, DARK):
        palette = palette_of(scheme)
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            weak = palette.color(QPalette.ColorGroup.Disabled, role)
            assert weak == QColor(scheme.text3)


def test_numbers_have_figures_of_one_width(dressed) -> None:
    assert font().families() == list(FAMILIES)
    assert font(10, digits=True).isFeatureSet(QFont.Tag("tnum"))
    assert not font(10).isFeatureSet(QFont.Tag("tnum"))


def test_words_follow_the_scheme(alone, follower) -> None:
    place = QWidget()
    words = Words(role="danger", parent=place)
    alone(place)
    place.show()
    words.setText("x")
    assert words.palette().color(words.foregroundRole()) == QColor(LIGHT.danger)
    follower.choose(Scheme.DARK)
    assert words.palette().color(words.foregroundRole()) == QColor(DARK.danger)
    follower.choose(Scheme.LIGHT)


def test_the_ring_takes_no_room(alone) -> None:
    """Focus, error and rest have the same outer size: nothing jumps."""
    field = QLineEdit()
    field.setProperty("kind", "cell")
    plain = button()
    alone(field, plain)
    field.ensurePolished()
    before = field.sizeHint()
    restyle(field, "error", "true")
    assert field.sizeHint() == before
    assert before.height() == 26
    assert plain.sizeHint().height() == 30
