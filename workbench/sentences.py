"""Every sentence people read from below the window, in Korean and English, by key.

The words stand in ``resources/sentences/{ko,en}/*.toml``: one table of ``key = "sentence"``
per file, with ``{places}`` for values. The fixed sentences of the report and the workbook are
Korean in every language and do not stand there.
"""

from functools import cache
from pathlib import PurePath
from typing import Final

from models.errors import AppError
from workbench.particles import with_particles
from workbench.text import visible

LANGUAGES: Final = ("ko", "en")
DEFAULT_LANGUAGE: Final = "ko"
_OF_FILES: Final = frozenset(
    {"name", "path", "file", "files", "folder", "other", "backup", "log", "book"}
)
"""The places for names of files, which stand on one line whatever they hold."""


@cache
def catalog(language: str) -> dict[str, str]:
    """Return all sentences of ``language`` by key."""
    # nothing may have to be said for long, as in a window that is being painted
    import tomllib
    from importlib.resources import files

    found: dict[str, str] = {}
    for entry in sorted(
        files("resources").joinpath("sentences", language).iterdir(), key=lambda item: item.name
    ):
        if entry.name.endswith(".toml"):
            found |= tomllib.loads(entry.read_text(encoding="utf-8"))
    return found


def say(key: str, language: str, /, **values: object) -> str:
    """Return the sentence ``key`` with its places filled.

    Errors among the values are spelt out; several in a tuple stand one after the other.
    """
    spelt = {name: _spelt(value, language) for name, value in values.items()}
    for name in spelt.keys() & _OF_FILES:
        spelt[name] = "\ufffd".join(str(spelt[name]).splitlines())  # or it could forge a line
    sentence = catalog(language)[key]
    if language == "ko":
        sentence = with_particles(sentence, spelt)
    return sentence.format(**spelt)


def _spelt(value: object, language: str) -> object:
    if isinstance(value, AppError):
        return sentence_of(value, language)
    if isinstance(value, tuple):
        return ", ".join(str(_spelt(item, language)) for item in value)
    return visible(str(value)) if isinstance(value, str | PurePath) else value


def sentence_of(error: AppError, language: str) -> str:
    """Return the finished sentence of ``error``; several problems stand on lines of their own."""
    parts: tuple[AppError, ...] = getattr(error, "problems", ()) or getattr(error, "reasons", ())
    lines = [say(error.key, language, **error.values)]
    lines += [f"- {sentence_of(part, language)}" for part in parts]
    return "\n".join(lines)
