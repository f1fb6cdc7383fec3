"""What is said of a book of another round, and what a refused one among good ones changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hostile.score_definitions import with_definition, with_key
from tests.workbench.merging.forging import execute
from tests.workbench.rounds.small_round import Bench, merged
from workbench.sentences import sentence_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_forged_title_of_another_round_cannot_fill_the_screen(
    book: Path, scored_bench: Bench, tmp_path: Path
) -> None:
    with_definition(book, with_key("rules", "title", "\u202e제목\n" * 10_000))
    execute(book, "UPDATE document SET value = '00' WHERE key = 'round'")
    bench = scored_bench.copied_to(tmp_path / "round")
    (row,) = merged(bench.round, book).files
    assert row.error.key == "other_round"
    sentence = sentence_of(row.error, "ko")
    assert len(sentence) < 400
    assert "\u202e" not in sentence


def test_a_refused_book_among_good_ones_changes_nothing_of_the_round(
    book: Path, scored_bench: Bench, tmp_path: Path
) -> None:
    bench = scored_bench.copied_to(tmp_path / "round")
    before = bench.round.read_bytes()
    execute(book, "UPDATE revision SET value = '40' WHERE field = 'score'")
    report = merged(bench.round, book, book)
    assert [row.status for row in report.files] == ["refused", "refused"]
    assert not report.applied
    assert report.exit_code == 3
    report = merged(bench.round, book, bench.books["E1"], all_or_nothing=True)
    assert [row.status for row in report.files] == ["refused", "merged"]
    assert not report.applied
    assert bench.round.read_bytes() == before
    report = merged(bench.round, book, bench.books["E1"])
    assert report.applied
    assert report.exit_code == 3
