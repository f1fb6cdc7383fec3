"""``results``: totals, average, ranks and the below list, as text or as one JSON object."""

import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from workbench.commands.building import argument, command
from workbench.commands.opening import opened_round
from workbench.commands.speaking import Speaker
from workbench.exact import printed
from workbench.reports.wording import average_sentence, below_sentence
from workbench.results.outcome import Outcome, ServiceOutcome
from workbench.sentences import say


def results_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench results``."""
    return command(speaker, "results", _results, [argument("ROUND.round")])


def _results(speaker: Speaker, round: Path) -> int:
    with opened_round(speaker, round) as desk:
        outcome = desk.outcome()
    speaker.text(average_sentence(outcome))
    speaker.text(below_sentence(outcome))
    if outcome.definition.rules.rehearsal:
        speaker.line("rehearsal_mark")
    speaker.text("")
    for line in table_of(outcome, speaker.language):
        speaker.text(line)
    speaker.answer(results_object(outcome))
    return 0


def results_object(outcome: Outcome) -> dict[str, Any]:
    """Return the result as scripts read it (DESIGN §7): derived state alone, keys as fixed."""
    places = outcome.definition.rules.score_places
    return {
        "average": _text(outcome.average, places),
        "counted": outcome.counted,
        "below": {
            "count": len(outcome.below),
            "share": _text(outcome.share, 1),
            "services": list(outcome.below),
        },
        "services": [_service_object(row, places) for row in outcome.services],
    }


def _service_object(row: ServiceOutcome, places: int) -> dict[str, Any]:
    sections = row.sections
    return {
        "number": row.service.number,
        "name": row.service.name,
        "sections": None
        if sections is None
        else {str(code): printed(points, places) for code, points in sections.items()},
        "adjusted": None if row.total is None else printed(row.adjusted, places),
        "total": _text(row.total, places),
        "rank": row.rank,
        "verdict": row.verdict.value,
    }


def _text(number: Decimal | None, places: int) -> str | None:
    return None if number is None else printed(number, places)


def table_of(outcome: Outcome, language: str) -> list[str]:
    """Return the services as aligned lines, wide characters counted as two columns."""
    places = outcome.definition.rules.score_places
    head = [say(f"column_{name}", language) for name in ("number", "service")]
    head += [section.name for section in outcome.definition.sections]
    has_adjusted = any(row.adjustments for row in outcome.services)
    head += [say("column_adjusted", language)] * has_adjusted
    head += [say(f"column_{name}", language) for name in ("total", "rank", "verdict")]
    rows = [head]
    for row in outcome.services:
        points = [
            "-" if row.sections is None else printed(row.sections[section.code], places)
            for section in outcome.definition.sections
        ]
        rows.append(
            [
                str(row.service.number),
                row.service.name,
                *points,
                *[_adjusted(row, places)] * has_adjusted,
                _text(row.total, places) or "-",
                "-" if row.rank is None else str(row.rank),
                say(f"verdict_{row.verdict.value}", language),
            ]
        )
    widths = [max(_width(row[at]) for row in rows) for at in range(len(head))]
    left = {1, len(head) - 1}
    return [
        "  ".join(_padded(text, widths[at], left=at in left) for at, text in enumerate(row))
        for row in rows
    ]


def _adjusted(row: ServiceOutcome, places: int) -> str:
    return f"{row.adjusted:+.{places}f}" if row.adjustments and row.total is not None else "-"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _padded(text: str, width: int, *, left: bool) -> str:
    gap = " " * (width - _width(text))
    return text + gap if left else gap + text
