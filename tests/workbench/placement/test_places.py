"""Network, removable and synchronised folders are told apart from facts, system by system."""

from __future__ import annotations

import os
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.placement.asking import facts_about, mounts_in, note_about, place_of_file
from workbench.placement.places import MARKS, Facts, Found, Place, found_at
from workbench.sentences import sentence_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tallying import Tally

MOUNTS = """\
overlay / overlay rw,relatime 0 0
proc /proc proc rw 0 0
tmpfs /run tmpfs rw 0 0
server:/volume1 /mnt/nas nfs4 rw 0 0
//server/share /mnt/평가\\040자료 cifs rw 0 0
/dev/sdb1 /media/kim/USB\\040DISK vfat rw 0 0
/dev/sdc1 /media/kim/backup ext4 rw 0 0
/dev/sdd1 /run/media/kim/card exfat rw 0 0
/dev/sde1 /mnt/stick exfat rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
user@host: /home/kim/remote fuse.sshfs rw 0 0
gdrive: /home/kim/cloud fuse.rclone rw 0 0
C:\\134 /mnt/c 9p rw 0 0
systemd-1 /auto autofs rw 0 0
server:/auto /auto nfs rw 0 0
merged /home/kim/merged fuse.mergerfs rw 0 0
"""
LINUX = Facts("linux", mounts=tuple(mounts_in(MOUNTS)), home="/home/kim")
MAC = Facts("darwin", home="/Users/kim")
WINDOWS = Facts(
    "win32",
    environment={
        "OneDrive": "C:\\Users\\김가상\\OneDrive",
        "OneDriveCommercial": "D:\\자료\\연구원 공유",
    },
)
NETWORK, REMOVABLE = Found(Place.NETWORK), Found(Place.REMOVABLE)


def synced(service: str) -> Found:
    return Found(Place.SYNCED, service)


ON_LINUX = {
    "/home/kim/채점/E1.score": None,
    "/mnt/nas/E1.score": NETWORK,
    "/mnt/nas2/E1.score": None,
    "/mnt/평가 자료/2024/E1.score": NETWORK,
    "/media/kim/USB DISK/E1.score": REMOVABLE,
    "/media/kim/backup/E1.score": REMOVABLE,
    "/run/media/kim/card/E1.score": REMOVABLE,
    "/mnt/stick/E1.score": REMOVABLE,
    "/run/user/1000/gvfs/smb-share:server=a/E1.score": NETWORK,
    "/home/kim/remote/E1.score": NETWORK,
    "/home/kim/cloud/E1.score": NETWORK,
    "/home/kim/merged/E1.score": None,
    "/mnt/c/Users/E1.score": NETWORK,
    "/auto/E1.score": NETWORK,
    "/home/kim/Dropbox/2024/E1.score": synced("Dropbox"),
    "/home/kim/Dropbox (가상연구원)/E1.score": synced("Dropbox"),
    "/home/kim/dropbox 옛것/E1.score": None,
    "/home/kim/Dropbox.score": None,
    "/home/kim/Nextcloud/E1.score": synced("Nextcloud"),
    "/media/kim/USB DISK/네이버 MYBOX/E1.score": synced("네이버 MYBOX"),
}
ON_MAC = {
    "/Users/kim/채점/E1.score": None,
    "/Users/kim/Library/CloudStorage/OneDrive-가상연구원/E1.score": synced("OneDrive"),
    "/Users/kim/Library/CloudStorage/GoogleDrive-a@b.kr/내 드라이브/E1.score": synced(
        "Google Drive"
    ),
    "/Users/kim/Library/CloudStorage/Dropbox/E1.score": synced("Dropbox"),
    "/Users/kim/Library/CloudStorage/가상드라이브-a/E1.score": synced("가상드라이브"),
    "/Users/kim/Library/Mobile Documents/com~apple~CloudDocs/E1.score": synced("iCloud"),
    "/Users/lee/Library/Mobile Documents/x/E1.score": None,
    "/Volumes/USB/E1.score": REMOVABLE,
    unicodedata.normalize("NFD", "/Users/kim/네이버 MYBOX/E1.score"): synced("네이버 MYBOX"),
}
ON_WINDOWS = {
    "C:\\채점\\E1.score": None,
    "C:\\Users\\김가상\\OneDrive\\바탕 화면\\E1.score": synced("OneDrive"),
    "c:\\users\\김가상\\onedrive\\E1.score": synced("OneDrive"),
    "C:\\Users\\김가상\\OneDrive2\\E1.score": None,
    "D:\\자료\\연구원 공유\\E1.score": synced("OneDrive"),
    "C:\\Users\\김가상\\OneDrive - 가상대학교\\E1.score": synced("OneDrive"),
    "G:\\내 드라이브\\E1.score": synced("Google Drive"),
    "C:\\NAVER MYBOX\\E1.score": synced("네이버 MYBOX"),
    "\\\\server\\평가\\E1.score": NETWORK,
}


@pytest.mark.parametrize(
    ("facts", "kind", "table"),
    [
        (LINUX, PurePosixPath, ON_LINUX),
        (MAC, PurePosixPath, ON_MAC),
        (WINDOWS, PureWindowsPath, ON_WINDOWS),
    ],
    ids=["linux", "macos", "windows"],
)
def test_every_place_is_recognised(facts: Facts, kind: type, table: dict, tally: Tally) -> None:
    found = {path: found_at(kind(path), facts) for path in table}
    wrong = {path: got for path, got in found.items() if got != table[path]}
    tally("places of a document recognised", len(table), len(wrong))
    assert wrong == {}


@pytest.mark.parametrize(
    ("drive", "expected"), [(0, None), (2, REMOVABLE), (3, None), (4, NETWORK), (6, None)]
)
def test_windows_says_what_a_drive_is(drive: int, expected: Found | None) -> None:
    assert found_at(PureWindowsPath("E:\\채점\\E1.score"), Facts("win32", drive=drive)) == expected


@pytest.mark.parametrize("tag", [0x9000001A, 0x9000601A, 0x9000F01A])
def test_windows_tags_what_a_cloud_program_keeps(tag: int) -> None:
    path = PureWindowsPath("C:\\어디든\\E1.score")
    facts = Facts("win32", reparse_tags=frozenset({tag}))
    assert found_at(path, facts) == synced("")
    assert found_at(path, Facts("win32", reparse_tags=frozenset({0x80000017}))) is None


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1),
            st.sampled_from(["ext4", "nfs", "tmpfs"]),
        )
    )
)
def test_mounts_are_read_as_the_kernel_writes_them(mounts: list[tuple[str, str]]) -> None:
    escapes = {"\\": "\\134", " ": "\\040", "\t": "\\011", "\n": "\\012"}
    lines = [
        f"dev {''.join(escapes.get(sign, sign) for sign in f'/{point}')} {kind} rw 0 0"
        for point, kind in mounts
    ]
    wanted = [(f"/{point}", kind) for point, kind in mounts]
    assert list(mounts_in("\n".join(lines))) == wanted


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["/", "/a", "/a/b", "/a/b/c", "/ab"]),
            st.sampled_from(["ext4", "nfs", "vfat"]),
        ),
        max_size=6,
    ),
    st.sampled_from(["/x", "/a/x", "/a/b/x", "/a/b/c/d/x", "/ab/x"]),
)
def test_the_nearest_and_last_mount_decides(mounts: list[tuple[str, str]], path: str) -> None:
    kind = ""
    for length in range(6):
        for point, type_ in mounts:
            if point.rstrip("/").count("/") == length and f"{path}/".startswith(
                f"{point.rstrip('/')}/"
            ):
                kind = type_
    expected = {"nfs": NETWORK, "vfat": REMOVABLE}.get(kind)
    assert found_at(PurePosixPath(path), Facts("linux", mounts=tuple(mounts))) == expected


@pytest.mark.parametrize("mark", sorted(MARKS))
def test_the_mark_that_a_program_leaves_is_seen(mark: str, tmp_path: Path) -> None:
    folder = tmp_path / "자료" / "2024"
    folder.mkdir(parents=True)
    document = folder / "E1.score"
    document.touch()
    assert place_of_file(document) is None
    (tmp_path / "자료" / mark).touch()
    assert place_of_file(document) == synced(MARKS[mark])


def test_a_link_is_followed_to_where_the_file_lies(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "Dropbox" / "E1.score").touch()
    link = tmp_path / "E1.score"
    os.symlink(tmp_path / "Dropbox" / "E1.score", link)
    assert place_of_file(link) == synced("Dropbox")
    loop = tmp_path / "고리.score"
    os.symlink(loop, loop)
    assert place_of_file(loop) is None


def test_this_computer_is_asked(tmp_path: Path) -> None:
    facts = facts_about(tmp_path / "E1.score")
    assert "/" in dict(facts.mounts)
    assert found_at(tmp_path / "E1.score", facts) is None
    assert note_about(tmp_path / "E1.score") is None


def test_the_note_names_file_and_place_in_both_languages(tmp_path: Path) -> None:
    document = tmp_path / "네이버 MYBOX" / "E1.score"
    document.parent.mkdir()
    document.touch()
    note = note_about(document)
    assert note is not None
    for language in ("ko", "en"):
        assert "E1.score" in sentence_of(note, language)
        assert "네이버 MYBOX" in sentence_of(note, language)
