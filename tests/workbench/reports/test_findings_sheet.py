"""The sheet of achievements and tasks: final wording, what it replaces, and for whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.workbench.reports.conftest import HOSTILE, MADE_AT, sample_outcome
from workbench.reports.cells import PALE_INK, Held
from workbench.reports.edition import Audience, Edition
from workbench.reports.findings_sheet import FINDINGS, findings_sheet
from workbench.reports.sheet import TALLEST
from workbench.results.outcome import Outcome, Passage
from workbench.text import clean_text

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.reports.cells import Row

SAMPLE = sample_outcome()
FIRST, SECOND = SAMPLE.services[0].service, SAMPLE.services[1].service
GOOD, TASK, OPINION = "achievement", "improvement", "opinion"


def edition(audience: Audience) -> Edition:
    return Edition(audience, draft=False, rehearsal=True, made_at=MADE_AT)


INTERNAL, PUBLIC = edition(Audience.INTERNAL), edition(Audience.PUBLIC)


def own(kind: str) -> list[tuple[str, str]]:
    """What the evaluators wrote of the first service, each with the writer's name."""
    people = SAMPLE.definition.evaluator
    return [
        (row.text, people[row.evaluator].name)
        for row in SAMPLE.findings
        if row.service == FIRST.uid and row.kind == kind
    ]


def source(at: int) -> tuple[bytes, bytes]:
    row = [row for row in SAMPLE.findings if row.service == FIRST.uid and row.kind == GOOD][at]
    return row.evaluator, row.uid


def worded(*rows: tuple[str, str, tuple[tuple[bytes, bytes], ...]]) -> Outcome:
    made = tuple(
        Passage(bytes([at]) * 16, FIRST.uid, kind, text, sources, bytes([at]) * 32)
        for at, (kind, text, sources) in enumerate(rows, start=1)
    )
    return replace(SAMPLE, passages=made)


def of_first(outcome: Outcome, how: Edition) -> list[Row]:
    """The rows of the first service, behind its table's head."""
    rows = list(findings_sheet(outcome, how).rows())
    heads = [
        at
        for at, row in enumerate(rows)
        if row.cells and row.cells[0] is not None and row.cells[0].content.startswith(("①", "②"))
    ]
    return rows[heads[0] + 2 : heads[1] - 1]


def said(rows: list[Row]) -> list[tuple[str, ...]]:
    return [tuple(cell.content for cell in row.cells if cell is not None) for row in rows]


def test_without_wording_the_evaluators_own_lines_stand_with_their_names() -> None:
    rows = said(of_first(SAMPLE, INTERNAL))
    listed = [(text[2:], name) for _, text, name in rows if text.startswith("- ")]
    assert listed == [*own(GOOD), *own(TASK)]
    assert [row[0] for row in rows if row[0]] == ["주요 성과", "개선 과제", "종합 의견"]


def test_internally_final_wording_stands_above_what_it_replaces() -> None:
    both = (source(0), source(-1))
    outcome = worded((GOOD, "다듬은 성과 우수", both), (GOOD, "새로 적은 성과 적절", ()))
    rows = of_first(outcome, INTERNAL)
    names = [name for _, name in own(GOOD)]
    wanted = [
        ("주요 성과", "- 다듬은 성과 우수", f"총괄 · {names[0]}, {names[-1]}"),
        ("", "- 새로 적은 성과 적절", "총괄(최종)"),
    ]
    wanted += [
        ("" if at else "원문", f"- {text}", name) for at, (text, name) in enumerate(own(GOOD))
    ]
    assert said(rows)[: len(wanted)] == wanted
    for row in rows[2 : len(wanted)]:
        assert {cell.look.ink for cell in row.cells if cell is not None} == {PALE_INK}
    assert rows[0].cells[1].look.ink != PALE_INK
    assert said(rows)[len(wanted)][0] == "개선 과제"


def test_the_names_of_one_evaluator_stand_once() -> None:
    outcome = worded((GOOD, "다듬은 성과 우수", (source(0), source(0))))
    assert said(of_first(outcome, INTERNAL))[0][2] == f"총괄 · {own(GOOD)[0][1]}"


def test_the_public_edition_shows_the_final_wording_alone() -> None:
    outcome = worded((GOOD, "다듬은 성과 우수", (source(0),)))
    rows = said(of_first(outcome, PUBLIC))
    assert rows[0] == ("주요 성과", "- 다듬은 성과 우수")
    assert [text for _, text in rows[1:]] == [f"- {text}" for text, _ in own(TASK)]
    everything = "\n".join(cell for row in rows for cell in row)
    for text, name in own(GOOD):
        assert text not in everything
        assert name not in everything
    assert "원문" not in everything
    assert "총괄" not in everything


def test_a_kind_without_a_line_is_a_dash_and_nobody_wrote_it() -> None:
    bare = replace(SAMPLE, findings=())
    assert said(of_first(bare, INTERNAL)) == [("주요 성과", "–", ""), ("개선 과제", "–", "")]
    outcome = replace(worded((GOOD, "다듬은 성과 우수", ())), findings=())
    assert said(of_first(outcome, INTERNAL))[0] == ("주요 성과", "- 다듬은 성과 우수", "총괄(최종)")


def test_wording_of_one_service_leaves_the_others_alone() -> None:
    before, after = (
        said(list(findings_sheet(outcome, INTERNAL).rows()))
        for outcome in (SAMPLE, worded((GOOD, "다듬은 성과 우수", ())))
    )
    at_second = next(at for at, row in enumerate(before) if row and row[0].startswith("②"))
    moved = next(at for at, row in enumerate(after) if row and row[0].startswith("②"))
    assert after[moved:] == before[at_second:]


def test_opinions_stay_the_evaluators_own() -> None:
    outcome = worded((GOOD, "다듬은 성과 우수", ()), (TASK, "다듬은 과제 필요", ()))
    rows = said(of_first(outcome, INTERNAL))
    assert "종합 의견" in [row[0] for row in rows]
    names = [row[2] for row in rows[[row[0] for row in rows].index("종합 의견") :] if row[2]]
    assert names == [name for _, name in own(OPINION)]


@pytest.mark.parametrize("how", [INTERNAL, PUBLIC])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_wording_stays_text(text: str, how: Edition) -> None:
    rows = of_first(worded((GOOD, clean_text(text), ())), how)
    cells = [cell for row in rows for cell in row.cells if cell is not None]
    assert {cell.held for cell in cells} == {Held.TEXT}
    assert all((row.height or 0) <= TALLEST for row in rows)
    flat = "".join("".join(cell.content for cell in cells).split())
    assert "".join(clean_text(text).split())[:40] in flat.replace("_x005F_", "_")


def test_a_worded_workbook_is_written_read_back_and_compared(write, tmp_path: Path) -> None:
    outcome = worded((GOOD, "=1+1", (source(0),)), (TASK, "@x 보완 필요", ()))
    for audience in Audience:
        path = write(outcome, tmp_path / f"{audience}.xlsx", audience=audience)
        column = [row[1].value for row in load_workbook(path)[FINDINGS].iter_rows(min_row=4)]
        assert {"- =1+1", "- @x 보완 필요"} <= set(column)
