"""What is said of a backup: when, why, what it holds, and how it differs from now."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from workbench.backups.contents import Contents

_NAMED_MOST = 8
_KIB = 1024


def when_words(at: datetime, now: datetime) -> str:
    """Return when it was made, seen from ``now``, in local time."""
    local, today = at.astimezone(now.tzinfo), now.date()
    time = f"{local:%H:%M}"
    if local.date() == today:
        return QCoreApplication.translate("Backups", "Today {time}").format(time=time)
    if local.date() == today - timedelta(days=1):
        return QCoreApplication.translate("Backups", "Yesterday {time}").format(time=time)
    day = f"{local:%m-%d}" if local.year == today.year else f"{local:%Y-%m-%d}"
    return f"{day} {time}"


def why_words(why: str) -> str:
    """Return what it was made for."""
    return {
        "open": QCoreApplication.translate("Backups", "When the file was opened"),
        "time": QCoreApplication.translate("Backups", "While scoring"),
        "asked": QCoreApplication.translate("Backups", "Asked for"),
        "close": QCoreApplication.translate("Backups", "When the file was closed"),
        "merge": QCoreApplication.translate("Backups", "Before a merge"),
        "withdraw": QCoreApplication.translate("Backups", "Before an import was withdrawn"),
        "change": QCoreApplication.translate("Backups", "Before the definition was changed"),
        "repair": QCoreApplication.translate("Backups", "Before the file was repaired"),
        "final": QCoreApplication.translate("Backups", "Before the round was made final"),
    }.get(why, QCoreApplication.translate("Backups", "For another reason"))


def size_words(size: int) -> str:
    """Return how large a file is."""
    kib = -(-size // _KIB)
    if kib < _KIB:
        return f"{kib} KB"
    tenths = kib * 10 // _KIB
    return f"{tenths // 10}.{tenths % 10} MB"


def held_words(contents: Contents) -> str:
    """Return how many marks it holds."""
    words = QCoreApplication.translate("Backups", "Marks {given} / {expected}")
    return words.format(given=contents.given, expected=contents.expected)


def difference_words(contents: Contents) -> str:
    """Return how many marks and texts are others now."""
    marks, texts = len(contents.marks), contents.texts
    if marks and texts:
        words = QCoreApplication.translate(
            "Backups", "Other than now: marks {marks}, texts {texts}"
        )
    elif marks:
        words = QCoreApplication.translate("Backups", "Other than now: marks {marks}")
    elif texts:
        words = QCoreApplication.translate("Backups", "Other than now: texts {texts}")
    else:
        words = QCoreApplication.translate("Backups", "The same as now")
    return words.format(marks=marks, texts=texts)


def named_words(contents: Contents) -> str:
    """Return which marks are others now, the first ones by name; empty where none is."""
    if not contents.marks:
        return ""
    one = QCoreApplication.translate("Backups", "No. {number} {code}")
    named = " · ".join(
        one.format(number=number, code=code) for number, code in contents.marks[:_NAMED_MOST]
    )
    more = len(contents.marks) - _NAMED_MOST
    if more > 0:
        words = QCoreApplication.translate("Backups", "Other marks now: {named} and {more} more")
        return words.format(named=named, more=more)
    return QCoreApplication.translate("Backups", "Other marks now: {named}").format(named=named)
