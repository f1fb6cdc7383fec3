"""What is proven with the frozen programs, and the places where it is: here, or in a root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.errors import StoreError
from workbench.outside import ARGUMENT
from workbench.outside.asking import Readers
from workbench.outside.score_book import read_book

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".exe" if sys.platform == "win32" else ""
PATIENCE_S = 120
"""A window nobody can close must not keep the proof waiting for ever."""

FORMS = {"report.xlsx": b"PK\x03\x04", "report.docx": b"PK\x03\x04"}
PICTURE, PDF = b"\x89PNG", b"%PDF-"


class Failed(Exception):
    """Something does not hold; the text is a finished sentence."""


@dataclass(frozen=True)
class Here:
    """This machine: programs and files are where they are."""

    programs: Path
    """The folder of the bundle, as the programs see it."""
    files: Path
    """Where the proof writes, as the programs see it; emptied by ``fresh``."""
    settings: dict[str, str] = field(default_factory=dict)

    def fresh(self) -> None:
        """Begin with an empty folder for what the proof writes."""
        shutil.rmtree(self.seen(self.files), ignore_errors=True)
        self.seen(self.files).mkdir(parents=True)

    def seen(self, path: Path) -> Path:
        """Return where this process finds what the programs call ``path``."""
        return path

    def command(self, words: list[str], settings: dict[str, str]) -> subprocess.Popen[str]:
        """Start a program with these settings besides the place's own."""
        home = {"SCORING_WORKBENCH_HOME": str(self.files / "home")}
        return subprocess.Popen(
            words,
            env={**os.environ, **home, **self.settings, **settings},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    def call(self, program: str, *words: str | Path, **settings: str) -> str:
        """Run a program to its end and return what it said.

        Raises:
            Failed: it ended with another code than 0, or not at all.
        """
        line = [str(self.programs / f"{program}{SUFFIX}"), *map(str, words)]
        with self.command(line, settings) as running:
            try:
                said, _ = running.communicate(timeout=PATIENCE_S)
            except subprocess.TimeoutExpired:
                running.kill()
                raise Failed(f"No end after {PATIENCE_S} s: {' '.join(line)}") from None
        if running.returncode != 0:
            raise Failed(f"Code {running.returncode} from {' '.join(line)}:\n{said}")
        return said

    def expect(self, path: Path, beginning: bytes) -> None:
        """Say that a file was written, by how it begins.

        Raises:
            Failed: it is absent or begins otherwise.
        """
        seen = self.seen(path)
        if not seen.is_file() or not seen.read_bytes().startswith(beginning):
            raise Failed(f"{path.name} was not written as it should be.")


def prove_commands(place: Here) -> None:
    """Sample round, check, merge through the reading child, workbook and document."""
    place.fresh()
    demo = place.files / "demo"
    place.call("scorebench", "demo", demo)
    round_file = demo / "sample.round"
    books = _books(place, demo)
    place.call("scorebench", "check", round_file, *books)
    place.call("scorebench", "merge", round_file, *books)
    for name, begins in FORMS.items():
        place.call("scorebench", "export", round_file, "-o", place.files / name, "--draft")
        place.expect(place.files / name, begins)


def prove_reading(place: Here) -> None:
    """Have either program serve as the child that reads foreign bytes; the window merges, too.

    Raises:
        Failed: one of them does not read a sound book.
    """
    book = place.seen(_books(place, place.files / "demo")[0])
    for program in ("scorebench", "ScoringWorkbench"):
        command = [str(place.programs / f"{program}{SUFFIX}"), ARGUMENT]
        try:
            with Readers(command=command) as readers:
                found = read_book(book.read_bytes(), book.name, readers=readers)
        except StoreError as error:
            raise Failed(f"{program} does not read {book.name}: {error.key}") from error
        if not found.revisions:
            raise Failed(f"{program} found nothing in {book.name}.")


def _books(place: Here, demo: Path) -> list[Path]:
    found = sorted(place.seen(demo / "score-books").glob("*.score"))
    if not found:
        raise Failed("The sample round came without score books.")
    return [demo / "score-books" / path.name for path in found]


def prove_window(place: Here, platform: str) -> None:
    """Paint the round and a score book with the window, and print the report as PDF."""
    demo = place.files / "demo"
    for document in (demo / "sample.round", _books(place, demo)[0]):
        picture = place.files / f"{platform}-{document.suffix[1:]}.png"
        place.call("ScoringWorkbench", document, "--picture", picture, QT_QPA_PLATFORM=platform)
        place.expect(picture, PICTURE)
    report = place.files / f"{platform}.pdf"
    place.call("scorebench", "export", demo / "sample.round", "-o", report, "--draft")
    place.expect(report, PDF)
