"""An update book: a newer hand-out of the same book, taken into the one that holds the marks."""

from dataclasses import dataclass
from pathlib import Path

from models.errors import AppError
from workbench.definition.terms import Definition
from workbench.errors import MergeError
from workbench.merging.reading import OutsideBook, judged_book
from workbench.results.outcome import MarkState, Outcome
from workbench.results.scoring import compute
from workbench.rounds.zipped import book_image
from workbench.scoring.book import Book
from workbench.setup.changes import changed_parts
from workbench.setup.effects import Effect, effects


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What an update book brings to its evaluator; 0 versions where it is nothing newer."""

    versions: int
    """Definition versions that are added."""
    changes: tuple[AppError, ...]
    """What is different for him."""
    effects: tuple[Effect, ...]
    """What happens to his own marks."""
    enter_again: int
    """His marks that have to be entered again from now on."""
    stray: int
    """His marks that are kept but do not count from now on."""
    missing: int
    """Marks that are expected from him and not there."""
    ends_seal: bool
    """The book was sealed and has to be sealed anew."""

    @property
    def is_newer(self) -> bool:
        """Say whether the update brings anything."""
        return self.versions > 0


def plan_update(book: Book, path: Path) -> UpdateReport:
    """Return what taking the update book at ``path`` would do; nothing is written.

    Raises:
        MergeError: it is another book, or belongs to a round that went another way.
        StoreError: it cannot be read or does not prove itself.
    """
    return _planned(book, _judged(book, path))


def take_update(book: Book, path: Path) -> UpdateReport:
    """Take the definition of the update book at ``path`` into ``book``, in one transaction.

    Marks and texts stay as they are, byte for byte; an older update or the same one changes
    nothing.

    Raises:
        MergeError: it is another book, or belongs to a round that went another way.
        StoreError: it cannot be read, does not prove itself, or the disk refuses; ``book`` is as
            before.
    """
    update = _judged(book, path)
    report = _planned(book, update)
    if report.is_newer:
        newer = [row for hash_, row in update.versions.items() if hash_ not in book.versions]
        book.take_versions(newer, update.texts, update.version)
    return report


def _judged(book: Book, path: Path) -> OutsideBook:
    update = judged_book(path, book_image(path))
    if (update.uid, update.round, update.owner) != (book.uid, book.round, book.owner.uid):
        raise MergeError("update_other_book", name=path.name, book=book.path.name)
    lacks = [hash_ for hash_ in book.versions if hash_ not in update.versions]
    has_more = any(hash_ not in book.versions for hash_ in update.versions)
    if lacks and has_more:
        raise MergeError("update_went_apart", name=path.name, book=book.path.name)
    return update


def _planned(book: Book, update: OutsideBook) -> UpdateReport:
    added = sum(hash_ not in book.versions for hash_ in update.versions)
    after = update.definitions[update.version] if added else book.definition
    known = {**update.definitions, **book.versions}
    before_outcome = compute(book.definition, book.heads, known)
    after_outcome = compute(after, book.heads, known)
    found = effects(before_outcome, after_outcome)
    own = tuple(row for row in found if row.place[0] == book.owner.uid)
    return UpdateReport(
        versions=added,
        changes=_changes(book.definition, after),
        effects=own,
        enter_again=_count(after_outcome, MarkState.ENTER_AGAIN),
        stray=len({(row.service, row.indicator) for row in after_outcome.strays}),
        missing=_count(after_outcome, MarkState.EMPTY, MarkState.NO_POINTS),
        ends_seal=bool(added) and book.receipt() is not None,
    )


def _changes(before: Definition, after: Definition) -> tuple[AppError, ...]:
    return () if before == after else changed_parts(before, after)


def _count(outcome: Outcome, *states: MarkState) -> int:
    return sum(
        mark.state in states
        for service in outcome.services
        for made in service.indicators
        for mark in made.marks
    )
