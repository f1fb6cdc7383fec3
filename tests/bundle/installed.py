"""The folder installed for a person and taken away again, and a document opened by its type."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import click

from tests.bundle.proof import Failed

TYPES = {
    "round": "application/x-scoring-workbench-round",
    "score": "application/x-scoring-workbench-score",
}
ENTRY = "scoring-workbench.desktop"
WITH_A_DOCUMENT = ".+ – (채점 워크벤치|Scoring Workbench)"
"""The title of a window that shows one; without, the program's name stands alone."""


def prove(bundle: Path, proof: Path, display: str) -> None:
    """Install into a home of its own, open a round as a double click does, uninstall.

    Raises:
        Failed: a type is not known, the window does not come, or something stays behind.
    """
    home = proof / "person"  # xdg-open itself breaks on a home with a space
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    desktop = _Desktop(home, display)
    desktop.says(str(bundle / "install.sh"))
    documents = {
        "round": shutil.copy(proof / "demo" / "sample.round", home / "평가 회차.round"),
        "score": shutil.copy(next((proof / "demo").rglob("*.score")), home / "한 위원.score"),
    }
    for kind, document in documents.items():
        for question, answer in (
            (("filetype", str(document)), TYPES[kind]),
            (("default", TYPES[kind]), ENTRY),
        ):
            found = desktop.says("xdg-mime", "query", *question)
            if found != answer:
                raise Failed(f"xdg-mime query {question}: {found!r} and not {answer!r}.")
        desktop.opens(Path(document))
    desktop.says(str(home / ".local" / "opt" / "ScoringWorkbench" / "install.sh"), "--uninstall")
    _require_nothing_left(home)
    click.echo(
        "Installed for one person: both types open by double click; uninstalled without a rest."
    )


class _Desktop:
    """The commands that a desktop uses, in a home of their own."""

    def __init__(self, home: Path, display: str) -> None:
        ours = ("HOME", "XDG_", "DISPLAY", "WAYLAND", "QT_", "LC_", "LANG")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        own = {"HOME": str(home), "DISPLAY": display, "LANG": "C.UTF-8"}
        self._environment = {**kept, **own}
        self._home = home

    def says(self, *words: str) -> str:
        done = subprocess.run(
            words, env=self._environment, capture_output=True, text=True, check=True, cwd=self._home
        )
        return done.stdout.strip()

    def opens(self, document: Path) -> None:
        """Wait until a window shows a document, then close it as a person does.

        Raises:
            Failed: none came.
        """
        opener = subprocess.Popen(["xdg-open", str(document)], env=self._environment)
        look = ["timeout", "60", "xdotool", "search", "--sync", "--onlyvisible", "--name"]
        try:
            window = self.says(*look, WITH_A_DOCUMENT).splitlines()[0]
            self.says("xdotool", "windowfocus", "--sync", window, "key", "ctrl+q")
        except subprocess.CalledProcessError:
            opener.kill()
            raise Failed(f"No window came for {document.name}.") from None
        opener.wait(timeout=60)


def _require_nothing_left(home: Path) -> None:
    """What the desktop keeps for itself (indexes, its bus) and the person's data are no rest."""
    local = home / ".local"
    share = local / "share"
    places = (local / "opt", local / "bin", share / "applications", share / "icons", share / "mime")
    left = [
        path.relative_to(home).as_posix()
        for place in places
        for path in place.rglob("*")
        if re.search("scoring-?workbench|scorebench", path.name, re.IGNORECASE)
    ]
    if left:
        raise Failed(f"Left behind by the uninstaller: {', '.join(left)}")
