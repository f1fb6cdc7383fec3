"""Speaking to the program as a script does: arguments in; exit code, JSON and sentences out."""

from __future__ import annotations

import io
import json
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.commands.main import main
from workbench.home import home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CODES = {0, 2, 3, 4, 5}
"""Every exit code that scripts depend on."""


class Answer(NamedTuple):
    code: int
    found: Any
    """The one JSON object; None where the answer was asked for as text."""
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        """The sentences on standard error, one to a line."""
        return self.err.splitlines()


def scorebench(*arguments: object, as_text: bool = False) -> Answer:
    """Run one command in this process and hold it to what every command promises."""
    words = [str(argument) for argument in arguments]
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(words if as_text else [*words, "--json"])
    answer = Answer(code, None if as_text else json.loads(out.getvalue()), *_texts(out, err))
    assert code in CODES, (answer, logged())
    assert "Traceback" not in answer.out + answer.err
    if not as_text:
        assert answer.out.count("\n") == 1
        assert list(answer.found) == sorted(answer.found)
    return answer


def logged() -> str:
    """What the program wrote into its log of bugs, for the failing test to show."""
    return "".join(path.read_text(encoding="utf-8") for path in (home() / "logs").glob("*.log"))


def _texts(*streams: io.StringIO) -> tuple[str, ...]:
    return tuple(stream.getvalue() for stream in streams)


def done(*arguments: object) -> Any:
    """Run a command that must succeed without a complaint; return its JSON object."""
    answer = scorebench(*arguments)
    assert (answer.code, answer.err) == (0, "")
    return answer.found


def refused(code: int, *arguments: object) -> list[str]:
    """Run a command that must end with ``code`` and no object of its own; return its sentences."""
    answer = scorebench(*arguments)
    assert answer.code == code, answer
    assert answer.found == {"code": code, "error": answer.err.removesuffix("\n")}
    require_plain(answer.complaints)
    return answer.complaints


def require_plain(sentences: list[str]) -> None:
    """Every line is a finished sentence for a person: no key, no placeholder, no technical word."""
    assert sentences
    for sentence in sentences:
        assert sentence.rstrip().endswith((".", "?", ")", "!")), sentence
        assert not {"{", "}", "Error", "sqlite", "None", "b'"} & set(sentence.split()), sentence
        assert "{" not in sentence, sentence
    assert len(set(sentences)) == len(sentences)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def nothing_changes(folder: Path) -> Iterator[None]:
    """Hold the block to leaving every file below ``folder`` as it was, and no other beside it."""
    before = contents(folder)
    yield
    after = contents(folder)
    assert after.keys() == before.keys()
    assert [name for name, content in before.items() if after[name] != content] == []
