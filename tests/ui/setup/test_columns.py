"""Columns of a sheet in the words of the window: what is shown can be typed."""

from __future__ import annotations

import pytest

from ui.setup.columns import columns_for, sheet_word
from workbench.definition.layout import LAYOUTS

SHEETS = [layout.sheet for layout in LAYOUTS if layout.sheet != "round"]


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_fixed_value_is_understood_by_its_word(dressed, speak, sheet, language) -> None:
    speak(language)
    for column in columns_for(sheet):
        assert len(set(column.choices.values())) == len(column.choices)
        for stored in column.choices:
            assert column.meant(column.shown(stored)) == stored
            assert column.meant(stored.upper()) == stored
        assert column.meant("anything else") == "anything else"


def test_a_table_has_the_columns_of_its_sheet_in_their_order(dressed) -> None:
    names = [column.name for column in columns_for("levels", "indicator")]
    assert names == ["label", "percent", "description"]
    assert sheet_word("nobody knows") == "nobody knows"
