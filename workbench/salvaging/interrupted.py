"""Whether a file was left in the middle of a save; asked at every opening, so it knows little."""

from pathlib import Path

from models.store import journal_path


def was_interrupted(path: Path) -> bool:
    """Say whether a writer of ``path`` ended in the middle of a transaction, or is in one now."""
    try:
        return journal_path(path).stat().st_size > 0
    except OSError:
        return False
