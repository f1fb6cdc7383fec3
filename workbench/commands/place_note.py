"""A note on standard error about a document in a place where it is better not written."""

from pathlib import Path

from workbench.commands.speaking import Speaker
from workbench.placement.asking import note_about


def note_place(speaker: Speaker, path: Path) -> None:
    """Say where ``path`` lies if that is a reason for a working copy; nothing else changes."""
    note = note_about(path)
    if note is not None:
        speaker.complain(note)
