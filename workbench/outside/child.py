"""What runs inside a child that reads foreign bytes: one process to a file, answers in JSON.

Where processes can be forked, the child that was started only waits: it forks for every file,
and the fork gives up the channels to the program, then its own means, before it looks at a byte.
So a file reaches neither the next one nor the program, and only the first waits for Python to
start. Where they cannot (Windows), the child reads one file and ends.

Nothing big is imported here: that would be the price of every file.
"""

import gc
import json
import os
import select
import signal
import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, NoReturn

from models.errors import AppError
from workbench.outside.confining import confine
from workbench.outside.frames import (
    ANSWERED,
    DIED,
    MOST_ANSWER,
    Request,
    next_request,
    send_answer,
)
from workbench.outside.packing import inflated

Task = Callable[[bytes, Mapping[str, Any]], object]
"""Foreign bytes and what the task has to know in, plain values of JSON out."""

_PIECE: Final = 1024 * 1024
FORKS: Final = hasattr(os, "fork")


def task_named(name: str) -> Task:
    """Return a task by its name, imported when it is first asked for.

    Raises:
        LookupError: there is none.
    """
    if name == "score":
        from workbench.outside.score_tables import score_tables

        return score_tables
    if name == "workbook":
        from workbench.tables.task import workbook_rows

        return workbook_rows
    raise LookupError(name)


@cache
def _bring(name: str) -> None:
    """Have what a task takes at hand, once: every fork to come would make it anew."""
    task_named(name)
    if name == "score":
        from models.untrusted import rehearse

        rehearse()


def serve(asked: int = 0, answered: int = 1, *, forks: bool = FORKS) -> int:
    """Answer requests on the channels, of which there are two, until nobody asks; return 0."""
    sys.dont_write_bytecode = True
    with open(asked, "rb", closefd=False) as given, open(answered, "wb", closefd=False) as told:
        while (request := next_request(given)) is not None:
            try:
                if forks:
                    _bring(request.task)
                    send_answer(told, *_forked(request, asked, answered))
                else:
                    confine()
                    send_answer(told, ANSWERED, answer(request))
            except OSError:  # nobody waits for it
                break
            if not forks:
                break
    return 0


def answer(request: Request) -> bytes:
    """Return what the task says, as strict JSON: its answer, why it refuses, or its fault."""
    said: dict[str, object]
    try:
        content = inflated(request.content, request.wanted.get("packed"))
        said = {"answer": task_named(request.task)(content, request.wanted)}
    except AppError as error:
        said = {"refused": error.key, "values": error.values}
    except Exception:  # noqa: BLE001 - told whole to the program, which logs it
        import traceback

        said = {"fault": traceback.format_exc()}
    return json.dumps(said, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def _forked(request: Request, asked: int, answered: int) -> tuple[bytes, bytes]:
    """Have a process of its own work on ``request``; return what it said or how it died.

    Raises:
        OSError: no process can be had, or the program is gone.
    """
    inside, outside = os.pipe()
    worker = os.fork()
    if worker == 0:  # pragma: no cover - as of _work
        _work(request, outside, asked, answered, inside)
    os.close(outside)
    try:
        said = _heard(inside, asked)
    finally:
        os.close(inside)
        os.kill(worker, signal.SIGKILL)  # it has nothing more to say, whatever it still does
        _, status = os.waitpid(worker, 0)
    if said is None:
        return DIED, b"it said more than any answer has"
    if not said:
        return DIED, f"exit code {os.waitstatus_to_exitcode(status)}".encode()
    return ANSWERED, said


def _work(request: Request, outside: int, *others: int) -> NoReturn:  # pragma: no cover - confined
    """Be the process of one file: let go of ``others`` and of all means, then read."""
    status = 1
    try:
        for channel in others:
            os.close(channel)
        gc.disable()  # it lives for one file: collecting would only copy what it shares
        confine()
        said = memoryview(answer(request))
        while said:
            said = said[os.write(outside, said) :]
        status = 0
    finally:
        os._exit(status)


def _heard(inside: int, asked: int) -> bytes | None:
    """Return all that comes through a pipe until it closes; None for more than an answer has.

    Raises:
        BrokenPipeError: the program is gone.
    """
    either = select.poll()
    either.register(inside, select.POLLIN)
    either.register(asked, 0)  # only that it was closed
    pieces: list[bytes] = []
    size = 0
    while True:
        ready = dict(either.poll())
        if asked in ready:
            raise BrokenPipeError
        piece = os.read(inside, _PIECE)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
        if size > MOST_ANSWER:
            return None
