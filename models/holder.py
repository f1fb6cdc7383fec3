"""The ``~$`` note beside an open file: says who holds it. A note, never the lock."""

import getpass
import json
import os
import platform
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path


def note_path(path: Path) -> Path:
    """Return where the note about ``path`` stands."""
    return path.with_name(f"~${path.name}")


def write_note(path: Path) -> None:
    """Note that this process holds ``path``; a folder that refuses the note is no obstacle."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # no login name and no passwd entry
        user = "?"
    note = {
        "user": user,
        "computer": platform.node() or "?",
        "since": datetime.now(UTC).astimezone().isoformat(timespec="minutes"),
        "process": os.getpid(),
    }
    target = note_path(path)
    with suppress(OSError):
        target.unlink(missing_ok=True)  # never through a link or into a pipe laid there
        with target.open("x", encoding="utf-8") as stream:
            json.dump(note, stream, ensure_ascii=False)


def read_note(path: Path) -> dict[str, str]:
    """Return user, computer and since of the holder of ``path``; empty where there is no note."""
    target = note_path(path)
    try:
        if target.is_symlink() or not target.is_file():
            return {}
        note = json.loads(target.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(note, dict):
        return {}
    return {key: str(note.get(key, "?"))[:80] for key in ("user", "computer", "since")}


def remove_note(path: Path) -> None:
    """Take the note away again."""
    with suppress(OSError):
        note_path(path).unlink(missing_ok=True)
