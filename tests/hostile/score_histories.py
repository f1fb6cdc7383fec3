"""Histories forged by somebody who knows every rule: ids, parents, heads and seals recomputed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workbench.merging.forging import replaced, revisions_of, rewritten, with_value
from workbench.journal.fields import OF_EVALUATOR, Field

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from models.journal import Revision

    Change = Callable[[list[Revision]], list[Revision]]

STRANGER = b"s" * 16


def opinion_of_another_service(rows: list[Revision]) -> list[Revision]:
    at = next(place for place, row in enumerate(rows) if row.field == "opinion")
    return [*rows[:at], rows[at]._replace(subject=STRANGER), *rows[at + 1 :]]


def not_applicable_beside(field: str, value: str, rows: list[Revision]) -> Revision:
    beside = next(row for row in rows if row.field == field)
    return beside._replace(field="not_applicable", value=value, parents=b"")


def parent_of_another_cell(rows: list[Revision]) -> list[Revision]:
    other = next(row for row in rows if row.cell != rows[-1].cell)
    return [*rows[:-1], rows[-1]._replace(parents=other.id)]


def twice_the_parent(rows: list[Revision]) -> list[Revision]:
    at = max(place for place, row in enumerate(rows) if row.parents)
    return [*rows[:at], rows[at]._replace(parents=rows[at].parents * 2), *rows[at + 1 :]]


REWRITTEN: dict[str, tuple[Change, str]] = {
    "the cells of another": (
        lambda rows: [row._replace(owner=STRANGER) for row in rows],
        "foreign_cells",
    ),
    "one cell of another": (replaced(owner=STRANGER), "foreign_cells"),
    "another author": (replaced(author=STRANGER), "foreign_cells"),
    "a mark of the lead": (replaced(field="moderation", value="40"), "foreign_cells"),
    "a field nobody has": (replaced(field="bonus", value="5"), "foreign_cells"),
    "a service that is not there": (replaced(service=STRANGER, parents=b""), "bad_content"),
    "a version that is not there": (replaced(definition=b"d" * 32), "store_damaged"),
    "a parent that is missing": (replaced(parents=b"p" * 32), "history_broken"),
    "a parent in another cell": (parent_of_another_cell, "history_broken"),
    "an opinion on no service": (opinion_of_another_service, "bad_content"),
    "a pledge on a service": (replaced(field="pledge", value="서약", parents=b""), "bad_content"),
    "a time before all time": (replaced(made_at=-1), "history_broken"),
    "a time beyond all calendars": (replaced(made_at=2**62), "history_broken"),
    "more than the maximum": (with_value("score", "40.5"), "bad_content"),
    "far more than the maximum": (with_value("score", "999999999999"), "bad_content"),
    "off the step": (with_value("score", "30.25"), "bad_content"),
    "a sign": (with_value("score", "-1"), "bad_content"),
    "an exponent": (with_value("score", "1e1"), "bad_content"),
    "not a number": (with_value("score", "NaN"), "bad_content"),
    "infinite": (with_value("score", "Infinity"), "bad_content"),
    "a zero in front": (with_value("score", "030"), "bad_content"),
    "zeros behind": (with_value("score", "30.0"), "bad_content"),
    "a space": (with_value("score", " 30"), "bad_content"),
    "a line feed": (with_value("score", "30\n"), "bad_content"),
    "full-width digits": (with_value("score", "\uff13\uff10"), "bad_content"),
    "digits of another script": (with_value("score", "٣٠"), "bad_content"),
    "a thousands comma": (with_value("score", "3,0"), "bad_content"),
    "a mark that is empty": (with_value("score", ""), "bad_content"),
    "too many decimals": (with_value("actual", "9.1234567"), "bad_content"),
    "too many digits": (with_value("actual", "1234567890123"), "bad_content"),
    "half a respondent": (with_value("survey_n", "2.5"), "bad_content"),
    "a score where there is a formula": (
        lambda rows: [
            row._replace(field="score", value="45") if row.field == "target" else row
            for row in rows
            if row.field != "actual"
        ],
        "bad_content",
    ),
    "not applicable where it may not be": (
        lambda rows: [*rows, not_applicable_beside("survey_mean", "yes", rows)],
        "bad_content",
    ),
    "a not applicable that is no yes": (
        lambda rows: [*rows, not_applicable_beside("score", "no", rows)],
        "bad_content",
    ),
    "a comment in parts": (with_value("comment", "\u1112\u1161\u11ab"), "bad_content"),
    "a comment with a control": (with_value("comment", "가\x07나"), "bad_content"),
    "a comment with a tab": (with_value("comment", "가\t나"), "bad_content"),
    "a comment with a carriage return": (with_value("comment", "가\r나"), "bad_content"),
    "a comment that turns the direction": (with_value("comment", "가\u202e나"), "bad_content"),
    "a comment with a mark of direction": (with_value("comment", "가\u200f나"), "bad_content"),
    "a comment with a byte order mark": (with_value("comment", "\ufeff가"), "bad_content"),
    "a comment that ends in a space": (with_value("comment", "가 "), "bad_content"),
    "a comment longer than 100,000": (with_value("comment", "가" * 100_001), "bad_content"),
    "an empty opinion": (with_value("opinion", ""), "bad_content"),
    "a finding with a control": (with_value("achievement", "가\x1b[2J"), "bad_content"),
    "an order that is no number": (with_value("order", "first"), "bad_content"),
    "an order with a fraction": (with_value("order", "1.5"), "bad_content"),
    "a comment with a NUL": (with_value("comment", "가\x00나"), "bad_content"),
    **{
        f"a cell that only the lead has: {field}": (
            replaced(field=field, value="x"),
            "foreign_cells",
        )
        for field in sorted(set(Field) - OF_EVALUATOR)
    },
    "a settlement in the name of the lead": (
        lambda rows: [*rows, rows[-1]._replace(author=STRANGER, parents=rows[-1].id)],
        "foreign_cells",
    ),
    "a mark of another owner in his own name": (
        lambda rows: [rows[0]._replace(owner=STRANGER, author=STRANGER), *rows[1:]],
        "foreign_cells",
    ),
    "a field in capitals, in the right history": (replaced(field="SCORE"), "foreign_cells"),
    "the same parent twice": (twice_the_parent, "history_broken"),
    "a parent that is itself": (replaced(parents=b"\xff" * 32), "history_broken"),
    "1e308 as a mark": (with_value("score", "1e308"), "bad_content"),
    "400 digits": (with_value("score", "4" * 400), "bad_content"),
    "a million digits": (with_value("actual", "9" * 1_000_000), "bad_content"),
    "a respondent less than none": (with_value("survey_n", "-1"), "bad_content"),
    "a formula as a mark": (with_value("score", "=40"), "bad_content"),
    "a fraction as a mark": (with_value("score", "80/2"), "bad_content"),
    "a mark in hex": (with_value("score", "0x20"), "bad_content"),
    "an underscore in a mark": (with_value("score", "3_0"), "bad_content"),
    "a superscript as a mark": (with_value("score", "3²"), "bad_content"),
    "an opinion with a lone joiner mark": (with_value("opinion", "가\u2066나"), "bad_content"),
    "a finding on a service that is not there": (
        lambda rows: [
            row._replace(service=STRANGER) if row.field in {"achievement", "order"} else row
            for row in rows
        ],
        "bad_content",
    ),
}
"""By name, what is changed in the history, and the sentence that refuses it."""


def forged(change: Change) -> Callable[[Path], None]:
    def forge(book: Path) -> None:
        before = revisions_of(book)
        rewritten(book, change, sealed=True)
        assert revisions_of(book) != before

    return forge


FORGED: dict[str, Callable[[Path], None]] = {
    name: forged(change) for name, (change, _) in REWRITTEN.items()
}
