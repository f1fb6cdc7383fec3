"""One file to send: the same folder gives the same bytes."""

from __future__ import annotations

import platform
import sys
import tarfile
import zipfile
from typing import TYPE_CHECKING

from workbench import __version__

if TYPE_CHECKING:
    from pathlib import Path


def pack(folder: Path) -> Path:
    """Pack the bundle beside itself: .tar.xz (the links in it stay links), .zip on Windows."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    name = f"{folder.name}-{__version__}-{system}-{platform.machine()}"
    parts = sorted(folder.rglob("*"))
    if system == "windows":
        target = folder.with_name(f"{name}.zip")
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for part in parts:
                archive.write(part, part.relative_to(folder.parent))
        return target
    target = folder.with_name(f"{name}.tar.xz")
    with tarfile.open(target, "w:xz", preset=9) as packed:
        for part in (folder, *parts):
            packed.add(part, part.relative_to(folder.parent), recursive=False, filter=_nobodys)
    return target


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Who built it, and when, is nothing for the one who unpacks."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = 0
    return entry
