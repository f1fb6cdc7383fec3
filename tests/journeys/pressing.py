"""Ctrl+C between any two steps of the program: at the n-th one of a run, counted and not timed."""

from __future__ import annotations

import gc
import os
import signal
import sys
from inspect import CO_OPTIMIZED
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


class Pressing:
    """Counts the steps inside the functions of some modules and presses Ctrl+C at one of them.

    A step is a call, a line or a return: between them Python lets an interrupt through.
    """

    def __init__(self, modules: tuple[str, ...], at: int, functions: frozenset[str] | None) -> None:
        self._modules, self._functions, self._at = modules, functions, at
        self.steps = 0

    def trace(self, frame: FrameType, event: str, _: Any) -> Callable[..., Any] | None:
        code = frame.f_code
        if not code.co_flags & CO_OPTIMIZED or not code.co_filename.endswith(self._modules):
            return None
        if self._functions is not None and code.co_name not in self._functions:
            return None
        return self._step(frame, event, _)

    def _step(self, _frame: FrameType, event: str, _: Any) -> Callable[..., Any]:
        if event != "exception":
            self.steps += 1
            if self.steps == self._at:
                os.kill(os.getpid(), signal.SIGINT)  # answered at once: this is the main thread
        return self._step


def pressed(
    work: Callable[[], Any],
    at: int,
    modules: tuple[str, ...],
    functions: frozenset[str] | None = None,
) -> tuple[Any, int]:
    """Do ``work``, pressing Ctrl+C at its step ``at``; return what it gave, and its steps."""
    pressing = Pressing(modules, at, functions)
    before = sys.gettrace()
    sys.settrace(pressing.trace)
    try:
        found = work()
    finally:
        sys.settrace(before)
    gc.collect(1)  # what the interrupt left goes here, as it goes with the process that ends
    return found, pressing.steps
