"""XML of strangers as events: no tree, no entity, no document type, one error."""

from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from workbench.tables.unfit import BookUnfit, Unfit

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Enough(Exception):
    """Raised by a handler that has what it wants: the rest of the part is not parsed."""


def stream(part: bytes, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Tell ``start``, ``end`` and ``text`` what stands in ``part``, until one says ``Enough``.

    Names come as namespace and local name with a space between.

    Raises:
        BookUnfit: not well-formed, or with a document type of its own.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(part, True)
    except Enough:
        return
    except (expat.ExpatError, ValueError, LookupError) as error:  # also of encodings
        raise BookUnfit(Unfit.DAMAGED) from error


def _refuse(*_: object) -> None:
    raise BookUnfit(Unfit.UNSAFE)


class Path:
    """Where in a part the parser stands, for parts of which few elements matter."""

    def __init__(self, root: str) -> None:
        """Expect ``root`` as the outermost element."""
        self._root = root
        self._names: list[str] = []

    def enter(self, name: str) -> tuple[str, ...]:
        """Go into an element; return its path of local names, empty where it is foreign.

        Raises:
            BookUnfit: the outermost element is another one.
        """
        if not self._names and name != self._root:
            is_strict = name.startswith(STRICT)
            raise BookUnfit(Unfit.NOT_BOOK if is_strict else Unfit.DAMAGED)
        space = self._root.rpartition(" ")[0]
        local = name.rpartition(" ")[2] if name.startswith(f"{space} ") else ""
        self._names.append(local)
        return tuple(self._names) if len(self._names) <= 3 and all(self._names) else ()

    def leave(self, _: str) -> None:
        """Come out of an element."""
        self._names.pop()
