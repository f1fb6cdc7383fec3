"""Work that builds millions of small values at once, while the garbage collector stands still.

Python looks through everything that is alive again and again while it grows; values that are
only ever let go of as a whole are found no sooner for it. Of a large round that takes half of
the time. What was built is old at once: else the next collection would look through all of it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nothing be collected within the block; what was switched off before stays off."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()  # by way of what is never collected into the oldest generation: no walk
        if was_on:
            gc.enable()
