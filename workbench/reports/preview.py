"""What an export will hold and what it leaves out, told before anything is written: pure values.

Everything that is counted stands in an ``Exportable``, read once; which of it goes into one
edition is a choice of audience and form and costs nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.errors import AppError
from workbench.reports.edition import Audience, Edition
from workbench.reports.form import Form


class Topic(StrEnum):
    """What a line speaks of."""

    INCOMPLETE = "incomplete"
    CONFLICT = "conflict"
    MIXTURE = "mixture"
    """Not applicable and marks beside each other."""
    STALE = "stale"
    FUTURES = "futures"
    ENTER_AGAIN = "enter_again"
    UNSEALED = "unsealed"
    OBJECTION = "objection"
    OTHER = "other"
    """A reason that is known by its sentence only."""
    EXEMPT = "exempt"
    STRAY = "stray"
    UNTOLD = "untold"
    """Nobody wrote anything of it."""
    SCORES = "scores"
    BELOW = "below"
    EVALUATORS = "evaluators"
    OPINIONS = "opinions"
    SHEETS = "sheets"
    """What only the workbook has."""


class Tally(StrEnum):
    """What is counted of a part."""

    SERVICES = "services"
    COUNTED = "counted"
    BELOW = "below"
    OPEN = "open"
    INDICATORS = "indicators"
    VALUES = "values"
    TEXTS = "texts"
    FINAL_TEXTS = "final_texts"
    MODERATIONS = "moderations"
    ADJUSTMENTS = "adjustments"
    FIGURES = "figures"
    OBJECTIONS = "objections"
    VERSIONS = "versions"
    EVALUATORS = "evaluators"


@dataclass(frozen=True, slots=True)
class Jump:
    """Where something is dealt with: a page of the round by name, and what to choose there."""

    page: str
    place: object = None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a line; an error is a name or a note in the reader's language."""

    name: str | AppError
    notes: tuple[str | AppError, ...] = ()
    jump: Jump | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Things of one kind that stay out, or that keep a final export closed."""

    topic: Topic
    count: int
    items: tuple[Item, ...] = ()
    """Of things that are only counted, none."""

    @property
    def jump(self) -> Jump | None:
        """Where the first of them is dealt with."""
        return self.items[0].jump if self.items else None


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet or a part of a document, by the name it bears there."""

    name: str
    counts: tuple[tuple[Tally, int], ...] = ()
    jump: Jump | None = None
    """Where what stands in it can be seen."""
    only_here: bool = False
    """Whether a document has no part like it."""


@dataclass(frozen=True, slots=True)
class Exportable:
    """All that an export could hold, as of one moment."""

    read_at: datetime
    rehearsal: bool
    version: str
    """Which issued version the result is; empty where none was issued."""
    closing: tuple[Line, ...]
    apart: tuple[Line, ...]
    withheld: tuple[Line, ...]
    """What a public edition does not say; opinions stand in the internal workbook only."""
    parts: Mapping[tuple[Audience, Form], tuple[Part, ...]]


@dataclass(frozen=True, slots=True)
class Preview:
    """One edition in one form, before it is written."""

    closing: tuple[Line, ...]
    """What keeps a final export closed; each thing counted once."""
    left_out: tuple[Line, ...]
    parts: tuple[Part, ...]
    """In the order in which they stand."""
    marks: tuple[str, ...]
    """What is written on every sheet or page."""

    @property
    def reasons(self) -> int:
        """How many things keep a final export closed."""
        return sum(line.count for line in self.closing)


def preview(exportable: Exportable, audience: Audience, form: Form, *, draft: bool) -> Preview:
    """Return what an export for ``audience`` in ``form`` would hold and leave out."""
    is_public = audience is Audience.PUBLIC
    version = "" if is_public else exportable.version
    edition = Edition(audience, draft, exportable.rehearsal, exportable.read_at, version)
    parts = exportable.parts[audience, form]
    left_out = _withheld(exportable, form, is_public=is_public)
    if form is not Form.WORKBOOK and not is_public:
        left_out += _only_in_workbook(exportable)
    return Preview(exportable.closing, left_out + exportable.apart, parts, edition.marks)


def _withheld(exportable: Exportable, form: Form, *, is_public: bool) -> tuple[Line, ...]:
    if is_public:
        return exportable.withheld
    is_document = form is not Form.WORKBOOK
    return tuple(row for row in exportable.withheld if is_document and row.topic is Topic.OPINIONS)


def _only_in_workbook(exportable: Exportable) -> tuple[Line, ...]:
    """Name the sheets that a document has no part for."""
    sheets = exportable.parts[Audience.INTERNAL, Form.WORKBOOK]
    items = tuple(Item(sheet.name) for sheet in sheets if sheet.only_here)
    return (Line(Topic.SHEETS, len(items), items),) if items else ()
