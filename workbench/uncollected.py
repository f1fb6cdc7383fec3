"""Work that builds millions of small values at once, while the garbage collector stands still.

Python looks through everything that is alive again and again while it grows; values that are
only ever let go of as a whole are found no sooner for it. Of a large round that takes half of
the time. What was built is old at once: else the next collection would look through all of it.

Python counts what grows old to know when to look through what is old, and does not count this.
So the next such work begins with that look: rubbish of one work never outlives the next.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Final

MANY: Final = 100_000
"""From so many values on Python's next collections would be felt; fewer are left to them."""

_unseen = Event()
"""Set where a work made much old and all that is old was not looked through since."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nothing be collected within the block; where that is so already it changes nothing."""
    if not gc.isenabled():
        yield
        return
    if _unseen.is_set():
        _unseen.clear()
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] >= MANY:
            gc.freeze()
            gc.unfreeze()  # by way of what is never collected into the oldest generation: no walk
            _unseen.set()
        gc.enable()
