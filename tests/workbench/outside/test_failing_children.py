"""Whatever a child does, the caller gets a refusal with its sentence and goes on."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from models.errors import AppError, StoreError
from tests.workbench.outside.children import SAYING, saying, script, taken_over
from workbench.home import home
from workbench.merging.reading import read_outside_book
from workbench.outside.asking import Readers, Task
from workbench.outside.frames import MOST_ANSWER
from workbench.outside.raw_book import raw_book
from workbench.outside.score_book import SCORE
from workbench.sentences import LANGUAGES, sentence_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tallying import Tally
    from workbench.merging.reading import OutsideBook

QUICK = Task(SCORE.name, SCORE.error, SCORE.refusals, longest_s=1)
LOOP = "while True: pass"

LOST: dict[str, list[str]] = {
    "a program that is not there": ["/nowhere/scorebench", "--read-outside"],
    "a program that ends at once": script("pass"),
    "a program that ends with an error": script("raise SystemExit(3)"),
    "a program that cannot be imported": [sys.executable, "-m", "nothing_of_this_name"],
    "killed before it reads": script("import os, signal; os.kill(os.getpid(), signal.SIGKILL)"),
    "killed after it read": script(
        SAYING, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    ),
    "a fault of memory": script(SAYING, "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"),
    "an abort": script(SAYING, "import os; os.abort()"),
    "an end without a word": script(SAYING, "sys.exit(0)"),
    "half an answer": script(SAYING, "told.write(b'A' + (100).to_bytes(8) + b'{'); told.flush()"),
    "half a size": script(SAYING, "told.write(b'A' + bytes(3)); told.flush()"),
    "words for a size": script(SAYING, "told.write(b'Traceback (most recent call last)')"),
    "an answer of an unknown kind": script(SAYING, "say(b'{}', b'?')"),
    "a size beyond all": script(
        SAYING, f"told.write(b'A' + ({MOST_ANSWER} + 1).to_bytes(8)); told.flush()"
    ),
    "endless words": script(SAYING, "while True: told.write(b'A' + b'\\xff' * 8 + b'x' * 100000)"),
    "closed channels and no end": script(
        SAYING, "import os; os.close(0); os.close(1); import signal; signal.pause()"
    ),
}
"""By name, children that are lost before they have answered."""

NONSENSE: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b"{",
    "no text": b"\xff\xfe",
    "half a character": b'{"answer":"\xed\xa0\x80"}',
    "half a character, escaped": b'{"answer":"\\ud800"}',
    "a fraction": b'{"answer":1.5}',
    "not a number": b'{"answer":NaN}',
    "infinity": b'{"answer":-Infinity}',
    "a number without end": b'{"answer":' + b"9" * 100_000 + b"}",
    "a name twice": b'{"answer":1,"answer":2}',
    "brackets without end": b"[" * 200_000,
    "a list": b"[]",
    "null": b"null",
    "no known name": b'{"said":{}}',
    "an answer and a refusal": b'{"answer":{},"refused":"store_damaged"}',
    "an answer of nothing": b'{"answer":null}',
    "an answer that is a text": b'{"answer":"ok"}',
    "an empty answer": b'{"answer":{}}',
    "a fault": b'{"fault":"Traceback: something broke"}',
    "a fault that is no text": b'{"fault":[1]}',
    "a refusal without values": b'{"refused":"store_damaged"}',
    "a refusal with a list of values": b'{"refused":"store_damaged","values":[]}',
    "a refusal with values of lists": b'{"refused":"store_damaged","values":{"most":[1]}}',
    "a refusal that is not the task's": b'{"refused":"disk_full","values":{}}',
    "a refusal that nobody knows": b'{"refused":"all is well","values":{}}',
    "a refusal that is a list": b'{"refused":["store_damaged"],"values":{}}',
}
"""By name, answers that no sound child gives."""

TAKEN_OVER: dict[str, str] = {
    "a fault of memory": "os.kill(os.getpid(), signal.SIGSEGV)",
    "killed": "os.kill(os.getpid(), signal.SIGKILL)",
    "an end without a word": "os._exit(0)",
    "an exception": "raise KeyError('out of nowhere')",
    "an exception that cannot be told": "raise RuntimeError(chr(0xd800))",
    "memory without end": "return [bytes(1 << 20) for _ in range(1 << 20)]",
    "brackets without end": "deep = []\nfor _ in range(100000): deep = [deep]\nreturn deep",
    "a number with a fraction": "return 1.5",
    "not a number": "return float('nan')",
    "what is no JSON": "return {b'bytes': 1}",
    "half a character": "return chr(0xd800)",
    "more than any answer": f"return 'x' * ({MOST_ANSWER} + 1)",
    "an answer for the next file too": "os.write(3, b'{}' * 1000)\nreturn {}",
    "words to the program itself": "os.write(1, b'A' * 1000)\nreturn 1",
    "the death of the one who waits": "os.kill(os.getppid(), signal.SIGKILL)\nreturn 1",
    "a file on the disk": "open('/tmp/taken-over', 'w').write('x')\nreturn 1",
    "files without end": "return [open('/dev/null') for _ in range(1000)] and 1",
}
"""By name, foreign code inside the process of one file."""


def refused(command: list[str], book: Path, task: Task = SCORE) -> AppError:
    """Why the one file is refused; after it another is read, by a sound child."""
    with Readers(2, command=command) as readers:
        first = readers.begin(task, book.read_bytes(), book.name)
        second = readers.begin(task, b"another", "다른.score")
        with pytest.raises(AppError) as found:
            first.answer(raw_book)
        with pytest.raises(AppError):  # the caller goes on: it gets a verdict on the next one too
            second.answer(raw_book)
    return found.value


def judge(error: AppError, key: str, book: Path) -> None:
    assert (type(error), error.key, error.exit_code) == (StoreError, key, 3)
    for language in LANGUAGES:
        assert book.name in sentence_of(error, language)
    (log,) = (home() / "logs").iterdir()
    assert book.name in log.read_text(encoding="utf-8")
    assert str(log) in sentence_of(error, "ko")


@pytest.mark.parametrize("name", LOST)
def test_a_lost_child_is_a_refusal(
    name: str, book: Path, genuine: OutsideBook, tally: Tally
) -> None:
    error = refused(LOST[name], book)
    tally("children that fail on purpose", 1, int(error.key != "reading_crashed"))
    judge(error, "reading_crashed", book)
    assert read_outside_book(book).digest == genuine.digest


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_is_a_refusal(name: str, book: Path, tally: Tally) -> None:
    error = refused(saying(NONSENSE[name]), book)
    tally("children that fail on purpose", 1, int(error.key != "reading_crashed"))
    judge(error, "reading_crashed", book)


@pytest.mark.parametrize("name", TAKEN_OVER)
def test_foreign_code_in_a_child_is_a_refusal(
    name: str, book: Path, genuine: OutsideBook, tally: Tally
) -> None:
    error = refused(taken_over(TAKEN_OVER[name]), book)
    tally("children that fail on purpose", 1, int(error.key != "reading_crashed"))
    judge(error, "reading_crashed", book)
    assert read_outside_book(book).digest == genuine.digest


@pytest.mark.parametrize("forks", [True, False])
def test_a_child_that_hangs_is_ended(book: Path, forks: bool, tally: Tally) -> None:
    command = taken_over(LOOP) if forks else script(SAYING, LOOP)
    with Readers(command=command, forks=forks) as readers:
        reading = readers.begin(QUICK, book.read_bytes(), book.name)
        with pytest.raises(StoreError) as found:
            reading.answer(raw_book)
    tally("children that fail on purpose", 1, int(found.value.key != "reading_too_slow"))
    judge(found.value, "reading_too_slow", book)


def test_a_child_that_takes_no_bytes_is_ended(book: Path, tally: Tally) -> None:
    with Readers(command=script("import signal; signal.pause()")) as readers:
        reading = readers.begin(QUICK, bytes(8_000_000), book.name)  # more than any pipe holds
        with pytest.raises(StoreError) as found:
            reading.answer(raw_book)
    tally("children that fail on purpose", 1, int(found.value.key != "reading_too_slow"))
    judge(found.value, "reading_too_slow", book)


def test_one_file_never_spoils_the_reading_of_the_next(
    book: Path, genuine: OutsideBook, tally: Tally
) -> None:
    """A file that takes its process over does its worst; those before and behind it are read."""
    worst = f"""
        from workbench.outside.score_tables import score_tables
        if content == b"worst":
            os.kill(os.getppid(), signal.SIGKILL)
            {LOOP}
        return score_tables(content, wanted)
        """
    image = book.read_bytes()
    with Readers(7, command=taken_over(worst)) as readers:
        contents = [image, b"worst", image, image, b"worst", b"worst", image]
        readings = [readers.begin(SCORE, content, book.name) for content in contents]
        answers = [outcome(reading) for reading in readings]
    wanted = ["read" if content == image else "reading_crashed" for content in contents]
    tally("files read before and behind one that takes over", 7, int(answers != wanted))
    assert answers == wanted


def outcome(reading) -> str:
    try:
        reading.answer(raw_book)
    except AppError as error:
        return error.key
    return "read"


def test_a_refusal_says_no_more_than_its_sentence_holds(book: Path) -> None:
    values = {"most": "가" * 5000, "name": "../../etc/passwd"}
    said = json.dumps({"refused": "file_too_big", "values": values}).encode()
    error = refused(saying(said), book)
    assert error.key == "file_too_big"
    assert book.name in sentence_of(error, "ko")
    assert len(sentence_of(error, "ko")) < 500


def test_a_refusal_that_lacks_a_value_of_its_sentence_is_nonsense(book: Path) -> None:
    error = refused(saying(b'{"refused":"file_too_big","values":{}}'), book)
    judge(error, "reading_crashed", book)
