"""How the command line speaks: language, sentences, one JSON object, progress on a terminal."""

import json
import locale
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import click

from models.errors import AppError, StoreError
from models.kept import kept
from workbench.progress import Progress, silent
from workbench.sentences import DEFAULT_LANGUAGE, LANGUAGES, say, sentence_of

_UNSET = ("C", "POSIX")


@dataclass(frozen=True, slots=True)
class Speaker:
    """In which language and form one command answers."""

    language: str
    as_json: bool

    def line(self, key: str, /, **values: object) -> None:
        """Print one sentence, unless the answer is JSON."""
        self.text(say(key, self.language, **values))

    def text(self, text: str) -> None:
        """Print text that is the same in every language, unless the answer is JSON."""
        if not self.as_json:
            _print(text)

    def in_any_form(self, text: str) -> None:
        """Print text that was asked for as such, as help is."""
        _print(text)

    def answer(self, found: Mapping[str, Any]) -> None:
        """Print the one JSON object, if JSON is wanted."""
        if self.as_json:
            _print(json.dumps(found, ensure_ascii=False, sort_keys=True))

    def sentence(self, error: AppError) -> str:
        """Return the finished sentence of ``error``."""
        return sentence_of(error, self.language)

    def complain(self, error: AppError) -> None:
        """Print the sentence of ``error`` on standard error."""
        _print_beside(self.sentence(error))

    def fail(self, error: AppError) -> None:
        """Print ``error`` as the end of a command that has no object of its own."""
        self.refuse(self.sentence(error), error.exit_code)

    def refuse(self, sentence: str, code: int) -> None:
        """Print a finished sentence as the end of a command, on whatever stream takes it."""
        _print_beside(sentence)
        with suppress(StoreError):  # the code says it all the same
            self.answer({"error": sentence, "code": code})

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """Give a progress that draws a bar on a terminal and is silent elsewhere."""
        if self.as_json or sys.stderr is None or not sys.stderr.isatty():
            yield silent
            return
        with click.progressbar(length=1, file=sys.stderr) as bar:

            def draw(done: int, total: int, doing: str) -> None:
                bar.length = max(total, 1)
                bar.label = doing[:30]
                bar.update(done - bar.pos)

            yield draw


def _print(text: str) -> None:
    """Print on standard output; one that takes nothing more is a disk trouble, not a bug.

    Who closed the other end of a pipe has read enough: the work goes on and ends as it would.

    Raises:
        StoreError: the text cannot be written.
    """
    try:
        click.echo(text)
    except BrokenPipeError:
        sys.stdout = _nowhere()
    except OSError as error:
        sys.stdout = _nowhere()
        key = "output_unwritable_kept" if kept.is_set() else "output_unwritable"
        raise StoreError(key) from error


def _print_beside(text: str) -> None:
    """Print on standard error, if there is any that takes it: what was found is told anyway."""
    try:
        click.echo(text, err=True)
    except OSError:
        sys.stderr = _nowhere()


def _nowhere() -> TextIO:
    """Return a stream that takes everything: what a full one holds would fail again at the end."""
    return Path(os.devnull).open("w", encoding="utf-8")


def speaker_for(arguments: Sequence[str]) -> Speaker:
    """Return how to answer a command line, also one that cannot be parsed."""
    wanted = ""
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            wanted = arguments[place + 1]
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    language = wanted if wanted in LANGUAGES else language_of_locale()
    return Speaker(language, "--json" in arguments)


def language_of_locale() -> str:
    """Return the locale's language where it is ours, else Korean; C counts as unset."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "").partition(".")[0]
        if value and value not in _UNSET:
            break
    else:
        value = _language_of_system()
    short = value.partition("_")[0].casefold()
    return short if short in LANGUAGES else DEFAULT_LANGUAGE


def _language_of_system() -> str:
    if sys.platform != "win32":
        return ""
    name = locale.getlocale()[0] or ""  # Windows: "Korean_Korea", "English_United States"
    return {"korean": "ko", "english": "en"}.get(name.partition("_")[0].casefold(), name)
