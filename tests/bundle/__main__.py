"""The bundle measured, proven and packed: what ``dev.py bundle`` does once it is built.

The proof plays a round with the frozen programs alone: the sample, a check, the report in all
three forms, a merge through the reading child, the window painted. ``--prove`` repeats it where
nothing else can help: on a Debian root without Python, first with nothing beyond what every
Debian has, then with the system libraries that the install guide names, there on a screen, too.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import click

from tests.bundle import installed, measuring, packing
from tests.bundle.empty_root import WINDOW_PACKAGES, empty_root, screen
from tests.bundle.proof import Failed, Here, prove_commands, prove_reading, prove_window

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build"
FOLDER = BUILD / "bundle" / "ScoringWorkbench"


def main() -> int:
    """Measure, prove, pack; 1 when something does not hold, with the sentence that says what."""
    parser = argparse.ArgumentParser(prog="dev.py bundle", description=__doc__, allow_abbrev=False)
    parser.add_argument("--prove", action="store_true", help="on a bare Debian root, as root")
    options = parser.parse_args()
    try:
        _prove_here()
        if options.prove:
            _prove_elsewhere()
        archive = packing.pack(FOLDER)
    except Failed as reason:
        click.echo(reason, err=True)
        return 1
    except subprocess.CalledProcessError as error:
        click.echo(f"{error}\n{error.stderr or ''}", err=True)
        return 1
    return _measure(archive)


def _prove_here() -> None:
    place = Here(FOLDER, BUILD / "bundle-proof")
    prove_commands(place)
    prove_reading(place)
    prove_window(place, "offscreen")
    click.echo(f"Both programs run here: {FOLDER}")
    if sys.platform.startswith("linux"):
        measuring.require_known_libraries(FOLDER)


def _prove_elsewhere() -> None:
    bare = empty_root(BUILD / "roots" / "bare", FOLDER)
    prove_commands(bare)
    click.echo("The command line runs on a Debian root without Python, with nothing added.")
    furnished = empty_root(BUILD / "roots" / "window", FOLDER, WINDOW_PACKAGES)
    prove_commands(furnished)
    prove_window(furnished, "offscreen")
    with screen(furnished) as shown:
        prove_window(shown, "xcb")
        installed.prove(FOLDER, BUILD / "bundle-proof", shown.display)
    click.echo(f"The window runs there with {', '.join(WINDOW_PACKAGES)}; on an X11 screen, too.")


def _measure(archive: Path) -> int:
    sizes = measuring.sizes(FOLDER, archive)
    for name, size in sizes.components:
        click.echo(f"{size / 1e6:8.1f} MB  {name}")
    click.echo(f"{sizes.folder / 1e6:8.1f} MB  folder (goal {measuring.FOLDER_GOAL_MB})")
    click.echo(f"{sizes.packed / 1e6:8.1f} MB  {archive.name} (goal {measuring.PACKED_GOAL_MB})")
    (FOLDER.parent / "sizes.json").write_text(json.dumps(sizes.as_json(), indent=1) + "\n")
    return 0 if sizes.are_met else 1


if __name__ == "__main__":
    sys.exit(main())
