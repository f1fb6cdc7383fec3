"""A cell as the window names it, in every order of work."""

from dataclasses import dataclass

from workbench.definition.terms import Uid

COMMENT = "comment"
EVIDENCE = "evidence"
SURVEY_BASIS = "survey_basis"
NOT_APPLICABLE = "not_applicable"
OPINION = "opinion"
RECUSAL = "recusal"
LISTS = ("achievement", "improvement")
TEXTS = (COMMENT, EVIDENCE, NOT_APPLICABLE)
"""Fields of an indicator that are no figures."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of a service: of an indicator, of a finding, or of the service itself (None)."""

    service: Uid
    subject: Uid | None
    field: str


def words_of_cell(cell: Cell) -> list[str]:
    """Return a cell as plain words, for the settings."""
    return [cell.service.hex(), (cell.subject or b"").hex(), cell.field]


def cell_from_words(words: object) -> Cell | None:
    """Return the cell that ``words_of_cell`` wrote, None where it is none."""
    if not isinstance(words, list) or len(words) != 3:
        return None
    try:
        service, subject = (bytes.fromhex(str(word)) for word in words[:2])
    except ValueError:
        return None
    return Cell(service, subject or None, str(words[2]))
