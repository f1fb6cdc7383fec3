"""The history of a number as people read it: one entry for every revision behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from ui.history.entries import when_words
from ui.results.wording import adjusted_text
from ui.scoring.numbers import figure_text
from ui.scoring.wording import figure_caption, not_applicable_word
from workbench.definition.places import named
from workbench.definition.terms import Definition, Indicator, Uid
from workbench.home import moment
from workbench.journal.fields import FIGURES, Field
from workbench.results.adjusting import read_adjusted
from workbench.results.moderated import read_agreed
from workbench.tracing.trace import Hand, Traced


@dataclass(frozen=True, slots=True)
class PastRow:
    """One revision in words."""

    caption: str
    before: str
    after: str
    who: str
    when: str
    origin: str
    """The file that brought it, or that it was written here."""
    note: str
    """The reason, and who was present."""
    tag: str
    role: str
    """Colour of the tag."""

    def spoken(self) -> str:
        """Return everything that the entry says."""
        change = f"{self.before} → {self.after}"
        parts = (self.caption, change, self.when, self.who, self.origin, self.note, self.tag)
        return ", ".join(filter(None, parts))


def past_rows(definition: Definition, subject: Uid, rows: Sequence[Traced]) -> tuple[PastRow, ...]:
    """Return ``rows``, the history of ``subject``, in words and in their order."""
    now, indicator = datetime.now(UTC), definition.indicator.get(subject)
    return tuple(_row(definition, indicator, row, rows, now) for row in rows)


def _row(
    definition: Definition,
    indicator: Indicator | None,
    row: Traced,
    rows: Sequence[Traced],
    now: datetime,
) -> PastRow:
    places = definition.rules.score_places
    before = " / ".join(_read(row.field, value, places) for value in row.before)
    tag, role = _tag(row, rows)
    return PastRow(
        caption=_caption(indicator, row.field),
        before=before or _read(row.field, None, places),
        after=_read(row.field, row.value, places),
        who=_who(definition, row),
        when=when_words(moment(row.made_at), now),
        origin=_origin(row, now),
        note=_note(row),
        tag=tag,
        role=role,
    )


def _caption(indicator: Indicator | None, field: str) -> str:
    if field == Field.MODERATION:
        return QCoreApplication.translate("Past", "Agreed")
    if field == Field.ADJUSTMENT:
        return QCoreApplication.translate("Past", "Adjustment")
    if indicator is not None:
        return figure_caption(indicator, field)
    return field


def _read(field: str, value: str | None, places: int) -> str:
    if field == Field.NOT_APPLICABLE:
        applies = QCoreApplication.translate("Past", "applies")
        return applies if value is None else not_applicable_word()
    if value is None:
        return QCoreApplication.translate("Past", "empty")
    if field == Field.MODERATION:
        return read_agreed(value).mark or not_applicable_word()
    if field == Field.ADJUSTMENT:
        return adjusted_text(Decimal(read_adjusted(value).points), places)
    return figure_text(value) if field in FIGURES else value


def _who(definition: Definition, row: Traced) -> str:
    if row.hand is Hand.TYPED:
        return named(definition, row.author)
    if row.hand is Hand.SETTLED:
        return QCoreApplication.translate("Past", "settled by the lead")
    return QCoreApplication.translate("Past", "the lead")


def _origin(row: Traced, now: datetime) -> str:
    if not row.files:
        return QCoreApplication.translate("Past", "written in this round")
    first = row.files[0]
    words = QCoreApplication.translate("Past", "{file} (import {number}, {when})")
    said = words.format(
        file=first.file, number=first.number, when=when_words(moment(first.imported_at), now)
    )
    if len(row.files) > 1:
        more = QCoreApplication.translate("Past", "and {count} more")
        said += " " + more.format(count=len(row.files) - 1)
    if all(file.is_withdrawn for file in row.files):
        said += " · " + QCoreApplication.translate("Past", "withdrawn")
    elif row.is_sealed:
        said += " · " + QCoreApplication.translate("Past", "sealed")
    return said


def _note(row: Traced) -> str:
    if row.value is not None and row.field == Field.MODERATION:
        agreed = read_agreed(row.value)
        people = QCoreApplication.translate("Past", "present: {people}")
        return f"{agreed.reason} · {people.format(people=', '.join(agreed.people))}"
    if row.value is not None and row.field == Field.ADJUSTMENT:
        held = read_adjusted(row.value)
        return " · ".join(filter(None, (held.reason, held.evidence)))
    return row.reason


def _tag(row: Traced, rows: Sequence[Traced]) -> tuple[str, str]:
    if not row.counts:
        return QCoreApplication.translate("Past", "asleep"), "text3"
    if not row.is_present:
        return "", ""
    same = {
        other.value
        for other in rows
        if other.is_present and (other.owner, other.field) == (row.owner, row.field)
    }
    if len(same) > 1:
        return QCoreApplication.translate("Past", "conflict"), "danger"
    return QCoreApplication.translate("Past", "now"), "success"
