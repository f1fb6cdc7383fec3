"""Taking a survey: one step, all or nothing, a basis beside the figures, and the way onwards."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from models.schema import DocumentKind
from models.store import open_store
from tests.workbench.rounds.small_round import (
    WHOLE,
    Bench,
    derived_state,
    merged,
    results_of,
    revisions_in,
    typed_into,
)
from tests.workbench.surveys.raw_survey import PERSONAL, as_xlsx, drawn
from workbench.checking import check_file
from workbench.errors import InputError, StoreError
from workbench.ledger.entries import history
from workbench.results.findings import one_value
from workbench.rounds.desk import open_round
from workbench.rounds.handing_out import hand_out
from workbench.scoring.book import Book, open_book
from workbench.sentences import LANGUAGES, sentence_of
from workbench.surveys.basis import basis_in, basis_of
from workbench.surveys.previewing import preview_table
from workbench.surveys.remembering import mapping_for, remembered
from workbench.surveys.table_reading import read_survey
from workbench.surveys.taking import take_survey

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from workbench.surveys.preview import SurveyPreview


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return as_xlsx(
        tmp_path_factory.mktemp("raw") / "원자료.xlsx", drawn([1, 2, 5], 40, odd=5).table
    )


def previewed(book: Book, raw: Path, allowed: Sequence[str] = ()) -> SurveyPreview:
    table = read_survey(raw, book.definition.services, allowed=allowed)
    return preview_table(book, table, mapping_for(table))


def figures(book: Book, bench: Bench, number: int) -> dict[str, str | None]:
    fields = ("survey_n", "survey_mean", "survey_min", "survey_max")
    return {field: one_value(book.heads, bench.cell("E1", number, "S1", field)) for field in fields}


def test_figures_and_basis_are_stored_as_one_step(bench: Bench, raw: Path) -> None:
    with open_book(bench.books["E1"]) as book:
        preview = previewed(book, raw)
        assert book.last_step is None  # looking stores nothing
        assert take_survey(book, preview) == 15
        for row in preview.services:
            stored = figures(book, bench, row.service.number)
            basis = basis_in(book.heads, book.owner.uid, row.service.uid, row.indicator)
            assert basis == row.basis
            assert basis.is_of(stored)
            assert basis.recomputed() == basis.mean
        assert len(book.last_step.changes) == 15
        book.undo()
        assert set(figures(book, bench, 1).values()) == {None}
        book.redo()
        assert figures(book, bench, 1)["survey_n"] == str(preview.services[0].basis.n)


def test_the_same_file_again_stores_nothing(bench: Bench, raw: Path) -> None:
    with open_book(bench.books["E1"]) as book:
        take_survey(book, previewed(book, raw))
        again = previewed(book, raw)
        assert again.changed == 0
        assert take_survey(book, again) == 0


def test_the_mapping_is_remembered(bench: Bench, raw: Path) -> None:
    with open_book(bench.books["E1"]) as book:
        preview = previewed(book, raw)
        assert remembered(preview.table) is None
        take_survey(book, preview)
        assert remembered(preview.table) == preview.mapping


def test_a_sealed_book_is_no_longer_sealed(bench: Bench, raw: Path) -> None:
    with open_book(bench.books["E1"]) as book:
        book.seal()
        assert book.receipt()
        take_survey(book, previewed(book, raw))
        assert book.receipt() is None


def test_no_person_is_in_the_bytes(bench: Bench, raw: Path) -> None:
    table = drawn([1, 2, 5], 40, odd=5).table
    with open_book(bench.books["E1"]) as book:
        take_survey(book, previewed(book, raw))
    content = bench.books["E1"].read_bytes()
    for name in PERSONAL:
        at = table[0].index(name)
        for row in table[1:]:
            assert str(row[at]).encode() not in content


def test_a_disk_that_refuses_keeps_nothing(bench: Bench, raw: Path) -> None:
    with open_book(bench.books["E1"], read_only=True) as book:
        preview = previewed(book, raw)
        with pytest.raises(StoreError):
            take_survey(book, preview)
    assert not revisions_in(bench.books["E1"])


def test_a_basis_too_long_for_its_cell_keeps_nothing(bench: Bench, raw: Path) -> None:
    with open_book(bench.books["E1"]) as book:
        preview = previewed(book, raw)
        last = preview.services[-1]
        long = replace(last, figures=(*last.figures[:-1], ("survey_basis", "x" * 100_001)))
        with pytest.raises(InputError, match="text_too_long"):
            take_survey(book, replace(preview, services=(*preview.services[:-1], long)))
        assert set(figures(book, bench, 1).values()) == {None}


def test_the_merge_brings_figures_and_basis_and_check_finds_nothing(
    bench: Bench, raw: Path
) -> None:
    for code in ("E1", "E2"):
        with open_book(bench.books[code]) as book:
            typed_into(book, WHOLE)
            if code == "E1":
                preview = previewed(book, raw)
                take_survey(book, preview)
            book.seal()
    report = merged(bench.round, bench.books["E1"], bench.books["E2"])
    assert report.exit_code == 0
    before = derived_state(bench.round)
    merged(bench.round, bench.books["E1"])
    assert derived_state(bench.round) == before
    for path in (bench.round, *bench.books.values()):
        assert check_file(path) == ()
    bases = [row for row in revisions_in(bench.round).values() if row.field == "survey_basis"]
    assert {basis_of(row.value) for row in bases} == {row.basis for row in preview.services}
    totals = {row["number"]: row["sections"] for row in results_of(bench.round)["services"]}
    for row in preview.services:  # the mean of 11.25 and what the survey made
        wanted = ((row.basis.mean - 1) * 15 / 4 + Decimal("11.25")) / 2
        printed = Decimal(totals[row.service.number]["satisfaction"])
        assert abs(printed - wanted) <= Decimal("0.005")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rounds_history_names_the_columns_about_persons_that_were_let_in(
    bench: Bench, raw: Path, language: str
) -> None:
    def newest() -> str:
        with open_round(bench.round, read_only=True) as desk:
            entry = history(desk).entries[-1]
        assert entry.kind == "merged"
        return sentence_of(entry.words, language)

    with open_book(bench.books["E1"]) as book:
        take_survey(book, previewed(book, raw))
    merged(bench.round, bench.books["E1"])
    assert "휴대전화" not in newest()
    with open_book(bench.books["E1"]) as book:
        take_survey(book, previewed(book, raw, allowed=["휴대전화"]))
    merged(bench.round, bench.books["E1"])
    assert "휴대전화" in newest()


def test_two_copies_of_a_book_with_other_surveys_conflict(
    bench: Bench, raw: Path, tmp_path: Path
) -> None:
    other = shutil.copyfile(bench.books["E1"], tmp_path / "다른 사본.score")
    second = as_xlsx(tmp_path / "둘째.xlsx", drawn([1, 2, 5], 40, odd=5, seed=9).table)
    for path, source in ((bench.books["E1"], raw), (other, second)):
        with open_book(path) as book:
            take_survey(book, previewed(book, source))
    assert merged(bench.round, bench.books["E1"], other).exit_code == 4


def test_it_is_handed_out_again_whole(bench: Bench, raw: Path, tmp_path: Path) -> None:
    with open_book(bench.books["E1"]) as book:
        take_survey(book, previewed(book, raw))
    merged(bench.round, bench.books["E1"])
    with open_store(bench.round, DocumentKind.ROUND) as store:
        hand_out(store, tmp_path / "다시")
    (again,) = (tmp_path / "다시").glob("E1*.score")
    with open_book(again) as book:
        assert previewed(book, raw).changed == 0
        text = one_value(book.heads, bench.cell("E1", 1, "S1", "survey_basis"))
    assert json.loads(text)["kind"] == "answers"
