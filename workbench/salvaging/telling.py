"""What was salvaged and what is missing, as finished sentences for the command line and window."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from models.errors import AppError
from models.journal import Revision
from workbench.definition.places import place_of, places_of
from workbench.definition.terms import Definition
from workbench.salvaging.losses import Group, Losses
from workbench.salvaging.salvaging import Salvaged
from workbench.text import clean_text

NAMED_MOST: Final = 12
"""How many places a sentence names; the rest is counted. The JSON answer names all."""
_SHORT: Final = 60


def sentences(done: Salvaged) -> tuple[AppError, ...]:
    """Return what was salvaged, what is missing, and which backup there is, in that order."""
    return tuple(_sentences(done))


def _sentences(done: Salvaged) -> Iterator[AppError]:
    yield AppError("salvaged_to", count=done.kept, path=str(done.path))
    if done.found.from_backup:
        yield AppError("salvaged_from_backup", count=done.found.from_backup)
    if done.losses.is_nothing:
        yield AppError("salvaged_whole")
    else:
        yield from _missing(done.losses, done.found.definition)
    if done.backup is None:
        yield AppError("salvage_no_backup")
    else:
        at = f"{done.backup.backup.at.astimezone():%Y-%m-%d %H:%M}"
        yield AppError("salvage_backup", at=at, path=str(done.backup.backup.path))


def _missing(losses: Losses, definition: Definition) -> Iterator[AppError]:
    if losses.missing:
        groups = _first([group_words(group, definition) for group in losses.missing])
        count = sum(group.count for group in losses.missing)
        yield AppError("salvage_missing", count=count, groups=groups)
    if losses.left_out:
        rows = _first([left_out_words(row, definition) for row in losses.left_out])
        yield AppError("salvage_left_out", count=len(losses.left_out), places=rows)
    if losses.older:
        places = _first(places_of(definition, losses.older))
        yield AppError("salvage_older", count=len(losses.older), places=places)
    if losses.imports:
        names = [clean_text(row.file)[:_SHORT] for row in losses.imports]
        files = _first([AppError("salvage_file", file=name) for name in names])
        yield AppError("salvage_imports", count=len(losses.imports), files=files)
    if losses.books:
        people = _first(
            [AppError("salvage_person", **_person(definition, uid)) for uid in losses.books]
        )
        yield AppError("salvage_books", people=people)
    for key, count in (
        ("salvage_seals", losses.seals),
        ("salvage_versions", losses.versions),
        ("salvage_events", losses.events),
        ("salvage_pages", losses.pages),
    ):
        if count:
            yield AppError(key, count=count)
    if losses.torn:
        parts = tuple(AppError(f"salvage_part_{table}") for table in losses.torn)
        yield AppError("salvage_torn", parts=parts)
    if losses.was_final:
        yield AppError("salvage_reopened")


def group_words(group: Group, definition: Definition) -> AppError:
    """Return whose and of which service missing entries are, as far as that is known."""
    service = definition.service.get(group.service or b"")
    person = _person(definition, group.owner)
    if service is None and not person["code"]:
        return AppError("salvage_group_unknown", count=group.count)
    if service is None:
        return AppError("salvage_group_person", count=group.count, **person)
    named = {"number": service.number, "service": service.name}
    return AppError("salvage_group", count=group.count, **person, **named)


def left_out_words(row: Revision, definition: Definition) -> AppError:
    """Return where an entry that was left out stands, and what it held."""
    value = "–" if row.value is None else row.value
    if len(value) > _SHORT:
        value = f"{value[:_SHORT]}…"
    return AppError("salvage_value", place=place_of(definition, row.cell), value=value)


def _person(definition: Definition, uid: bytes | None) -> dict[str, str]:
    row = definition.evaluator.get(uid or b"")
    return {"code": "", "name": ""} if row is None else {"code": row.code, "name": row.name}


def _first(words: Sequence[AppError]) -> tuple[AppError, ...]:
    rest = len(words) - NAMED_MOST
    more: Iterable[AppError] = (AppError("salvage_more", count=rest),) if rest > 0 else ()
    return (*words[:NAMED_MOST], *more)
