"""What opens by double click is the same on every system, and the same as in the program."""

from __future__ import annotations

import plistlib
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from models.schema import DocumentKind
from models.store import create_store
from tests.bundle.empty_root import WINDOW_PACKAGES
from ui.window import SUFFIXES

ROOT = Path(__file__).parents[2]
INSTALLING = ROOT / "resources" / "installing"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def linux_types() -> dict[str, ElementTree.Element]:
    """MIME types by the ending they are for."""
    found = ElementTree.parse(INSTALLING / "linux" / "scoring-workbench.xml")
    return {
        row.find(f"{MIME}glob").attrib["pattern"].removeprefix("*"): row
        for row in found.iter(f"{MIME}mime-type")
    }


def test_linux_knows_the_endings_of_the_program_and_an_icon_for_each() -> None:
    types = linux_types()
    assert set(types) == set(SUFFIXES)
    for row in types.values():
        icon = row.find(f"{MIME}icon").attrib["name"]
        assert ElementTree.parse(INSTALLING / "linux" / "icons" / f"{icon}.svg").getroot()


def test_the_desktop_entry_offers_the_program_for_both_types() -> None:
    entry = (INSTALLING / "linux" / "scoring-workbench.desktop").read_text(encoding="utf-8")
    (offered,) = re.findall(r"^MimeType=(.*);$", entry, re.MULTILINE)
    assert set(offered.split(";")) == {row.attrib["type"] for row in linux_types().values()}
    assert re.search(r"^Exec=@PROGRAM@ %f$", entry, re.MULTILINE)


@pytest.mark.parametrize(
    ("kind", "ending"), [(DocumentKind.ROUND, ".round"), (DocumentKind.SCORE, ".score")]
)
def test_linux_knows_a_document_by_its_first_bytes(
    kind: DocumentKind, ending: str, tmp_path: Path
) -> None:
    create_store(tmp_path / "document", kind).close()
    image = (tmp_path / "document").read_bytes()
    matches = [(row.attrib["offset"], row.attrib["value"]) for row in nested_matches(ending)]
    assert len(matches) == 2
    for offset, value in matches:
        wanted = value.replace("\\0", "\0").encode()
        assert image[int(offset) :].startswith(wanted)


def nested_matches(ending: str) -> list[ElementTree.Element]:
    return list(linux_types()[ending].iter(f"{MIME}match"))


def test_windows_and_macos_name_the_same_endings() -> None:
    registry = (INSTALLING / "windows" / "file-types.reg").read_bytes().decode("utf-16")
    script = (INSTALLING / "windows" / "scoring-workbench.iss").read_text(encoding="utf-8")
    plist = plistlib.loads((INSTALLING / "macos" / "file-types.plist").read_bytes())
    assert set(re.findall(r"Classes\\(\.\w+)\]", registry)) == set(SUFFIXES)
    assert set(re.findall(r"Classes\\(\.\w+)\"", script)) == set(SUFFIXES)
    declared = [row["UTTypeIdentifier"] for row in plist["UTExportedTypeDeclarations"]]
    offered = [row["LSItemContentTypes"][0] for row in plist["CFBundleDocumentTypes"]]
    tags = [row["UTTypeTagSpecification"] for row in plist["UTExportedTypeDeclarations"]]
    assert declared == offered
    assert {f".{row['public.filename-extension'][0]}" for row in tags} == set(SUFFIXES)


def test_the_guide_names_what_the_window_needs() -> None:
    guide = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    for name in WINDOW_PACKAGES:
        assert guide.count(f"`{name}`") == 2  # once in each language
