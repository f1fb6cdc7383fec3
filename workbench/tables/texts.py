"""Texts of a workbook: their runs put together, phonetic guides left out, escapes undone."""

import re
from collections.abc import Mapping
from typing import Final

from workbench.tables.events import MAIN, STRICT, stream
from workbench.tables.unfit import BookUnfit, Unfit

_T: Final = f"{MAIN} t"
_R: Final = f"{MAIN} r"
_ESCAPED: Final = re.compile("_x00([01][0-9A-Fa-f]|5[Ff])_")
"""How a workbook writes a control, and an underscore that would begin such a sign."""


def unescaped(text: str) -> str:
    """Return ``text`` with the controls that a workbook writes as ``_x000D_``."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x00" in text else text


class Phrase:
    """The text of one ``is`` or ``si`` element while it is parsed; depth 1 is its child."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._pieces: list[str] = []
        self._depth = 0
        self._skipped_at = 0
        self._is_text = False

    def start(self, name: str) -> None:
        """Go into an element."""
        self._depth += 1
        if self._skipped_at:
            return
        if self._is_text:
            raise BookUnfit(Unfit.DAMAGED)
        if name == _T:
            self._is_text = True
        elif name != _R or self._depth > 1:
            self._skipped_at = self._depth

    def end(self) -> None:
        """Come out of an element."""
        if self._skipped_at == self._depth:
            self._skipped_at = 0
        elif not self._skipped_at:
            self._is_text = False
        self._depth -= 1

    def add(self, text: str) -> None:
        """Take characters, if they belong to the text."""
        if self._is_text and not self._skipped_at:
            self._pieces.append(text)

    def whole(self) -> str:
        """Return the text."""
        return unescaped("".join(self._pieces))


class _Strings:
    def __init__(self) -> None:
        self.found: list[str] = []
        self._depth = 0
        self._phrase: Phrase | None = None

    def start(self, name: str, _: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth == 1 and name != f"{MAIN} sst":
            raise BookUnfit(Unfit.NOT_BOOK if name.startswith(STRICT) else Unfit.DAMAGED)
        if self._phrase is not None:
            self._phrase.start(name)
        elif name == f"{MAIN} si":
            if self._depth != 2:
                raise BookUnfit(Unfit.DAMAGED)
            self._phrase = Phrase()

    def end(self, _: str) -> None:
        if self._phrase is not None:
            if self._depth == 2:
                self.found.append(self._phrase.whole())
                self._phrase = None
            else:
                self._phrase.end()
        self._depth -= 1

    def text(self, text: str) -> None:
        if self._phrase is not None:
            self._phrase.add(text)


def shared_strings(part: bytes) -> list[str]:
    """Return the texts that cells refer to by number.

    Raises:
        BookUnfit: the part is damaged or not safe.
    """
    strings = _Strings()
    stream(part, strings.start, strings.end, strings.text)
    return strings.found
