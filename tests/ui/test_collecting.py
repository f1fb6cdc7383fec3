"""Garbage goes in the window's thread only, and it does go."""

from __future__ import annotations

import gc
import threading
import weakref

from ui.collecting import Collector


class Knot:
    """Something that only a collector takes away."""

    def __init__(self) -> None:
        self.itself = self


def busy() -> list[list[int]]:
    """Return so many new objects that a collection is due."""
    return [[number] for number in range(2 * gc.get_threshold()[0])]


def test_no_thread_beside_the_window_collects_and_the_window_does(qapp) -> None:
    collector = Collector(qapp)
    try:
        knot = weakref.ref(Knot())
        worker = threading.Thread(target=busy)
        worker.start()
        worker.join()
        assert knot() is not None
        kept = busy()
        collector.collect()
        assert knot() is None
        assert kept
    finally:
        collector.give_back()
    assert gc.isenabled()
