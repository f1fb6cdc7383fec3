"""Whether a file was left in the middle of a save; asked at every opening, so it knows little."""

from pathlib import Path

from models.recovering import has_journal


def was_interrupted(path: Path) -> bool:
    """Say whether a writer of ``path`` ended in the middle of a transaction, or is in one now."""
    return has_journal(path)
