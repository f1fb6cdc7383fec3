"""The typist as its parent sees it: told by lines, heard by lines, killed at any moment."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.scoring_by_key import Mark, Marks

PATIENCE_S = 120
"""When nothing was said by then, something is broken; no verdict depends on it."""


class TypistProcess:
    """What was heard so far, and what may or may not be in the file."""

    def __init__(self, book: Path, wanted: Marks, note: Path, *under: object) -> None:
        """Score ``book``; ``under`` is the command, if any, under which the program is run."""
        rows = [[*mark, value] for mark, value in wanted.items()]
        note.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        self.stored: Marks = {}
        self.kept: Marks = {}
        """What the window still shows as typed and not stored, by its own word."""
        self.in_flight: Mark | None = None
        self.at: Mark | None = None
        self._heard: queue.Queue[str] = queue.Queue()
        self._running = subprocess.Popen(
            [*map(str, under), sys.executable, "-m", "tests.journeys.typist", str(book), str(note)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        for line in self._running.stdout:
            self._heard.put(line)
        self._heard.put("")

    def tell(self, times: int) -> None:
        """Let it type so many marks, one after the other, without being asked again."""
        self._running.stdin.write("go\n" * times)
        self._running.stdin.flush()

    def hear(self, *words: str) -> None:
        """Wait until it says one of ``words``."""
        while (word := self._take(self._heard.get(timeout=PATIENCE_S))) not in words:
            assert word, "the typist ended by itself"

    def has_spoken(self) -> bool:
        """Whether something was said that was not heard yet."""
        return not self._heard.empty()

    def finish(self) -> None:
        """Let it close its window, and hear the rest."""
        self._running.stdin.close()
        self._running.wait(PATIENCE_S)
        self._listener.join()
        while self._take(self._heard.get()):
            pass

    def kill(self) -> None:
        """End it as a power cut would; what it had said by then, it had said."""
        self._running.kill()
        self._running.wait()
        self._listener.join()
        while self._take(self._heard.get()):
            pass

    @property
    def exit_code(self) -> int | None:
        return self._running.returncode

    def _take(self, line: str) -> str:
        if not line.endswith("\n"):
            return ""  # the end, or a line that the kill cut: said is what was said whole
        word, number, code, field, *value = line.rstrip("\n").split("\t")
        mark = int(number), code, field
        if word == "leaving":
            self.in_flight = mark
        elif word == "at":
            self.at = mark
        elif word == "kept":
            self.in_flight = None
            self.kept[mark] = value[0]
        else:
            self.in_flight = None
            self.stored.update(dict.fromkeys([mark], *value) if value else {})
        return word

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._running.poll() is None:
            self._running.kill()
        self._running.wait()
        self._listener.join()
        self._running.stdin.close()
        self._running.stdout.close()
