"""How large the bundle is, by component, and which libraries it leaves to the system."""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bundle.proof import Failed

if TYPE_CHECKING:
    from pathlib import Path

FOLDER_GOAL_MB, PACKED_GOAL_MB = 145, 62

COMPONENTS = (
    ("ICU", r"libicu"),
    ("Qt libraries", r"PySide6/Qt/lib/"),
    ("Qt plugins", r"PySide6/Qt/plugins/"),
    ("Qt translations", r"PySide6/Qt/translations/"),
    ("PySide6 bindings", r"(PySide6|shiboken6)/"),
    ("ScoringWorkbench and its modules", r"ScoringWorkbench(\.exe)?$"),
    ("scorebench and its modules", r"scorebench(\.exe)?$"),
    ("Python", r"(libpython|python3|base_library)"),
    ("lxml and python-docx", r"(lxml|docx)/"),
    ("SQLAlchemy", r"sqlalchemy/"),
    ("typefaces", r"resources/fonts/"),
    ("own data", r"resources/"),
    ("OpenSSL (hashes)", r"libcrypto"),
    ("libraries of the system", r"lib[^/]+\.so"),
    ("the rest", r""),
)

SYSTEM_LIBRARIES = {
    # glibc, on every Linux
    *("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libresolv.so.2"),
    "ld-linux-x86-64.so.2",
    # of the graphics driver and the screen: a bundled one would not fit them
    *("libEGL.so.1", "libGL.so.1", "libxcb.so.1"),
    # asked for on Wayland only, where the desktop brings them
    *("libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1"),
}
"""What the bundle may ask of the system; the install guide names their packages."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes: of the folder, by component with the largest first, and of the archive."""

    folder: int
    packed: int
    components: tuple[tuple[str, int], ...]

    @property
    def are_met(self) -> bool:
        """Say whether both goals are."""
        return self.folder <= FOLDER_GOAL_MB * 10**6 and self.packed <= PACKED_GOAL_MB * 10**6

    def as_json(self) -> dict[str, object]:
        """Return the figures for a file beside the bundle."""
        return {"folder": self.folder, "packed": self.packed, **dict(self.components)}


def sizes(folder: Path, archive: Path) -> Sizes:
    """Measure the bundle; links count nothing."""
    counted: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            inside = path.relative_to(folder).as_posix().removeprefix("_internal/")
            counted[component(inside)] += path.stat().st_size
    return Sizes(counted.total(), archive.stat().st_size, tuple(counted.most_common()))


def component(inside: str) -> str:
    """Return which part of the bundle a file in it belongs to."""
    return next(
        name
        for name, pattern in COMPONENTS
        if re.match(pattern, inside) or (name == "ICU" and re.search(pattern, inside))
    )


def require_known_libraries(folder: Path) -> None:
    """Find every library that a part asks for in the bundle or among the known of the system.

    Raises:
        Failed: one is in neither; the program would not start where it is missing.
    """
    parts = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    present = {path.name for path in parts} | {path.name for path in folder.rglob("*.so*")}
    missing = {
        f"{name} (for {path.name})"
        for path in parts
        for name in _asked_for(path) - present - SYSTEM_LIBRARIES
    }
    if missing:
        raise Failed(f"In the bundle nobody brings: {', '.join(sorted(missing))}")


def _asked_for(path: Path) -> set[str]:
    with path.open("rb") as stream:
        if stream.read(4) != b"\x7fELF":
            return set()
    english = {**os.environ, "LC_ALL": "C"}
    table = subprocess.run(
        ["readelf", "-d", path], capture_output=True, text=True, env=english, check=True
    )
    return set(re.findall(r"\(NEEDED\).*\[(.+)\]", table.stdout))
