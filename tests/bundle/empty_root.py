"""A Debian root without Python, made by debootstrap, in which the bundle runs as a person."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tests.bundle.proof import Failed, Here

if TYPE_CHECKING:
    from collections.abc import Iterator

RELEASE = "bookworm"
WINDOW_PACKAGES = ("libegl1", "libgl1", "libxcb1")
"""What the window needs beyond the bare system; the install guide names the same."""

PERSON = 1000
SOCKETS = Path("/tmp/.X11-unix")
"""Where every X server keeps them."""


@dataclass(frozen=True)
class Root(Here):
    """A system in a folder; the programs run in it as a person and see nothing else."""

    top: Path = field(default=Path("/"))
    display: str = ""

    def seen(self, path: Path) -> Path:
        """Return where this process finds what the programs call ``path``."""
        return self.top / path.relative_to("/")

    def fresh(self) -> None:
        """Begin with an empty home for the person."""
        super().fresh()
        os.chown(self.seen(self.files), PERSON, PERSON)

    def command(self, words: list[str], settings: dict[str, str]) -> subprocess.Popen[str]:
        """Start a program inside, with nothing of this environment."""
        known = {"HOME": str(self.files), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        given = {**known, **self.settings, **settings}
        inside = [
            *("chroot", f"--userspec={PERSON}:{PERSON}", str(self.top), "env", "-i"),
            *(f"{name}={value}" for name, value in given.items()),
            *words,
        ]
        sockets = self.seen(SOCKETS)
        script = 'mount -t proc proc "$0/proc" && mount --bind "$1" "$2" && shift 2 && exec "$@"'
        outside = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", script]
        return subprocess.Popen(
            [*outside, str(self.top), str(SOCKETS), str(sockets), *inside],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )


def empty_root(top: Path, bundle: Path, packages: tuple[str, ...] = ()) -> Root:
    """Return a root with ``packages`` and the bundle in it; one that is there is used again.

    Raises:
        Failed: it cannot be made here, or there is a Python in it.
    """
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        raise Failed("A bare root needs debootstrap and the rights of root.")
    made = top.with_name(f"{top.name}.made")
    wanted = f"{RELEASE} {' '.join(packages)}"
    if not made.exists() or made.read_text(encoding="utf-8") != wanted:
        click.echo(f"Making a Debian root: {top}")
        shutil.rmtree(top, ignore_errors=True)
        top.parent.mkdir(parents=True, exist_ok=True)
        more = [f"--include={','.join(packages)}"] if packages else []
        make = ["debootstrap", "--variant=minbase", *more, RELEASE, str(top)]
        subprocess.run(make, check=True, capture_output=True, text=True)
        made.write_text(wanted, encoding="utf-8")
    pythons = [path.name for path in (top / "usr" / "bin").glob("python*")]
    if pythons:
        raise Failed(f"The bare root has a Python: {', '.join(pythons)}")
    programs = Path("/opt/ScoringWorkbench")
    root = Root(programs, Path("/home/person"), top=top)
    shutil.rmtree(root.seen(programs), ignore_errors=True)
    shutil.copytree(bundle, root.seen(programs), symlinks=True)
    for path in (SOCKETS, root.seen(SOCKETS)):
        path.mkdir(exist_ok=True)
    return root


@contextmanager
def screen(root: Root) -> Iterator[Root]:
    """Give the root a screen: an X server outside that it reaches by its socket alone.

    Raises:
        Failed: none could be started.
    """
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x900x24", "-ac"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as told:  # ends when the server dies, too
            display = f":{told.readline().strip()}"
        if display == ":":
            raise Failed("The X server did not start.")
        yield replace(root, settings={"DISPLAY": display}, display=display)
    finally:
        server.terminate()
        server.wait()
