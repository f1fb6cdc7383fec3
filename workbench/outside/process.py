"""One child as the program holds it: started, asked in turn, ended whatever it does."""

import atexit
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Final

from workbench.outside import ARGUMENT
from workbench.outside.frames import Request, next_answer, send_request
from workbench.window_program import program_folder

_UNSEEN: Final[int] = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_OWN_GROUP: Final = 0 if os.name == "posix" else None
_PIPE_BYTES: Final = 1024 * 1024


class Asked:
    """One request, and where its answer will be; None in it when the child was lost."""

    __slots__ = ("answers", "is_sent", "request", "tries")

    def __init__(self, request: Request) -> None:
        self.request = request
        self.answers: SimpleQueue[tuple[bytes, bytes] | None] = SimpleQueue()
        self.is_sent = False
        """The child had it whole: if that was lost, then over this one and not before."""
        self.tries = 0


def reading_program() -> list[str]:
    """Return how this program is started as a child that reads, installed or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, "-m", "workbench", ARGUMENT]


class ReadingProcess:
    """A running child; requests are worked on one after the other.

    A thread of its own carries them over, as a pipe that nobody reads would keep whoever writes.

    Raises:
        OSError: no child can be started.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=program_folder(),
            creationflags=_UNSEEN,
            process_group=_OWN_GROUP,  # what it forks ends with it
        )
        self._is_over = False
        self._given, self._told = _channels(self._process)
        self._waiting: SimpleQueue[Asked | None] = SimpleQueue()
        self._carrier = Thread(target=self._carry, name="outside", daemon=True)
        self._carrier.start()

    @property
    def has_ended(self) -> bool:
        """Say whether the child is gone, of its own or another's will."""
        return self._process.poll() is not None

    def put(self, asked: Asked) -> None:
        """Have ``asked`` worked on after all that was put before."""
        self._waiting.put(asked)

    def end(self) -> str:
        """End the child and all it forked, now, and return how it ended."""
        if not self._is_over:  # later its number may be somebody else's
            self._is_over = True
            if _OWN_GROUP is None:
                self._process.kill()
            else:
                with suppress(ProcessLookupError):
                    os.killpg(self._process.pid, signal.SIGKILL)
        code = self._process.wait()
        self._waiting.put(None)
        self._carrier.join()
        with suppress(OSError):
            self._given.close()
        self._told.close()
        return f"exit code {code}"

    def _carry(self) -> None:
        is_lost = False
        while (asked := self._waiting.get()) is not None:
            if is_lost:
                asked.answers.put(None)
                continue
            found = None
            with suppress(OSError):
                send_request(self._given, asked.request)
                asked.is_sent = True
                found = next_answer(self._told)
            is_lost = found is None
            asked.answers.put(found)


def _channels(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    given, told = process.stdin, process.stdout
    assert given is not None
    assert told is not None
    if sys.platform == "linux":  # fewer turns for a book of usual size
        import fcntl

        for channel in (given, told):
            with suppress(OSError):
                fcntl.fcntl(channel, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    return given, told


_waiting_children: Final[SimpleQueue[ReadingProcess]] = SimpleQueue()
"""At most one, that has looked at no foreign byte: started once, it serves the next work too."""


def waiting_child() -> ReadingProcess:
    """Return a child that waits for its first request or the next.

    Raises:
        OSError: none can be started.
    """
    with suppress(Empty):
        child = _waiting_children.get_nowait()
        if not child.has_ended:
            return child
        child.end()
    return ReadingProcess(reading_program())


def keep_waiting(child: ReadingProcess) -> None:
    """Take back a child that has nothing to do; it ends with the program at the latest."""
    if _waiting_children.empty() and not child.has_ended:
        _waiting_children.put(child)
    else:
        child.end()


@atexit.register
def end_waiting() -> None:
    """End the child that waits, if there is one."""
    while not _waiting_children.empty():
        _waiting_children.get().end()
