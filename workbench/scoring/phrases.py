"""The evaluator's own phrases: kept for this user of this computer, not in any book."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from workbench.errors import InputError, StoreError
from workbench.hangul import holds
from workbench.home import home
from workbench.text import clean_text

MOST: Final = 500
LONGEST: Final = 2_000


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text worth writing again, and how often it was."""

    text: str
    used: int = 0


class Phrases:
    """All phrases, the last used first; every change is in the file when it returns.

    Each change starts from what the file holds then, so that two windows lose nothing to each
    other. A file that cannot be read is moved aside, never written over.
    """

    def __init__(self, file: Path) -> None:
        """Take ``file``, which need not exist; nothing is read yet."""
        self._file = file
        self._all: tuple[Phrase, ...] = ()
        self.aside: Path | None = None
        """Where an unreadable file was moved to, until the next reading."""

    @classmethod
    def of_user(cls) -> Self:
        """Return the phrases of whoever sits at this computer."""
        return cls(home() / "phrases.json")

    def load(self) -> None:
        """Read what the file holds now.

        Raises:
            StoreError: the disk refuses.
        """
        self.aside = None
        try:
            self._all = _parsed(self._file.read_bytes())
        except FileNotFoundError:
            self._all = ()
        except OSError as error:
            raise StoreError("phrases_unread", name=self._file.name) from error
        except ValueError:
            self._all = ()
            self._move_aside()

    def matching(self, wanted: str = "") -> tuple[Phrase, ...]:
        """Return the phrases that hold every word of ``wanted``, the most used first."""
        found = [phrase for phrase in self._all if holds(phrase.text, wanted)]
        return tuple(sorted(found, key=lambda phrase: -phrase.used))

    def add(self, text: str) -> None:
        """Keep ``text`` as a phrase; one that is kept already stays, with its count.

        Raises:
            InputError: blank, too long, or there are too many already.
            StoreError: the disk refuses.
        """
        cleaned = clean_text(text)
        if not cleaned:
            raise InputError("phrase_blank")
        if len(cleaned) > LONGEST:
            raise InputError("phrase_long", length=len(cleaned), most=LONGEST)
        self._put_first(cleaned, lambda phrase: phrase)

    def use(self, text: str) -> None:
        """Count that a phrase was written once more.

        Raises:
            StoreError: the disk refuses.
        """
        self._put_first(text, lambda phrase: Phrase(phrase.text, phrase.used + 1))

    def remove(self, text: str) -> None:
        """Forget a phrase.

        Raises:
            StoreError: the disk refuses.
        """
        self.load()
        self._write([phrase for phrase in self._all if phrase.text != text])

    def restore(self, phrase: Phrase) -> None:
        """Take a removed phrase back with its count.

        Raises:
            InputError: there are too many by now.
            StoreError: the disk refuses.
        """
        self._put_first(phrase.text, lambda _: phrase)

    def _put_first(self, text: str, change: Callable[[Phrase], Phrase]) -> None:
        self.load()
        kept = next((phrase for phrase in self._all if phrase.text == text), None)
        if kept is None and len(self._all) >= MOST:
            raise InputError("phrases_full", most=MOST)
        first = change(kept or Phrase(text))
        self._write([first, *(phrase for phrase in self._all if phrase.text != text)])

    def _write(self, phrases: list[Phrase]) -> None:
        """Write beside the file, then put it in place."""
        rows = [{"text": phrase.text, "used": phrase.used} for phrase in phrases]
        draft = self._file.with_suffix(f".{os.getpid()}.part")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("w", encoding="utf-8") as stream:
                json.dump({"phrases": rows}, stream, ensure_ascii=False, indent=1)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(draft, self._file)
        except OSError as error:
            with suppress(OSError):
                draft.unlink()
            raise StoreError("phrases_unwritten", name=self._file.name) from error
        self._all = tuple(phrases)

    def _move_aside(self) -> None:
        target = self._file.with_suffix(".bad")
        number = 1
        while target.exists():
            number += 1
            target = self._file.with_suffix(f".{number}.bad")
        try:
            os.rename(self._file, target)
        except OSError as error:
            raise StoreError("phrases_unread", name=self._file.name) from error
        self.aside = target


def _parsed(data: bytes) -> tuple[Phrase, ...]:
    """Return the phrases in a file's bytes.

    Raises:
        ValueError: it is not a file of phrases.
    """
    whole = json.loads(data)
    rows = whole.get("phrases") if isinstance(whole, dict) else None
    if not isinstance(rows, list):
        raise ValueError("no list of phrases")
    found: dict[str, Phrase] = {}
    for row in rows:
        text = row.get("text") if isinstance(row, dict) else None
        used = row.get("used", 0) if isinstance(row, dict) else None
        if not isinstance(text, str) or type(used) is not int:
            raise ValueError("no phrase")
        if cleaned := clean_text(text):
            found.setdefault(cleaned, Phrase(cleaned, used))
    return tuple(found.values())
