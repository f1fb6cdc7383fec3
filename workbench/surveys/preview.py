"""What an import of a survey would do and everything odd in the file, as frozen values."""

from dataclasses import dataclass, field
from decimal import Decimal

from workbench.definition.terms import Service, Uid
from workbench.journal.fields import Field
from workbench.surveys.basis import Basis
from workbench.surveys.columns import Column
from workbench.surveys.mapping import AnyMapping
from workbench.surveys.table_reading import Source, SurveyTable
from workbench.surveys.typed_answers import ReadAs


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One cell before and after the import, as stored; None is empty."""

    field: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class ServicePreview:
    """What one service of the book would get."""

    service: Service
    indicator: Uid
    rows: int
    """Respondents' rows that are counted, those without any valid answer included."""
    basis: Basis
    """Everything the figures are made of, question by question."""
    points: Decimal
    """Rounded to the round's places."""
    is_few: bool
    """Fewer respondents than the round asks for."""
    is_out: bool
    """Marked as not applicable in the book: the figures would not count."""
    figures: tuple[tuple[str, str], ...]
    """(field, text) of every cell, the basis included."""
    changes: tuple[FigureChange, ...]
    """Cells that would change; empty where all stand already."""

    @property
    def missing(self) -> int:
        """Return how many questions were left empty."""
        return sum(row.missing for row in self.basis.questions)

    @property
    def replaced(self) -> tuple[FigureChange, ...]:
        """Return the figures that stand now and would be others."""
        return tuple(
            change
            for change in self.changes
            if change.before not in (None, change.after) and change.field != Field.SURVEY_BASIS
        )


@dataclass(frozen=True, slots=True)
class UnknownService:
    """What stands in the service column and is no service with this indicator in the book."""

    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OutOfRange:
    """One answer outside the scale; None stands for numbers too large for any scale."""

    answer: int | None
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word for which the mapping has no number."""

    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QuestionFindings:
    """What is odd in one question over all counted rows."""

    question: str
    missing: int
    out_of_range: tuple[OutOfRange, ...]
    not_numbers: tuple[int, ...]
    """The lines on which something else stands that is no whole number."""
    silent: tuple[int, ...]
    """Numbers of the services in which nobody gave a valid answer."""
    unknown: tuple[UnknownWord, ...] = ()
    """Words that stand for nothing, the most frequent first."""


@dataclass(frozen=True, slots=True)
class DuplicateBlock:
    """Rows repeated further down; lines as a spreadsheet shows them, both ends included."""

    first: tuple[int, int]
    second: tuple[int, int]
    rows: int
    is_left_out: bool
    crosses: bool
    """The two stand under different services: which is the right one nobody can know here."""


@dataclass(frozen=True, slots=True)
class RepeatedRespondent:
    """One respondent named again for the same service."""

    first: int
    line: int
    is_left_out: bool


@dataclass(frozen=True, slots=True)
class UnevenScale:
    """A service whose rubric says another scale than the survey."""

    number: int
    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class SurveyPreview:
    """What an import would do; nothing was stored yet. ``take_survey`` stores exactly this."""

    source: Source
    mapping: AnyMapping
    code: str
    """The indicator's."""
    rows: int
    """Read from the file, without empty rows."""
    services: tuple[ServicePreview, ...]
    """By number: the services that would get figures."""
    without_service: tuple[int, ...] = ()
    """Lines on which no service stands."""
    unknown: tuple[UnknownService, ...] = ()
    recused: tuple[Service, ...] = ()
    """Services of the file that the book's owner is recused from: their rows are left out."""
    without_answers: tuple[int, ...] = ()
    """Lines of known services without one valid answer."""
    questions: tuple[QuestionFindings, ...] = ()
    read_as: tuple[ReadAs, ...] = ()
    """Every word, ⑤ or 5점 that was read as a number, with the number; words first."""
    blocks: tuple[DuplicateBlock, ...] = ()
    respondents: tuple[RepeatedRespondent, ...] = ()
    empty: tuple[Service, ...] = ()
    """Services of the book with this indicator that no row of the file speaks of."""
    no_figures: tuple[Service, ...] = ()
    """Services with rows, but without valid answers in a part that has a weight."""
    uneven: tuple[UnevenScale, ...] = ()
    rounded: tuple[int, ...] = ()
    """Lines of ready figures whose mean had more than six decimals."""
    refused: tuple[Column, ...] = ()
    allowed: tuple[Column, ...] = ()
    unused: tuple[str, ...] = ()
    min_respondents: int | None = None
    table: SurveyTable | None = field(default=None, repr=False, compare=False)

    @property
    def few(self) -> tuple[ServicePreview, ...]:
        """Return the services with fewer respondents than the round asks for."""
        return tuple(row for row in self.services if row.is_few)

    @property
    def replacing(self) -> tuple[ServicePreview, ...]:
        """Return the services that have other figures now."""
        return tuple(row for row in self.services if row.replaced)

    @property
    def changed(self) -> int:
        """Return how many cells would change."""
        return sum(len(row.changes) for row in self.services)
