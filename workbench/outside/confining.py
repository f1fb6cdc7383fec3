"""What a process may still do before it looks at foreign bytes: as good as nothing."""

from contextlib import suppress
from typing import Final

from models.untrusted import limit_heap

MOST_MEMORY: Final = 1024 * 1024 * 1024
MOST_CPU_S: Final = 20
_MOST_DESCRIPTORS: Final = 32
"""Room for a late import; no file of anybody else is needed."""


def confine() -> None:  # pragma: no cover - runs where nothing can be written, coverage neither
    """Give up memory, time, files and processes beyond what reading takes, for good.

    A limit that a system does not grant is left out: macOS counts address space in its own way,
    and Windows knows none of them for a process of its own will. The deadline, the size of the
    answer and the limits within SQLite hold everywhere.
    """
    limit_heap()
    try:
        import resource
    except ImportError:
        return
    for which, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_CPU_S),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _MOST_DESCRIPTORS),
        (resource.RLIMIT_NPROC, 0),
    ):
        _, hard = resource.getrlimit(which)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(OSError, ValueError):
            resource.setrlimit(which, (allowed, allowed))
