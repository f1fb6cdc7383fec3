"""All 29 × 16 marks of the sample, typed by real keys alone into fresh books, and counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.journeys.scoring_by_key import Hand, fresh_books, marks_in
from tests.own_window import OwnWindow
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


BEYOND_DIGITS = 2


def test_every_mark_takes_its_digits_and_two_keys_at_most(
    qapp, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    pressed: Counter[tuple[int, str]] = Counter()
    digits: Counter[tuple[int, str]] = Counter()
    books = fresh_books(tmp_path)
    with OwnWindow() as own:
        for path, wanted in books.values():
            hand = Hand(own.open(path), wanted)
            for _ in wanted:
                number, code, _ = hand.here()
                digits[number, code] += len(hand.keys_here())
                pressed[number, code] += hand.enter()
            own.require_sound()
    for path, wanted in books.values():
        with open_book(path) as book:
            assert marks_in(book) == wanted
    assert len(pressed) == 29 * 16
    keys, figures = pressed.total(), digits.total()
    beyond = max(pressed[mark] - digits[mark] for mark in pressed)
    said = f"{keys} keys for {len(pressed)} marks of {figures} digits, {beyond} beyond at most"
    record_property("measured", said)
    assert beyond <= BEYOND_DIGITS, said
