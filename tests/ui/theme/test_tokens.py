from __future__ import annotations

import pytest

from ui.theme.sheet import style_sheet
from ui.theme.tokens import DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, Tokens

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])


def luminance(color: str) -> float:
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(scheme: Tokens, one: str, other: str) -> float:
    bright, dark = sorted(
        (luminance(getattr(scheme, one)), luminance(getattr(scheme, other))), reverse=True
    )
    return (bright + 0.05) / (dark + 0.05)


@SCHEMES
def test_every_text_can_be_read_on_every_ground_it_stands_on(scheme: Tokens) -> None:
    weak = {pair: contrast(scheme, *pair) for pair in TEXT_PAIRS}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@SCHEMES
def test_every_shape_stands_out_from_its_ground(scheme: Tokens) -> None:
    weak = {pair: contrast(scheme, *pair) for pair in SHAPE_PAIRS}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3.0} == {}


@SCHEMES
def test_tokens_are_colors_written_out(scheme: Tokens) -> None:
    assert all(len(value) == 7 and value[0] == "#" for value in scheme)


@SCHEMES
def test_the_sheet_leaves_text_of_bare_widgets_to_the_palette(scheme: Tokens) -> None:
    sheet = style_sheet(scheme)
    selectors = [rule.split("{")[0].strip() for rule in sheet.split("}")]
    assert not {"QWidget", "QLabel", "*"} & {
        name.strip() for selector in selectors for name in selector.split(",")
    }
    assert "$" not in sheet
