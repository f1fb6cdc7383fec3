"""Whether a folder is one in which a document should not be written: pure, from stated facts.

A network drive may break SQLite's lock, a stick may be pulled out in the middle of a save, and a
program that synchronises copies a file while it is being written (RELIABILITY §2.1): half of one
state and half of the next, on two computers at once.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Final
from unicodedata import normalize


class Place(StrEnum):
    """The kinds of place in which a document is better not written."""

    NETWORK = "network"
    REMOVABLE = "removable"
    SYNCED = "synced"


@dataclass(frozen=True, slots=True)
class Found:
    """Such a place; ``service`` names what synchronises it, empty where that is not known."""

    place: Place
    service: str = ""


@dataclass(frozen=True)
class Facts:
    """What a computer says of the place of one file."""

    system: str
    """``linux``, ``win32`` or ``darwin``."""
    mounts: tuple[tuple[str, str], ...] = ()
    """Where file systems are mounted, and of which type they are."""
    drive: int = 0
    """What Windows says of the drive (GetDriveTypeW)."""
    environment: Mapping[str, str] = field(default_factory=dict)
    home: str = ""
    marked: Mapping[str, str] = field(default_factory=dict)
    """Folders above the file in which a program left the mark that it synchronises them."""
    reparse_tags: frozenset[int] = frozenset()
    """Windows' tags of the file and of the folders above it."""


_WINDOWS_REMOVABLE, _WINDOWS_REMOTE = 2, 4
_CLOUD_TAG, _CLOUD_MASK = 0x9000001A, 0xFFFF0FFF
"""Files that Windows keeps for a cloud program; the bits between tell programs apart."""

_NETWORK_TYPES: Final = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs"),
        *("lustre", "davfs", "ocfs2", "gfs2", "vboxsf", "vmhgfs", "prl_fs", "webdav", "afpfs"),
    }
)
_REMOVABLE_TYPES: Final = frozenset({"vfat", "exfat", "msdos", "hfsplus", "udf", "iso9660"})
_LOCAL_FUSE: Final = frozenset(
    {"fuse.fuse-overlayfs", "fuse.lxcfs", "fuse.ntfs-3g", "fuse.mergerfs", "fuse.portal"}
)
_REMOVABLE_FOLDERS: Final = ("/media/", "/run/media/")

_SYNCED_NAMES: Final = (
    (r"dropbox( \(.+\))?", "Dropbox"),
    (r"onedrive( - .+)?", "OneDrive"),
    (r"google ?drive(-.+)?|googledrive-.+|내 드라이브", "Google Drive"),
    (r"icloud ?drive", "iCloud"),
    (r"(naver|네이버)[ _]?(mybox|클라우드)|mybox|n드라이브", "네이버 MYBOX"),
    (r"naver works drive|works drive", "NAVER WORKS Drive"),
    (r"nextcloud", "Nextcloud"),
    (r"owncloud", "ownCloud"),
    (r"megasync( uploads| downloads)?", "MEGA"),
    (r"box sync|box-box", "Box"),
    (r"pcloud( ?drive|sync)?", "pCloud"),
    (r"synologydrive|synology drive", "Synology Drive"),
)
_NAMES: Final = tuple((re.compile(pattern), name) for pattern, name in _SYNCED_NAMES)
_MAC_FOLDERS: Final = (("Library/CloudStorage/", ""), ("Library/Mobile Documents/", "iCloud"))
_ONEDRIVE: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")

MARKS: Final[Mapping[str, str]] = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".SynologyWorkingDirectory": "Synology Drive",
    ".megaignore": "MEGA",
}
"""Files and folders that programs leave in the folders they synchronise."""


def found_at(path: PurePath, facts: Facts) -> Found | None:
    """Return what speaks against writing the file at ``path``, None where nothing does.

    ``path`` is absolute and follows no links any more. What synchronises comes first, as a copy
    on two computers is the likelier loss.
    """
    service = _synced(path, facts)
    if service is not None:
        return Found(Place.SYNCED, service)
    if facts.system == "win32":
        return _on_windows(PureWindowsPath(path), facts)
    if facts.system == "darwin" and str(path).startswith("/Volumes/"):
        return _of_type(_mount_type(path, facts)) or Found(Place.REMOVABLE)
    found = _of_type(_mount_type(path, facts))
    if found is None and facts.system == "linux" and str(path).startswith(_REMOVABLE_FOLDERS):
        return Found(Place.REMOVABLE)
    return found


def _synced(path: PurePath, facts: Facts) -> str | None:
    """Return what synchronises the place of ``path``: its name, or empty where that is unknown."""
    for folder in path.parents:
        if str(folder) in facts.marked:
            return facts.marked[str(folder)]
    if any(tag & _CLOUD_MASK == _CLOUD_TAG for tag in facts.reparse_tags):
        return _by_environment(path, facts) or _by_name(path) or ""
    if facts.system == "darwin":
        for below, service in _MAC_FOLDERS:
            start = f"{facts.home}/{below}"
            if facts.home and str(path).startswith(start):
                named = str(path).removeprefix(start).partition("/")[0].partition("-")[0]
                return service or _by_name(PurePosixPath(named, "x")) or named
    return _by_environment(path, facts) or _by_name(path)


def _by_environment(path: PurePath, facts: Facts) -> str | None:
    if facts.system != "win32":
        return None
    roots = (facts.environment.get(name, "") for name in _ONEDRIVE)
    own = PureWindowsPath(path)
    return "OneDrive" if any(root and own.is_relative_to(root) for root in roots) else None


def _by_name(path: PurePath) -> str | None:
    for folder in path.parents:
        for pattern, service in _NAMES:
            if pattern.fullmatch(normalize("NFC", folder.name).casefold()):
                return service
    return None


def _on_windows(path: PureWindowsPath, facts: Facts) -> Found | None:
    if path.drive.startswith("\\\\") or facts.drive == _WINDOWS_REMOTE:
        return Found(Place.NETWORK)
    return Found(Place.REMOVABLE) if facts.drive == _WINDOWS_REMOVABLE else None


def _mount_type(path: PurePath, facts: Facts) -> str:
    """Return the type of the file system that holds ``path``.

    It is the one mounted nearest above it, and of several at one place the last.
    """
    fitting = [
        (len(point), number, kind)
        for number, (point, kind) in enumerate(facts.mounts)
        if path.is_relative_to(point)
    ]
    return max(fitting)[2] if fitting else ""


def _of_type(kind: str) -> Found | None:
    if kind in _NETWORK_TYPES or (kind.startswith("fuse.") and kind not in _LOCAL_FUSE):
        return Found(Place.NETWORK)
    return Found(Place.REMOVABLE) if kind in _REMOVABLE_TYPES else None
