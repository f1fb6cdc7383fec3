"""Having foreign bytes read by a child: one to a file, stopped in time, never believed."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty
from time import monotonic
from typing import Any, Final, NoReturn, Self, TypeVar

from models.errors import AppError, StoreError
from workbench.faults import log_fault
from workbench.outside.answers import record, strict_json
from workbench.outside.child import FORKS
from workbench.outside.frames import DIED, Request
from workbench.outside.process import Asked, ReadingProcess, keep_waiting, waiting_child
from workbench.progress import Pulse, unwatched
from workbench.sentences import LANGUAGES, sentence_of

LONGEST_S: Final = 30
_PULSE_S: Final = 0.1
_LONGEST_VALUE: Final = 200
_MOST_TRIES: Final = 3

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Task:
    """Something a child can be asked for, and what it may refuse it with."""

    name: str
    """As ``child.task_named`` knows it."""
    error: type[AppError]
    """What its own refusals are raised as here."""
    refusals: frozenset[str]
    """Keys of the sentences with which it may refuse a file; no other is taken from it."""
    longest_s: int = LONGEST_S
    """How long a child may take over one file."""


class Reading:
    """One file that is being read."""

    def __init__(self, readers: "Readers", task: Task, name: str, request: Request) -> None:
        self.asked = Asked(request)
        self.longest_s = task.longest_s
        self._readers = readers
        self._task = task
        self._name = name

    def answer(self, understood: Callable[[object], Answer], *, pulse: Pulse = unwatched) -> Answer:
        """Wait for what the child says and return it as ``understood`` takes it.

        ``understood`` raises ``ValueError`` for what no sound child says. ``pulse`` is called
        again and again; what it raises ends the waiting (``Readers.close`` ends the child).

        Raises:
            AppError: of the task's own kind, where it refuses the file.
            StoreError: the child hangs, dies, cannot be started or talks nonsense.
        """
        payload = self._readers.awaited(self, pulse)
        try:
            said = strict_json(payload)
            if type(said) is dict and said.keys() == {"answer"}:
                return understood(said["answer"])
            self._refuse(said)
        except ValueError as error:
            raise self.crashed(f"nonsense: {error}") from error

    def _refuse(self, said: object) -> NoReturn:
        if type(said) is dict and said.keys() == {"fault"}:
            raise self.crashed(str(said["fault"]))
        key, values = record(said, "refused", "values")
        if type(key) is not str or key not in self._task.refusals or type(values) is not dict:
            raise ValueError("no refusal of this task")
        if any(type(value) not in (str, int) for value in values.values()):
            raise ValueError("no values of a sentence")
        told = {
            name: value[:_LONGEST_VALUE] if isinstance(value, str) else value
            for name, value in values.items()
        }
        refusal = self._task.error(key, **{**told, "name": self._name})
        try:
            for language in LANGUAGES:
                sentence_of(refusal, language)
        except LookupError as error:
            raise ValueError("not the values of this sentence") from error
        raise refusal

    def crashed(self, how: str) -> StoreError:
        """Return the refusal of a file whose child failed, and put ``how`` into the log."""
        log = log_fault(ChildProcessError(f"{self._task.name}: {self._name}: {how}"))
        return StoreError("reading_crashed", name=self._name, log=log)

    def too_slow(self) -> StoreError:
        """Return the refusal of a file that takes too long, and log it."""
        seconds = self.longest_s
        log = log_fault(TimeoutError(f"{self._task.name}: {self._name}: over {seconds} s"))
        return StoreError("reading_too_slow", name=self._name, seconds=seconds, log=log)


class Readers:
    """The children that read the files of one piece of work; closing it ends whoever still reads.

    Used by one thread, as a context manager. ``begin`` may be called for files to come: they are
    read while the program works on the present one. One file never spoils the next: a child that
    is lost or too slow is ended, and what waited behind it goes to a new one.
    """

    def __init__(
        self, files: int = 1, *, command: Sequence[str] | None = None, forks: bool = FORKS
    ) -> None:
        """Expect ``files`` files: for no more than these is a child started in advance."""
        self._expected = files
        self._command = command
        self._forks = forks
        self._ready: ReadingProcess | None = None
        self._at_work: dict[Asked, ReadingProcess] = {}

    def __enter__(self) -> Self:
        """Return itself; a child is started when there is something to read."""
        return self

    def __exit__(self, *_: object) -> None:
        """End every child that has something to read."""
        self.close()

    def close(self) -> None:
        """End every child that has something to read, whatever it does; one may wait on."""
        busy = set(self._at_work.values())
        self._at_work.clear()
        ready, self._ready = self._ready, None
        for process in busy:
            process.end()
        if ready is not None and ready not in busy:
            if self._command is None:
                keep_waiting(ready)
            else:
                ready.end()

    def begin(
        self, task: Task, content: bytes, name: str, wanted: Mapping[str, Any] | None = None
    ) -> Reading:
        """Have ``content`` read and return where its answer will be; ``name`` only names it.

        ``wanted`` is what the task has to know: plain values of JSON. What goes wrong is told by
        ``Reading.answer``.
        """
        reading = Reading(self, task, name, Request(task.name, wanted or {}, content))
        self._expected -= 1
        self._hand_over(reading.asked)
        return reading

    def awaited(self, reading: Reading, pulse: Pulse) -> bytes:
        """Return what the child says about ``reading``, as it says it.

        Raises:
            StoreError: the child hangs, dies or cannot be started.
        """
        asked = reading.asked
        slow = monotonic() + reading.longest_s
        while True:
            pulse()
            try:
                found = asked.answers.get(timeout=_PULSE_S)
            except Empty:
                if monotonic() < slow:
                    continue
                self._end(self._at_work.pop(asked))
                raise reading.too_slow() from None
            process = self._at_work.pop(asked, None)
            ended = ""
            if process is not None and (found is None or not self._forks):
                ended = self._end(process)
            if found is None and not asked.is_sent and asked.tries < _MOST_TRIES:
                self._hand_over(asked)  # the child was lost before it had this one
                continue
            if found is None:
                raise reading.crashed(ended or "not started")
            kind, payload = found
            if kind == DIED:
                raise reading.crashed(payload[:_LONGEST_VALUE].decode("ascii", "replace"))
            return payload

    def _hand_over(self, asked: Asked) -> None:
        asked.tries += 1
        try:
            process = self._ready or self._started()
            self._ready = process if self._forks else None
            self._at_work[asked] = process
            process.put(asked)
        except OSError as error:
            log_fault(error)
            asked.answers.put(None)
            return
        if self._ready is None and self._expected > 0:
            with suppress(OSError):  # it is tried again, and told, when it is needed
                self._ready = self._started()

    def _started(self) -> ReadingProcess:
        return waiting_child() if self._command is None else ReadingProcess(self._command)

    def _end(self, process: ReadingProcess) -> str:
        if process is self._ready:
            self._ready = None
        return process.end()
