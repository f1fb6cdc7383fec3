"""Pictures of every page in light and dark, Korean and English, in both sizes, from real data.

Everything shown is the rehearsal round, played into a folder that is thrown away afterwards. The
command fails where a text is cut, controls overlap, or a picture shows nothing.
"""

from __future__ import annotations

import os
import sys
import tempfile
from itertools import product
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from tests.own_window import OwnWindow, pass_on_warnings
from tests.pictures.shots import SHOTS
from tests.pictures.stage import Documents, Stage, documents_in
from tests.pictures.taking import require_content, save, settled_picture
from tests.ui.test_sizes import cut, overlapping
from ui.language import LANGUAGES
from ui.theme.scheme import Scheme

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES = (QSize(1280, 720), QSize(1920, 1080))
SCHEMES = (Scheme.LIGHT, Scheme.DARK)
TARGET = Path(__file__).parents[2] / "build" / "pictures"


def take(documents: Documents, wanted: Sequence[str], target: Path) -> list[str]:
    """Write every picture of the wanted pages; return what is wrong on them."""
    wrong = []
    numbers = {name: number for number, name in enumerate(SHOTS, start=1)}
    with OwnWindow() as own:
        stage = Stage(own, documents)
        for path in (documents.round, documents.receipt, documents.half):
            own.open(path)
        for language, scheme, size in product(LANGUAGES, SCHEMES, SIZES):
            own.interpreter.choose(language)
            own.follower.choose(scheme)
            own.window.resize(size)
            dress = f"{scheme}-{language}-{size.width()}x{size.height()}"
            for name in wanted:
                SHOTS[name](stage)
                image = settled_picture(own.window)
                own.require_sound()
                require_content(image)
                file = f"{numbers[name]:02}-{name}-{dress}.png"
                save(image, target / file)
                wrong += [f"{file}: {fault}" for fault in faults(own.window, size)]
    return wrong


def faults(window: QWidget, size: QSize) -> list[str]:
    found = [f"cut: {text}" for text in cut(window)]
    found += [f"overlap: {one} / {other}" for one, other in overlapping(window)]
    found += [
        f"too low: {type(part).__name__}"
        for part in window.findChildren(QWidget)
        if part.isVisible() and part.layout() is None and part.hasHeightForWidth()
        if part.height() < part.heightForWidth(part.width())
    ]
    if window.size() != size:
        found.append(f"does not fit: {window.width()}x{window.height()}")
    return found


def made_of(wanted: Sequence[str], target: Path) -> list[Path]:
    """The pictures of these pages that are there."""
    return [
        path
        for name, scheme in product(wanted, SCHEMES)
        for path in target.glob(f"??-{name}-{scheme}-*.png")
    ]


@click.command(help="Write pictures of every page of the window.")
@click.option("--only", "names", multiple=True, type=click.Choice(list(SHOTS)))
@click.option("--to", "target", type=click.Path(path_type=Path), default=TARGET)
def main(names: tuple[str, ...], target: Path) -> None:
    began = perf_counter()
    wanted = names or tuple(SHOTS)
    target.mkdir(parents=True, exist_ok=True)
    for old in made_of(wanted, target):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SCORING_WORKBENCH_HOME"] = str(Path(folder, "home"))
        wrong = take(documents_in(Path(folder, "종합성과평가")), wanted, target)
    made = len(made_of(wanted, target))
    click.echo(f"{made} pictures in {target} ({perf_counter() - began:.0f} s)")
    for line in wrong:
        click.echo(line, err=True)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    pass_on_warnings()
    main()
