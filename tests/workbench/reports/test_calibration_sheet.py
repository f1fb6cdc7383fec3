"""평가위원 분석: every figure of the calibration, as a value; it decides nothing."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from tests.workbench.calibration.judging_round import calibrated, judged, shared_round
from workbench.calibration.calibrating import Calibration, calibrate, calibration_of
from workbench.calibration.wording import question_sentence
from workbench.exact import half_up
from workbench.reports.calibration_sheet import (
    CALIBRATION,
    NOTHING_SHARED,
    NOTHING_TO_ASK,
    ONLY_A_DIAGNOSIS,
    calibration_sheet,
)
from workbench.reports.cells import Held
from workbench.reports.edition import Audience, Edition
from workbench.reports.packing import packed
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal
    from pathlib import Path

    from workbench.results.outcome import Outcome

Told = tuple[Calibration, "Outcome"]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Told:
    bench = shared_round(tmp_path_factory.mktemp("shared"))
    with open_round(bench.round, read_only=True) as desk:
        return calibration_of(desk), desk.outcome()


@pytest.fixture
def edition(made_at: datetime) -> Edition:
    return Edition(Audience.INTERNAL, draft=True, rehearsal=False, made_at=made_at)


def written(told: Told, edition: Edition, target: Path) -> list[tuple[Any, ...]]:
    """The sheet as an independent reader finds it in a file."""
    sheet = calibration_sheet(*told, edition)
    target.write_bytes(packed([sheet], edition=edition, title="시험"))
    rows = list(load_workbook(target)[CALIBRATION].iter_rows(values_only=True))
    assert len(rows) == sheet.length
    return rows


def below(rows: list[tuple[Any, ...]], caption: str) -> list[tuple[Any, ...]]:
    """The rows of the part under ``caption``."""
    start = next(at for at, row in enumerate(rows) if str(row[0]).startswith(f"□ {caption}"))
    part = []
    for row in rows[start + 1 :]:
        if not any(row):
            break
        part.append(row)
    return part


def shown(value: Fraction | Decimal | None, places: int) -> Any:
    if value is None:
        return "–"
    return pytest.approx(float(half_up(Fraction(value), places)))


def test_it_says_first_that_it_decides_nothing(
    shared: Told, edition: Edition, tmp_path: Path
) -> None:
    rows = written(shared, edition, tmp_path / "a.xlsx")
    assert rows[0][0] == "평가위원 분석  [잠정]"
    assert rows[3][0] == ONLY_A_DIAGNOSIS
    assert "진단일 뿐 점수에 반영하지 않음" in ONLY_A_DIAGNOSIS


def test_every_evaluator_has_his_figures(shared: Told, edition: Edition, tmp_path: Path) -> None:
    calibration, _ = shared
    head, *rows = below(written(shared, edition, tmp_path / "a.xlsx"), "평가위원별")
    assert len(rows) == len(calibration.profiles) == 4
    for row, one in zip(rows, calibration.profiles, strict=True):
        told = dict(zip(head, row, strict=True))
        assert told["평가위원"] == f"{one.evaluator.code} {one.evaluator.name}"
        assert told["점수\n(개)"] == one.marks
        assert told["겹친 칸\n(개)"] == one.shared
        assert told["다른 위원\n과 차이"] == shown(one.severity, 1)
        assert told["표준편차"] == shown(one.deviation(1), 1)
        assert told["가장\n낮은 값"] == shown(one.lowest, 1)
        assert told["가장\n높은 값"] == shown(one.highest, 1)
        assert told["만점\n(점수의 %)"] == shown(one.part(one.at_max), 1)
        assert told["0점\n(점수의 %)"] == shown(one.part(one.at_zero), 1)
        assert told["60% 미만\n(점수의 %)"] == shown(one.part(one.low), 1)
        assert told["서로 다른\n값(개)"] == one.distinct
        assert told["물어볼 것\n(개)"] == len(calibration.about(one.evaluator.uid))
    assert [row[1] for row in rows] == [60, 60, 60, 0]


def test_agreement_stands_by_section(shared: Told, edition: Edition, tmp_path: Path) -> None:
    calibration, outcome = shared
    _, *rows = below(written(shared, edition, tmp_path / "a.xlsx"), "위원 사이의 일치도")
    sections = [section.name for section in outcome.definition.sections]
    assert [row[0] for row in rows] == [*sections[:2], "전체"]
    for row, one in zip(rows, calibration.agreements, strict=True):
        assert row[1] == one.cells
        assert row[2:5] == tuple(shown(value, 2) for value in (one.alpha, one.single, one.mean))
        assert row[5:7] == (one.panel_cells, "E1, E2, E3")


def test_every_question_is_asked_in_full(shared: Told, edition: Edition, tmp_path: Path) -> None:
    calibration, outcome = shared
    rows = below(written(shared, edition, tmp_path / "a.xlsx"), "위원에게 물어볼 것")
    asked: list[str] = []
    for kind, piece, *_ in rows:
        if kind:
            asked.append(piece)
        else:
            asked[-1] = f"{asked[-1]} {piece}"
    sentences = [question_sentence(one, outcome.definition, "ko") for one in calibration.questions]
    assert ["".join(one.split()) for one in asked] == ["".join(one.split()) for one in sentences]
    assert all(sentence.endswith("?") for sentence in sentences)
    assert len(sentences) > 10


def test_nothing_on_it_is_a_formula(shared: Told, edition: Edition) -> None:
    rows = calibration_sheet(*shared, edition).rows()
    held = {cell.held for row in rows for cell in row.cells if cell is not None}
    assert held == {Held.TEXT, Held.NUMBER}


def test_a_round_of_single_assignees_says_so_in_one_sentence(
    edition: Edition, tmp_path: Path
) -> None:
    given = {("E1", 1, "A"): "8", ("E2", 1, "B"): "6"}
    told = calibrated(2, 1, given), judged(2, 1, given)
    rows = written(told, edition, tmp_path / "a.xlsx")
    for caption, sentence in (
        ("위원 사이의 일치도", NOTHING_SHARED),
        ("위원에게 물어볼 것 (0)", NOTHING_TO_ASK),
    ):
        part = " ".join(str(row[0]) for row in below(rows, caption))
        assert "".join(part.split()) == "".join(sentence.split())


def test_why_a_figure_is_missing_stands_beside_it(edition: Edition, tmp_path: Path) -> None:
    given = {(who, 1, "A"): "8" for who in ("E1", "E2")} | {("E1", 1, "E"): "3"}
    rows = written((calibrated(2, 1, given), judged(2, 1, given)), edition, tmp_path / "a.xlsx")
    _, common, individual, _ = below(rows, "위원 사이의 일치도")
    assert common[2:6] == ("–", "–", "–", 1)
    assert (
        common[6] == "E1, E2 · ICC 없음: 모두 채점한 칸이 둘보다 적음 · 알파 없음: 점수가 모두 같음"
    )
    assert individual[1:7] == (0, "–", "–", "–", 0, "겹친 칸이 없음")


def test_hostile_texts_stay_texts(
    hostile_round: Any, hostile: list[str], edition: Edition, tmp_path: Path
) -> None:
    outcome = hostile_round(hostile)
    told = calibrate(outcome, ()), outcome
    assert told[0].questions  # of indicators and evaluators with such names
    rows = written(told, edition, tmp_path / "a.xlsx")
    _, first, second = below(rows, "평가위원별")
    assert first[0].startswith("=cmd|' /C calc'!A0 ")
    assert second[0].startswith("-1 ")
