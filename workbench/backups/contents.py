"""What the backup of a document holds, and in which marks it differs from the document now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from models.errors import StoreError
from models.imports import events
from models.journal import head_revisions
from models.picture import image_store
from models.schema import DocumentKind
from models.sqlite import header_of
from models.store import Store
from workbench.backups.shelf import Backup, image_of, unfit
from workbench.definition.terms import Definition, Uid
from workbench.home import moment
from workbench.journal.fields import FIGURES, FINDINGS, OF_SERVICE, TEXTS_OF_INDICATOR, Field
from workbench.results.conflicts import marks_tally
from workbench.rounds.desk import RoundDesk
from workbench.scoring.book import Book
from workbench.scoring.sheet import SheetState

Place = tuple[Uid, Uid, Uid, str]
"""Owner, service, subject, field."""
Values = Mapping[Place, frozenset[str]]
"""What stands in every cell that holds anything."""

_MARKS: Final = FIGURES | {Field.NOT_APPLICABLE, Field.MODERATION}
_TEXTS: Final = TEXTS_OF_INDICATOR | frozenset(FINDINGS) | OF_SERVICE


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in a backup."""

    given: int
    expected: int
    latest: datetime | None
    """When its newest entry was made, UTC; None where it holds none."""
    marks: tuple[tuple[int, str], ...]
    """Service number and indicator code of every mark that is another one now."""
    texts: int
    """How many texts are others now."""


def values_in(image: bytes, path: Path) -> Values:
    """Return what stands in the cells of the document in ``image``; ``path`` names it.

    Raises:
        StoreError: the image is damaged.
    """
    kind, _ = header_of(image, path.name)
    with image_store(image, path, kind) as store:
        return _values(store)


def contents_of(backup: Backup, document: bytes, present: Values) -> Contents:
    """Return what a backup holds, compared with what stands in the document now.

    Raises:
        StoreError: it cannot be read, is damaged, newer, or of another document.
    """
    image = image_of(backup, document)
    try:
        kind, _ = header_of(image, backup.path.name)
        with image_store(image, backup.path, kind) as store:
            if kind is DocumentKind.ROUND:
                return _of_round(RoundDesk(store), _values(store), present)
            return _of_book(Book(store), _values(store), present)
    except StoreError as error:
        raise unfit(backup, error) from error


def _of_book(book: Book, then: Values, now: Values) -> Contents:
    counted = [sheet for sheet in book.sheets() if sheet.state is not SheetState.RECUSED]
    changed = _changed(then, now)
    return Contents(
        given=sum(sheet.given for sheet in counted),
        expected=sum(sheet.expected for sheet in counted),
        latest=book.saved_at,
        marks=_named(book.definition, changed),
        texts=_texts(changed),
    )


def _of_round(desk: RoundDesk, then: Values, now: Values) -> Contents:
    tally = marks_tally(desk.outcome()).values()
    with desk.store.read() as connection:
        happened = events(connection)
    expected = sum(wanted for wanted, _ in tally)
    changed = _changed(then, now)
    return Contents(
        given=expected - sum(missing for _, missing in tally),
        expected=expected,
        latest=moment(happened[-1].at) if happened else None,
        marks=_named(desk.definition, changed),
        texts=_texts(changed),
    )


def _changed(then: Values, now: Values) -> set[Place]:
    return {place for place in then.keys() | now.keys() if then.get(place) != now.get(place)}


def _texts(changed: set[Place]) -> int:
    return sum(field in _TEXTS for _, _, _, field in changed)


def _named(definition: Definition, changed: set[Place]) -> tuple[tuple[int, str], ...]:
    order = {row.uid: index for index, row in enumerate(definition.indicators)}
    places = {
        (definition.service[service].number, order[subject], definition.indicator[subject].code)
        for _, service, subject, field in changed
        if field in _MARKS and service in definition.service and subject in order
    }
    return tuple((number, code) for number, _, code in sorted(places))


def _values(store: Store) -> Values:
    found: dict[Place, set[str]] = {}
    with store.read() as connection:
        for row in head_revisions(connection):
            if row.value is not None:
                found.setdefault(row.cell, set()).add(row.value)
    return {place: frozenset(texts) for place, texts in found.items()}
