"""The list that goes along with the books: who scores what, how many marks, in which file."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from workbench.definition.problems import runs
from workbench.definition.terms import Definition, Uid
from workbench.reports.cells import BODY, CENTER, Row, count, text
from workbench.reports.edition import Audience, Edition
from workbench.reports.packing import packed
from workbench.reports.page import HEAD_ROW, fitting, opening, table_head
from workbench.reports.sheet import Sheet
from workbench.reports.wording import round_name
from workbench.results.marks import expected_marks
from workbench.rounds.state import RoundState

TITLE: Final = "채점 파일 배포 목록"
_NAMES: Final = ("코드", "평가위원", "소속", "담당 사무·부문", "지표 수(채점 칸)", "파일", "배포일")


def list_image(state: RoundState, targets: Mapping[Uid, Path]) -> bytes:
    """Return the list of the books at ``targets``, by owner, as the bytes of a workbook."""
    rules = state.definition.rules
    now = datetime.now(UTC).astimezone()
    edition = Edition(Audience.INTERNAL, draft=False, rehearsal=rules.rehearsal, made_at=now)
    people = [row for row in state.definition.evaluators if row.uid in targets]
    sheet = Sheet(
        name="배포 목록",
        widths=(
            8,
            fitting([row.name for row in people], 10, 20),
            fitting([row.affiliation for row in people], 10, 28),
            44,
            17,
            fitting([path.name for path in targets.values()], 16, 40),
            14,
        ),
        rows=partial(_rows, state, targets, edition),
        length=HEAD_ROW + len(people),
        head=(HEAD_ROW, HEAD_ROW),
        landscape=True,
    )
    return packed([sheet], edition=edition, title=round_name(rules))


def _rows(state: RoundState, targets: Mapping[Uid, Path], edition: Edition) -> Iterator[Row]:
    definition, made = state.definition, edition.made_at
    yield from opening(TITLE, definition.rules, edition)
    yield table_head(_NAMES, height=36)
    wanted = _wanted(state)
    for evaluator in definition.evaluators:
        if evaluator.uid in targets:
            pairs = wanted[evaluator.uid]
            yield Row(
                (
                    text(evaluator.code, CENTER),
                    text(evaluator.name, CENTER),
                    text(evaluator.affiliation, BODY),
                    text("\n".join(_charge(definition, pairs)), BODY),
                    count(len(pairs), CENTER),
                    text(targets[evaluator.uid].name, BODY),
                    text(f"{made.year}. {made.month}. {made.day}.", CENTER),
                )
            )


def _wanted(state: RoundState) -> dict[Uid, list[tuple[Uid, Uid]]]:
    """Return the (service, indicator) pairs of which a mark is expected, by evaluator."""
    found: dict[Uid, list[tuple[Uid, Uid]]] = {}
    for pair, uids in expected_marks(state.definition, state.heads).items():
        for uid in uids:
            found.setdefault(uid, []).append(pair)
    return found


def _charge(definition: Definition, pairs: list[tuple[Uid, Uid]]) -> Iterator[str]:
    """Yield what somebody scores, a line per section: all of it, or its indicators by code."""
    wanted = set(pairs)
    for section in definition.sections:
        codes: dict[int, list[str]] = {}
        whole: set[int] = set()
        for service in definition.services:
            applying = [
                uid
                for uid in definition.applies[service.uid]
                if definition.indicator[uid].section is section.code
            ]
            held = [uid for uid in applying if (service.uid, uid) in wanted]
            if held:
                codes[service.number] = [definition.indicator[uid].code for uid in held]
                whole |= {service.number} if held == applying else set()
        together: dict[str, list[int]] = {}
        for number, named in codes.items():
            words = section.name if number in whole else f"{section.name} {', '.join(named)}"
            together.setdefault(words, []).append(number)
        for words, numbers in together.items():
            yield f"{words}: 사무 {runs(numbers)} ({len(numbers)}개)"
