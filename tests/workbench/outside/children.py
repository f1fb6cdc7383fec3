"""Children that fail on purpose: what stands in for this program started as one."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

from workbench.outside import ARGUMENT

ROOT = Path(__file__).parents[3]

SAYING = """
    import sys
    given, told = sys.stdin.buffer, sys.stdout.buffer
    def hear():
        sizes = given.read(12) or sys.exit()
        given.read(int.from_bytes(sizes[:4]))
        given.read(int.from_bytes(sizes[4:]))
    def say(payload, kind=b"A"):
        told.write(kind + len(payload).to_bytes(8) + payload)
        told.flush()
    hear()
"""
"""How a child takes its first request."""


def script(*pieces: str) -> list[str]:
    """A child that runs ``pieces``."""
    return [sys.executable, "-c", "\n".join(map(textwrap.dedent, pieces))]


def saying(payload: bytes) -> list[str]:
    """A child that answers ``payload``, whatever it is asked."""
    return script(SAYING, f"while True:\n    say({payload!r})\n    hear()")


def taken_over(task: str) -> list[str]:
    """This program's own child, with foreign code in the place of what reads the file.

    ``task`` is the body of a function of ``content`` and ``wanted``.
    """
    body = textwrap.indent(textwrap.dedent(task).strip(), "    ")
    start = f"""
        import sys
        sys.path.insert(0, {str(ROOT)!r})
        import os, signal
        from workbench.outside import child
        """
    return script(
        start,
        f"def task(content, wanted):\n{body}",
        "child.task_named = lambda name: task\nsys.exit(child.serve())",
    )


def children(of: str = "self") -> set[int]:
    """The living processes that another has started."""
    threads = Path(f"/proc/{of}/task").iterdir()
    return {int(one) for thread in threads for one in (thread / "children").read_text().split()}


def children_that_read() -> set[int]:
    return {
        number
        for number in children()
        if ARGUMENT.encode() in Path(f"/proc/{number}/cmdline").read_bytes()
    }
