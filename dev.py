#!/usr/bin/env python3
"""Set up, run, test and bundle the Scoring Workbench; asks for nothing but Python 3.11 or newer."""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "made-by-dev.json"
BUILD = ROOT / "build"
WINDOWS = sys.platform == "win32"
OLDEST_PYTHON = (3, 11)
PAINT_PATIENCE_S = 120
TESTS_NEED = 4 << 30
"""Bytes of memory that files of the tests may take: nine times what was measured on two cores."""

# Each lock holds all of the one before it.
LOCKS = {"run": ROOT / "requirements.lock", "test": ROOT / "requirements-dev.lock"}

# What Qt opens at run time and Python packages cannot bring, and a Korean typeface.
RUN_PACKAGES = (
    *("ca-certificates", "libglib2.0-0", "libfontconfig1", "libdbus-1-3", "libxkbcommon0"),
    *("libegl1", "libgl1", "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4"),
    *("libxcb-keysyms1", "libxcb-shape0", "fonts-nanum"),
)
TEST_PACKAGES = ("libreoffice-calc", "libreoffice-writer", "poppler-utils", "strace")
# For `bundle --prove`: a bare Debian, a screen, and what a desktop opens documents with.
PROOF_PACKAGES = (
    *("debootstrap", "xvfb", "xdotool", "xdg-utils"),
    *("shared-mime-info", "desktop-file-utils", "libfile-mimeinfo-perl"),
)

# Commands that pass on what they do not know themselves.
TAKING_MORE = ("test", "pictures", "bench", "bundle")


class Stop(Exception):
    """A reason to stop that the person can act on; its text is a finished sentence."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit code."""
    _speak_utf8()
    if sys.version_info < OLDEST_PYTHON:
        running = ".".join(map(str, sys.version_info[:3]))
        return _complain(f"Python 3.11 or newer is needed; this is Python {running}.")
    options, rest = _command_line().parse_known_args(argv)
    if rest and options.command not in TAKING_MORE:
        return _complain(f"Not understood: {shlex.join(rest)}. See: dev.py --help", 2)
    os.chdir(ROOT)
    try:
        return COMMANDS[options.command](options, rest)
    except Stop as reason:
        return _complain(str(reason))
    except KeyboardInterrupt:
        return _complain("Stopped.", 130)


def _speak_utf8() -> None:
    """A Korean file name must not end the work on a console with an old code page."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _complain(sentence: str, code: int = 1) -> int:
    print(sentence, file=sys.stderr)
    return code


def _command_line() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, purpose in (
        ("run", "set up, play the sample round, open the window on it"),
        ("test", "set up and check everything that must hold; further arguments go to pytest"),
        ("pictures", "make pictures of every page in build/pictures; --only PAGE makes fewer"),
        (
            "bench",
            "measure every wait against plain code; --quick leaves out the long rows, --json"
            " prints a list, --only PART measures one part, --hold fails over a goal",
        ),
        ("bundle", "make the folder with both programs, prove and pack it; --prove does more"),
        ("setup", "set up everything for run and test, and stop there"),
    ):
        command = commands.add_parser(name, help=purpose, description=purpose, allow_abbrev=False)
        if name == "test":
            command.add_argument(
                "--long", action="store_true", help="3,000 generated examples, 1,000 kills"
            )
    return parser


# --- what a person can ask for ---------------------------------------------------------------


def run(_options: argparse.Namespace, _rest: Sequence[str]) -> int:
    """Play the sample round from start to report, then show the window on it."""
    set_up("run", RUN_PACKAGES)
    folder = BUILD / "demo" / f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    folder.parent.mkdir(parents=True, exist_ok=True)
    _call([_script("scorebench"), "demo", folder])
    round_file = _only(folder, "*.round")
    if _has_screen():
        print(f"Opening the window on {round_file}", flush=True)
        _call([_python(), "-m", "ui", round_file])
    else:
        picture = folder / "window.png"
        _paint([_python(), "-m", "ui"], round_file, picture)
        print(f"No screen here; a picture of the window: {picture}")
    return 0


def test(options: argparse.Namespace, rest: Sequence[str]) -> int:
    """Run every check, the later ones too when an earlier one fails, and say what ran."""
    set_up("test", (*RUN_PACKAGES, *TEST_PACKAGES))
    # all tests go to every core; whoever names some wants to see them one by one
    everything = all(word.startswith("--") for word in rest)
    checks = [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]]
    if everything:  # compiles them once: every core would do so on its own, all at the same time
        checks.append(["pytest", "--collect-only", "--quiet", "--quiet"])
    spread = ["-n", "auto", "--dist", "worksteal"] if everything else []
    tests = ["pytest", *spread, *rest, *(["--long"] if options.long else [])]
    with ThreadPoolExecutor() as beside:
        outcomes = list(beside.map(_look, checks))
    print(f"\n== {shlex.join(tests)}", flush=True)
    began = time.monotonic()
    where = {} if options.long else _in_memory()
    code = subprocess.call([str(_python()), "-m", *tests], env=_environment(where))
    outcomes.append((code, f"{shlex.join(tests)} ({time.monotonic() - began:.1f} s)"))
    print("\nWhat ran:")
    for code, line in outcomes:
        print(f"  {'failed' if code else 'ok    '}  {line}")
    return 1 if any(code for code, _ in outcomes) else 0


def _in_memory() -> dict[str, str]:
    """Have pytest keep its files in memory where Linux offers the room: it spares up to a tenth.

    They are written, locked and struck there as anywhere; the long run has them on the disk.
    """
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK) or shutil.disk_usage(memory).free < TESTS_NEED:
        return {}
    return {"PYTEST_DEBUG_TEMPROOT": str(memory)}


def _look(check: Sequence[str]) -> tuple[int, str]:
    """Have something checked beside others; return its code and what it was, say what it found."""
    began = time.monotonic()
    done = subprocess.run(
        [str(_python()), "-m", *check],
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    line = f"{shlex.join(check)} ({time.monotonic() - began:.1f} s)"
    found = done.stdout if done.returncode or check[0] != "pytest" else ""
    print(f"\n== {shlex.join(check)}\n{found}", end="", flush=True)
    return done.returncode, line


def pictures(_options: argparse.Namespace, rest: Sequence[str]) -> int:
    """Have the window paint every page of the sample round, in both looks and languages."""
    return _without_screen("tests.pictures", rest)


def bench(_options: argparse.Namespace, rest: Sequence[str]) -> int:
    """Measure how long a person waits, as ratios to plain code that does the same work."""
    return _without_screen("tests.bench", rest)


def _without_screen(module: str, rest: Sequence[str]) -> int:
    set_up("test", RUN_PACKAGES)
    environment = _environment({"QT_QPA_PLATFORM": "offscreen"})
    return subprocess.call([str(_python()), "-m", module, *rest], env=environment)


def bundle(_options: argparse.Namespace, rest: Sequence[str]) -> int:
    """Freeze both programs into one folder, prove that both run from there, and pack it."""
    needed = ("binutils", *_library_of_this_python(), *(PROOF_PACKAGES if rest else ()))
    set_up("test", (*RUN_PACKAGES, *needed))
    freeze = ["-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", str(BUILD / "bundle"), "--workpath", str(BUILD / "pyinstaller")]
    _call([_python(), *freeze, *places, ROOT / "build_installer.spec"])
    return subprocess.call([str(_python()), "-m", "tests.bundle", *rest], env=_environment())


def setup(_options: argparse.Namespace, _rest: Sequence[str]) -> int:
    """Prepare for run and test."""
    set_up("test", (*RUN_PACKAGES, *TEST_PACKAGES))
    print(f"Ready: {_python()}")
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace, Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "pictures": pictures,
    "bench": bench,
    "bundle": bundle,
    "setup": setup,
}


# --- showing and proving ---------------------------------------------------------------------


def _has_screen() -> bool:
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise Stop(f"One {pattern} was expected in {folder}; there are {len(found)}.")
    return found[0]


def _library_of_this_python() -> list[str]:
    """Name what PyInstaller copies and Debian keeps apart from its Python."""
    of_the_system = Path(sys.base_prefix) == Path("/usr")
    return [f"libpython3.{sys.version_info[1]}"] if of_the_system else []


def _paint(
    window: Sequence[str | Path],
    document: Path,
    picture: Path,
    settings: dict[str, str] | None = None,
) -> None:
    """Have the window paint itself without a screen; nobody could close it if it hung."""
    offscreen = {**(settings or {}), "QT_QPA_PLATFORM": "offscreen"}
    _call([*window, document, "--picture", picture], offscreen, PAINT_PATIENCE_S)
    _expect(picture, b"\x89PNG")


def _expect(path: Path, beginning: bytes) -> None:
    if not path.is_file() or not path.read_bytes().startswith(beginning):
        raise Stop(f"{path.name} was not written as it should be.")


# --- setting up ------------------------------------------------------------------------------


def set_up(level: str, packages: Iterable[str]) -> None:
    """Bring system packages and ``.venv`` up to ``level``; costs next to nothing when they are."""
    _want_system_packages({*packages, *_missing_venv_package()})
    keys = {name: _key(name) for name in LOCKS}
    made = _read_stamp()
    if _python().exists() and made.get(level) == keys[level]:
        return
    _want_environment()
    print("Installing the pinned packages; at first 80 to 120 MB are fetched.", flush=True)
    reached = LOCKS if level == "test" else ("run",)
    for name in reached:
        # of what only tests need most is never imported: what is, Python compiles by itself
        lazily = () if name == "run" else ("--no-compile",)
        _pip("--require-hashes", "--only-binary=:all:", *lazily, "-r", LOCKS[name])
    _pip("--no-index", "--no-deps", "--no-build-isolation", "-e", ROOT)
    STAMP.write_text(json.dumps({name: keys[name] for name in reached}), encoding="utf-8")


def _key(level: str) -> str:
    """What an environment of this level was made from; a difference means set up again."""
    import tomllib  # unknown to the Pythons that the check in main() turns away

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = [project["build-system"], project["project"], project["tool"]["hatch"]]
    version = (ROOT / "workbench" / "__init__.py").read_text(encoding="utf-8")
    lock = LOCKS[level].read_text(encoding="utf-8")
    parts = [str(ROOT), list(sys.version_info[:2]), installed, version, lock]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _read_stamp() -> dict[str, str]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def _script(name: str) -> Path:
    return VENV / (f"Scripts/{name}.exe" if WINDOWS else f"bin/{name}")


def _want_environment() -> None:
    """Keep a sound ``.venv`` of this Python, replace any other."""
    wanted = f"{sys.version_info[0]}.{sys.version_info[1]}."
    ask = [str(_python()), "-c", "import pip, sys; print(sys.version)"]
    if _python().exists():
        answer = subprocess.run(ask, capture_output=True, text=True, check=False)
        if answer.returncode == 0 and answer.stdout.startswith(wanted):
            return
    if Path(sys.prefix) == VENV:
        raise Stop("Start dev.py with the Python outside .venv; the one inside is to be replaced.")
    if _missing_venv_package():
        raise Stop("This Python comes without venv; install that first and start again.")
    print(f"Making {VENV}", flush=True)
    _call([sys.executable, "-m", "venv", "--clear", VENV])


def _missing_venv_package() -> list[str]:
    """Name what brings venv back where Debian and its kin cut it out of Python."""
    importlib.invalidate_caches()
    if _python().exists() or all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        return []
    return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def _pip(*arguments: str | Path) -> None:
    options = ["--disable-pip-version-check", "--no-input"]
    if not sys.stdout.isatty():
        options.append("--quiet")
    try:
        _call([_python(), "-m", "pip", "install", *options, *arguments])
    except Stop as reason:
        hint = "Is the network there? Nothing is lost; start the same command again."
        raise Stop(f"The Python packages could not be installed. {hint}") from reason


def _want_system_packages(packages: Iterable[str]) -> None:
    """Install what a Debian-like system lacks, or say how and go on: it may do without."""
    if sys.platform == "win32" or not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return
    lacking = sorted(set(packages) - _installed_system_packages())
    if not lacking:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *lacking]
    if os.geteuid() != 0:
        print(f"Missing here. Please type:\n  sudo {shlex.join(install)}", flush=True)
        return
    print(f"Installing system packages: {' '.join(lacking)}", flush=True)
    for command in (["apt-get", "update"], install):
        quiet = _environment({"DEBIAN_FRONTEND": "noninteractive"})
        done = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(f"{done.stderr.strip()}\nPlease type:\n  {shlex.join(install)}", flush=True)
            return


def _installed_system_packages() -> set[str]:
    """Names of installed packages and of what they provide (libglib2.0-0t64 is libglib2.0-0)."""
    show = "${db:Status-Abbrev}|${Package}|${Provides}\n"
    listing = subprocess.check_output(["dpkg-query", "-W", "-f", show], text=True)
    names = set()
    for line in listing.splitlines():
        status, package, provided = line.split("|", 2)
        if status.startswith("ii"):
            names.update([package, *(item.split()[0] for item in provided.split(",") if item)])
    return names


# --- starting other programs -----------------------------------------------------------------


def _environment(more: dict[str, str] | None = None) -> dict[str, str]:
    """This environment without what would bend or slow down the Python inside ``.venv``."""
    bending = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    slowing = {"PYTHONDONTWRITEBYTECODE"}  # every process would compile the program anew
    left_out = bending | slowing
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return kept | (more or {})


def _call(
    command: Sequence[str | Path],
    environment: dict[str, str] | None = None,
    patience_s: int | None = None,
) -> None:
    words = [str(word) for word in command]
    try:
        code = subprocess.call(words, env=_environment(environment), timeout=patience_s)
    except OSError as error:
        raise Stop(f"{words[0]} does not start: {error.strerror}.") from error
    except subprocess.TimeoutExpired as error:
        raise Stop(f"No end after {patience_s} s: {shlex.join(words)}") from error
    if code != 0:
        raise Stop(f"This ended with code {code}: {shlex.join(words)}")


if __name__ == "__main__":
    sys.exit(main())
