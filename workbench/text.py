"""The one door for text from people, and the one for turning text into a safe file name."""

import re
import unicodedata
from typing import Final

MAX_CHARACTERS: Final = 100_000
MAX_NAME_BYTES: Final = 200

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_DROPPED = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f{_BIDI}\ud800-\udfff\ufeff\ufffe\uffff]")
_HALF_WIDTH: Final = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_UNFIT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*%#]')


def clean_text(text: str) -> str:
    """Return ``text`` as it is stored: NFC, line feeds, no controls or direction marks.

    CR and CRLF become a line feed, a tab a space; U+200C and U+200D stay (they join letters
    and emoji). Surrounding white space goes, and what passes 100,000 characters is the caller's
    to refuse: nothing is cut silently.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", _DROPPED.sub("", text)).strip()


def visible(text: str) -> str:
    """Return ``text`` with every character that a terminal or a reader would act on as �.

    Names of files are anybody's: an escape sequence, or a mark that turns the direction of what
    follows, must show in a sentence and not work in it. Line feeds stay.
    """
    return text if text.isprintable() else _DROPPED.sub("\ufffd", text)


def half_width(text: str) -> str:
    """Return ``text`` with full-width letters, digits, signs and spaces as the plain ones.

    Nothing else changes: a raised, circled or bracketed digit stays what it is, no plain one.
    """
    return text if text.isascii() else text.translate(_HALF_WIDTH)


def is_clean(text: str) -> bool:
    """Say whether ``text`` could have come through the door."""
    return len(text) <= MAX_CHARACTERS and clean_text(text) == text


def file_name(text: str) -> str:
    """Return ``text`` with every character unfit for a file name on any system as ``_``.

    What no system could name is cut off: a name has 255 bytes, and drafts and notes stand beside.
    """
    name = _UNFIT_IN_NAMES.sub("_", unicodedata.normalize("NFC", text))
    name = name.encode(errors="replace")[:MAX_NAME_BYTES].decode(errors="ignore").rstrip(" .")
    return name or "_"
