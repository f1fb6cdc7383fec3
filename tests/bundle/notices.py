"""Whose work is packed beside ours, and under which licences: ``THIRD-PARTY-NOTICES.txt``.

Nothing is listed by hand: every file that is packed is asked whose it is, a Python distribution's,
Python's own or a package's of the system, and each of these brings its notice. What nobody
answers for stops the bundling.
"""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from collections import defaultdict
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "THIRD-PARTY-NOTICES.txt"
ROOT = Path(__file__).parents[2]
COMMON = Path("/usr/share/common-licenses")
"""Where Debian keeps the licences that many packages refer to."""
_LEGAL = re.compile(r"(licen[cs]es?|copying|notice|authors)\b[^/]*$", re.IGNORECASE)
_COMMON = re.compile(rf"{COMMON}/([A-Za-z]+(?:-[0-9.]*[0-9])?)")
_OURS = "scoring-workbench"
_QT = frozenset({"pyside6-essentials", "shiboken6"})
_RULE = "=" * 80

OPENING = f"""\
{NAME}

채점 워크벤치에 함께 들어 있는 다른 사람들의 저작물과 그 사용 조건입니다.
These are the works of others that the Scoring Workbench comes with, and their licences.
"""
QT = """\
Qt, and PySide6 with shiboken6, which connect it to Python, are used under the GNU Lesser General
Public License, version 3 (LGPL-3.0). Copyright (C) The Qt Company Ltd. and other contributors.

They are not part of the programs but stand beside them as separate shared libraries, unchanged
but for debugging symbols, in the folders PySide6 and shiboken6 (on Linux and Windows these are
in _internal). Each may be replaced by another build with the same interface: put that in the
place of the file. Changing them, and reverse engineering for debugging such changes, is allowed.

Their sources, in exactly these versions:
  https://download.qt.io/official_releases/QtForPython/pyside6/
  https://download.qt.io/official_releases/qt/
The licence (below, too, where the bundle was made on Debian):
  https://www.gnu.org/licenses/lgpl-3.0.html and https://www.gnu.org/licenses/gpl-3.0.html
What Qt itself is made of: https://doc.qt.io/qt-6/licenses-used-in-qt.html

ICU, which comes with Qt on Linux, is under the Unicode License V3, its sources are at
https://github.com/unicode-org/icu. Its data was cut down to Korean and English.
  https://www.unicode.org/license.txt
"""
LXML = """\
Its modules hold, as the makers of lxml built them:
  libxml2 and libxslt, MIT License, https://gitlab.gnome.org/GNOME/libxml2 and /libxslt
  zlib, zlib License, https://zlib.net
  GNU libiconv, LGPL-2.1-or-later, https://www.gnu.org/software/libiconv/
The sources of lxml, with which they can be built in anew: https://lxml.de/files/
"""
_REMARKS = {"lxml": LXML}


class Unlicensed(Exception):
    """Nobody says under which licence a packed part stands; the text is a finished sentence."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One work: what it is called, in which version, under which licence, in whose words."""

    name: str
    version: str
    licence: str
    text: str


def write_notices(folder: Path, packed: Iterable[str]) -> Path:
    """Write the notices of all ``packed`` files to the top of ``folder``.

    Raises:
        Unlicensed: of one it is not known whose it is, or under which licence it stands.
    """
    target = folder / NAME
    target.write_text(as_text(notices_of(map(Path, packed))), encoding="utf-8", newline="\n")
    return target


def notices_of(packed: Iterable[Path]) -> list[Notice]:
    """Return a notice for each work of others that a packed file belongs to.

    Raises:
        Unlicensed: of one it is not known whose it is, or under which licence it stands.
    """
    owners = _owners()
    found: dict[str, Distribution] = {}
    strangers = set()
    for path in packed:
        if owner := owners.get(path):
            found[_name(owner)] = owner
        elif not _is_ours(path) and not _is_pythons(path):
            strangers.add(path)
    return [
        _of_python(),
        *(notice_of(found[name]) for name in sorted(found) if name != _OURS),
        _of_typeface(),
        *_of_system(strangers),
    ]


def notice_of(distribution: Distribution) -> Notice:
    """Return the notice of one Python distribution, with all that it says itself.

    Raises:
        Unlicensed: it names no licence and brings none.
    """
    name, told = _name(distribution), distribution.metadata
    legal = [path for path in distribution.files or () if _LEGAL.search(str(path))]
    inside = [path for path in legal if ".dist-info" in path.parts[0]]
    licence = (told["License-Expression"] or told["License"] or "").strip()
    texts = [path.read_text(encoding="utf-8").strip() for path in inside]
    if name in _QT:
        texts.append(QT.strip())
    elif not texts:
        raise Unlicensed(f"{name} is packed, but brings no text of its licence ({licence or '-'}).")
    if name in _REMARKS:
        texts.append(_REMARKS[name].strip())
    return Notice(name, distribution.version, licence.partition("\n")[0], "\n\n".join(texts))


def as_text(notices: Iterable[Notice]) -> str:
    """Return ``notices`` one below the other, and below them what they refer to."""
    same: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one in notices:
        same[one.licence, one.text].append(f"{one.name} {one.version}".strip())
    parts = [
        (", ".join(names) + (f"  ({licence})" if licence else ""), text)
        for (licence, text), names in same.items()
    ]
    named = {name for _, text in parts for name in _COMMON.findall(text)}
    wanted = sorted({(COMMON / name).resolve() for name in named | {"GPL-3", "LGPL-3"}})
    parts += [
        (path.name, path.read_text(encoding="utf-8", errors="replace").strip("\n"))
        for path in wanted
        if path.is_file()
    ]
    blocks = [f"{_RULE}\n{title}\n{_RULE}\n\n{text}\n" for title, text in parts]
    return "\n\n".join((OPENING, *blocks))


def _owners() -> dict[Path, Distribution]:
    """Return by file the distribution that brought it."""
    return {
        Path(str(one.locate_file(path))): one
        for one in distributions()
        for path in one.files or ()
        if path.suffix not in {".pyc"}
    }


def _name(distribution: Distribution) -> str:
    return re.sub(r"[-_.]+", "-", distribution.metadata["Name"]).lower()


def _is_ours(path: Path) -> bool:
    here = path.is_relative_to(ROOT)
    return not path.is_absolute() or (here and not path.is_relative_to(sys.prefix))


def _is_pythons(path: Path) -> bool:
    if path.name.startswith("libpython"):
        return True
    return any(
        path.is_relative_to(sysconfig.get_path(place)) for place in ("stdlib", "platstdlib")
    ) or (sys.platform == "win32" and path.is_relative_to(sys.base_prefix))


def _of_python() -> Notice:
    version = sys.version.partition(" ")[0]
    short = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    places = (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path("/usr/share/doc", short, "copyright"),
    )
    for path in places:
        if path.is_file():
            return Notice("Python", version, "PSF-2.0", path.read_text(encoding="utf-8").strip())
    raise Unlicensed("Python is packed, but the text of its licence is nowhere on this computer.")


def _of_typeface() -> Notice:
    text = (ROOT / "resources" / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    return Notice("Pretendard", "", "OFL-1.1", text.strip())


def _of_system(libraries: Iterable[Path]) -> list[Notice]:
    """Return the notices of the system's packages that ``libraries`` were copied from."""
    found: dict[str, Notice] = {}
    for path in sorted(libraries):
        package = _package(path)
        terms = Path("/usr/share/doc", package, "copyright")
        if not package or not terms.is_file():
            raise Unlicensed(f"{path} is packed, but nobody says under which licence it stands.")
        if package not in found:
            text = terms.read_text(encoding="utf-8", errors="replace").strip()
            version = _says("dpkg-query", "-W", "-f", "${Version}\n", package).partition("\n")[0]
            found[package] = Notice(package, version, "", text)
    return [found[name] for name in sorted(found)]


def _package(library: Path) -> str:
    """Return the Debian package that ``library`` is of, empty where it is of none."""
    for path in (library, library.resolve()):
        plain = str(path).removeprefix("/usr")  # /lib is /usr/lib, and dpkg knows one of them
        for name in (plain, f"/usr{plain}"):
            if told := _says("dpkg-query", "-S", name):
                return told.partition(":")[0]
    return ""


def _says(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""
