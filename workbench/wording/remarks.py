"""What is remarked on a text of the report: where in it, and the sentence that says it."""

from dataclasses import dataclass
from enum import StrEnum

from models.errors import AppError
from workbench.definition.terms import Uid

Span = tuple[int, int]
"""Where something begins and ends in a text."""


class About(StrEnum):
    """What a remark is about."""

    COUNT = "count"
    """How many lines of a kind a service has."""
    LENGTH = "length"
    STYLE = "style"
    SIGN = "sign"
    """A character that does not belong there: lost marks, circled numbers."""
    TWIN = "twin"
    """Two lines that say nearly the same."""
    SOURCE = "source"
    GROWTH = "growth"
    SHARE = "share"
    SCORE = "score"
    """A total, rank, section or average against the result."""
    FIGURE = "figure"
    """A target, an actual or a rate against the marks."""
    SECRET = "secret"
    """What a public report must not say."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark on a text; a remark on no place in it has the length 0."""

    about: About
    start: int
    length: int
    key: str
    values: tuple[tuple[str, object], ...] = ()

    @property
    def words(self) -> AppError:
        """Return the sentence, spelt out in the reader's language."""
        return AppError(self.key, **dict(self.values))


@dataclass(frozen=True, slots=True)
class Remarked:
    """A remark and what it is on: a line of one kind, or the list itself."""

    kind: str
    """``achievement`` or ``improvement``."""
    subject: Uid | None
    """The passage, or the finding where no final wording stands; None for the whole list."""
    remark: Remark


def remark(about: About, span: Span, key: str, **values: object) -> Remark:
    """Return the remark that the sentence ``key`` makes on the place ``span``."""
    start, end = span
    return Remark(about, start, end - start, key, tuple(values.items()))
