"""A real second process, driven line by line: it acts when told and answers when done."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path

PRELUDE = """
import sys
from pathlib import Path
from sqlalchemy import insert
from models.definitions import facts, set_fact
from models.errors import AppError, StoreError
from models.schema import DocumentKind
from models.sqlite import read_header
from models.picture import read_store
from models.store import open_store
from models.tables import part

path = Path(sys.argv[1])

def say(*words):
    print(*words, flush=True)

def heard():
    return sys.stdin.readline().strip()

def big_parts(first, count):
    return [
        {"hash": number.to_bytes(32), "body": "x" * 5000}
        for number in range(first, first + count)
    ]
"""


class SecondProcess:
    """Runs ``code`` after the prelude; killed at the latest when the block ends."""

    def __init__(self, code: str, path: Path) -> None:
        self._running = subprocess.Popen(
            [sys.executable, "-c", PRELUDE + code, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def said(self) -> str:
        """Wait for the next line."""
        return self._running.stdout.readline().strip()

    def tell(self, word: str) -> None:
        self._running.stdin.write(word + "\n")
        self._running.stdin.flush()

    def ask(self, word: str) -> str:
        self.tell(word)
        return self.said()

    def kill(self) -> None:
        """End it as a power cut would: nothing is closed, nothing rolled back."""
        self._running.kill()
        self._running.wait()

    def rest(self) -> list[str]:
        """Everything it still said before it ended."""
        return self._running.stdout.read().splitlines()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._running.stdin.close()
        self._running.stdout.close()


def answer_of(code: str, path: Path) -> str:
    """Run ``code`` to its end and return what it said."""
    with SecondProcess(code, path) as other:
        return "\n".join(other.rest())
