"""조정 내역: original, agreed mark and difference, with the reason and who was present."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from workbench.exact import printed
from workbench.reports.edition import Audience
from workbench.results.moderated import moderated_rows
from workbench.results.outcome import PointState

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.results.outcome import Outcome

SHEET = "조정 내역"
SEEDS = range(12)


def with_moderation(random_round: Callable[[int], Outcome]) -> list[Outcome]:
    return [one for one in map(random_round, SEEDS) if moderated_rows(one)]


@pytest.fixture(scope="module")
def written(
    random_round: Callable[[int], Outcome],
    write: Callable[..., Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> list[tuple[Outcome, Path]]:
    """Rounds with moderated marks, each with its workbook."""
    folder = tmp_path_factory.mktemp("moderated")
    return [
        (outcome, write(outcome, folder / f"{number}.xlsx", draft=True))
        for number, outcome in enumerate(with_moderation(random_round))
    ]


def rows_of(path: Path, title: str) -> list[tuple[Any, ...]]:
    """What stands below the head of one sheet."""
    with closing(load_workbook(path, read_only=True)) as book:
        return list(book[title].iter_rows(min_row=5, values_only=True))


def test_every_moderated_mark_stands_with_its_original_and_difference(
    written: list[tuple[Outcome, Path]],
) -> None:
    fates = set()
    for outcome, path in written:
        places = outcome.definition.rules.score_places
        told = rows_of(path, SHEET)
        meant = moderated_rows(outcome)
        assert [(row[0], row[2]) for row in told] == [
            (row.service.number, row.made.indicator.code) for row in meant
        ]
        for shown, row in zip(told, meant, strict=True):
            assert shown[8:10] == (row.agreed.reason, ", ".join(row.agreed.people))
            assert shown[5] == (row.agreed.mark or "해당 없음")
            fates.add(shown[11])
            for cell, value in zip(
                (shown[4], shown[6], shown[7]),
                (row.original, row.points, row.difference),
                strict=True,
            ):
                if value is None:
                    assert cell == "–"
                elif row.made.is_agreed:
                    assert printed(value, places) == f"{cell:.{places}f}"
                else:
                    assert cell == printed(value, places)  # no number that is not proven
    assert {"반영", "반영(점수로 조정)", "미반영(조정 확인 필요)"} <= fates


def test_a_stale_one_is_listed_among_what_is_open(written: list[tuple[Outcome, Path]]) -> None:
    found = 0
    for outcome, path in written:
        stale = [
            (service.service.number, made.indicator.code)
            for service in outcome.services
            for made in service.indicators
            if made.state is PointState.STALE
        ]
        listed = [
            (row[0], row[3])
            for row in rows_of(path, "미완료·제외")
            if str(row[5]).startswith("조정 확인 필요")
        ]
        assert listed == stale
        found += len(stale)
    assert found


def test_without_moderation_and_in_public_there_is_no_such_sheet(
    sample: Outcome,
    random_round: Callable[[int], Outcome],
    write: Callable[..., Path],
    tmp_path: Path,
) -> None:
    assert SHEET not in load_workbook(write(sample, tmp_path / "a.xlsx")).sheetnames
    (outcome, *_) = with_moderation(random_round)
    path = write(outcome, tmp_path / "b.xlsx", draft=True, audience=Audience.PUBLIC)
    assert SHEET not in load_workbook(path).sheetnames
