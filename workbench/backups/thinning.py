"""The rule by which backups go: all of two days, then one a day, then one a week."""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from models.errors import StoreError
from workbench.backups.shelf import Backup, Why, backups_of, folder_of, image_of, moment_in

ALL_FOR: Final = timedelta(hours=48)
DAYS: Final = 14
WEEKS: Final = 8

_BY_RULE: Final = frozenset({Why.OPEN, Why.TIME, Why.ASKED, Why.CLOSE})
_DRAFT: Final = re.compile(r"\.(.+)\.\d+\.part", re.ASCII)


def surplus(backups: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return the backups that the rule lets go at ``now``; days and weeks are those of its zone.

    Kept are: all of the last 48 hours; of what is older the last one of each of the 14 latest
    days that have any; of what is older still the last one of each of the 8 latest weeks; and
    every backup made before a merge or for a reason that this program does not know.
    """
    by_rule = [row for row in backups if row.why in _BY_RULE and now - row.at > ALL_FOR]
    old = sorted(by_rule, key=lambda row: row.at, reverse=True)

    def day(row: Backup) -> Hashable:
        return row.at.astimezone(now.tzinfo).date()

    def week(row: Backup) -> Hashable:
        return row.at.astimezone(now.tzinfo).date().isocalendar()[:2]

    daily = _last_of_each(old, day)[:DAYS]
    days = {day(row) for row in daily}
    weekly = _last_of_each([row for row in old if day(row) not in days], week)[:WEEKS]
    kept = {row.path for row in (*daily, *weekly)}
    return tuple(row for row in old if row.path not in kept)


def _last_of_each(
    newest_first: Sequence[Backup], span: Callable[[Backup], Hashable]
) -> list[Backup]:
    found: dict[Hashable, Backup] = {}
    for row in newest_first:
        found.setdefault(span(row), row)
    return list(found.values())


def thin_out(document: bytes, opened: Path, now: datetime) -> tuple[Backup, ...]:
    """Delete the backups of a document that the rule lets go and return them.

    The newest backup that is sound stays whatever the rule says, and so does ``opened``, the
    document itself. A file that cannot be deleted is tried again the next time.

    Raises:
        StoreError: the folder cannot be read.
    """
    backups = backups_of(document)
    going = surplus(backups, now)
    if going:
        spared = {opened, _newest_sound(backups, document)}
        going = tuple(row for row in going if row.path not in spared)
    for path in (*(row.path for row in going), *_old_drafts(document, now)):
        with suppress(OSError):
            path.unlink(missing_ok=True)
    return going


def _newest_sound(backups: Sequence[Backup], document: bytes) -> Path | None:
    for backup in backups:
        with suppress(StoreError):
            image_of(backup, document)
            return backup.path
    return None


def _old_drafts(document: bytes, now: datetime) -> list[Path]:
    """Return what a crash left half written, once nobody can be writing it any more."""
    found = []
    with suppress(OSError):
        for path in folder_of(document).iterdir():
            match = _DRAFT.fullmatch(path.name)
            named = moment_in(match[1]) if match is not None else None
            if named is not None and now.astimezone(UTC) - named[0] > ALL_FOR:
                found.append(path)
    return found
