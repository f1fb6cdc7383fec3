"""Playing the sample round: the survey is imported like a real one, and a stop leaves nothing."""

from __future__ import annotations

import csv
import hashlib
import io
from typing import TYPE_CHECKING

import pytest

from workbench.definition.reading import read_definition
from workbench.errors import Cancelled
from workbench.measures.catalogue import WARNINGS, Flag
from workbench.measures.explaining import explained
from workbench.results.formulas import previous_of
from workbench.rounds.desk import open_round
from workbench.rounds.state import read_state
from workbench.sample.demo import Played, play
from workbench.sample.marks import sample_tables
from workbench.sample.material import sample_definition
from workbench.sample.survey import SURVEY_FIELDS, SURVEY_NAME
from workbench.scoring.book import open_book
from workbench.surveys.basis import Basis, BasisKind, basis_in

if TYPE_CHECKING:
    from pathlib import Path

Cells = dict[tuple[int, str, str], str]

COMPUTED = ("C3", "I1", "I2", "I3", "I6")
PREVIOUS = {
    (6, "I1"): 436000,
    (20, "I1"): 141000,
    (24, "I1"): 622000,
    (6, "I2"): 3650,
    (20, "I2"): 305,
    (24, "I2"): 121,
}
"""Last year's actuals by service and indicator, as the definition states them."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    return play(tmp_path_factory.mktemp("played") / "연습")


@pytest.fixture(scope="module")
def bases(played: Played) -> dict[int, Basis]:
    """What stands beside the satisfaction figures in the round, by service number."""
    with open_round(played.round, read_only=True) as desk, desk.store.read() as connection:
        heads, definition = read_state(connection).heads, desk.definition
    found = {}
    for (service, uid), owners in definition.expected.items():
        if definition.indicator[uid].code == "S1":
            (owner,) = owners
            basis = basis_in(heads, owner, service, uid)
            assert basis is not None
            found[definition.service[service].number] = basis
    return found


def figures_in(path: Path) -> Cells:
    with open_book(path, read_only=True) as book:
        return {
            (sheet.service.number, row.indicator.code, field): value
            for sheet in book.sheets()
            for row in sheet.rows()
            for field, value in row.mark.values
        }


def typed(owner: str) -> Cells:
    table = sample_tables(read_definition(sample_definition()))[owner]
    return {
        (number, code, field): value
        for number, code, field, value in table
        if code and field != "comment"
    }


def test_what_is_imported_is_what_the_table_says(played: Played) -> None:
    books = {path.name[:2]: figures_in(path) for path in played.books}
    ends = {
        (number, "S1", field): end
        for number in range(1, 30)
        for field, end in (("survey_min", "1"), ("survey_max", "5"))
    }
    assert books == {"E1": typed("E1"), "E2": typed("E2"), "Q1": typed("Q1") | ends}


def test_no_survey_figure_is_typed(played: Played, bases: dict[int, Basis]) -> None:
    """Every figure is one that the answers in the file make."""
    (book,) = (path for path in played.books if path.name.startswith("Q1"))
    figures = figures_in(book)
    assert bases.keys() == set(range(1, 30))
    for number, basis in bases.items():
        own = {field: figures[number, "S1", field] for field in sorted(SURVEY_FIELDS)}
        assert basis.is_of(own)
        assert basis.recomputed() == basis.mean


def test_the_round_knows_the_file_of_every_figure(played: Played, bases: dict[int, Basis]) -> None:
    content = played.survey.read_bytes()
    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert played.survey.name == SURVEY_NAME
    for number, basis in bases.items():
        assert (basis.kind, basis.source) == (BasisKind.ANSWERS, SURVEY_NAME)
        assert basis.sha256 == hashlib.sha256(content).hexdigest()
        own = [line for line in lines if line["사무번호"] == str(number)]
        assert basis.n == len(own)
        assert (basis.refused, basis.overrides) == (("기타 의견",), ())
        assert len(basis.questions) == 13
        for question in basis.questions:
            given = [line[question.label] for line in own]
            assert question.missing == given.count("")
            assert dict(question.answers) == {
                answer: given.count(str(answer))
                for answer in range(1, 6)
                if given.count(str(answer))
            }
        assert basis.standard_error is not None
        assert 0 < basis.standard_error < 3


def test_measured_indicators_come_from_targets_and_actuals(played: Played) -> None:
    """Every point of them is worked out from two figures; last year's actual changes none."""
    flagged, previous = set(), {}
    for service in played.outcome.services:
        for row in service.indicators:
            if row.indicator.code not in COMPUTED:
                continue
            (mark,) = row.marks
            given = dict(mark.values)
            assert given.keys() == {"target", "actual"}
            number = service.service.number
            told = explained(row.indicator, given, service=number)
            assert told.points == row.points
            assert told.points is not None
            key = number, row.indicator.code
            flagged |= {(*key, flag) for flag in told.flags if flag in WARNINGS}
            if (before := previous_of(row.indicator, number)) is not None:
                previous[key] = before
    assert previous == PREVIOUS
    assert flagged == {(6, "I1", Flag.TARGET_BELOW_PREVIOUS)}


@pytest.mark.parametrize("step", range(1, 7))
def test_a_stop_on_the_way_leaves_nothing(tmp_path: Path, step: int) -> None:
    def stop(done: int, total: int, doing: str) -> None:
        assert total == 6
        if done == step:
            raise Cancelled

    with pytest.raises(Cancelled):
        play(tmp_path / "새 폴더" / "연습", progress=stop)
    assert list(tmp_path.iterdir()) == []
