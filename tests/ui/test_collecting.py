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


def busy() -> None:
    kept = [[number] for number in range(50_000)]
    assert len(kept) == 50_000


def test_no_thread_beside_the_window_collects_and_the_window_does(qapp) -> None:
    collector = Collector(qapp)
    try:
        knot = weakref.ref(Knot())
        worker = threading.Thread(target=busy)
        worker.start()
        worker.join()
        assert knot() is not None
        kept = [[number] for number in range(5_000)]
        collector.collect()
        assert knot() is None
        assert len(kept) == 5_000
    finally:
        collector.give_back()
    assert gc.isenabled()
