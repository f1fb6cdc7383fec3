"""What comes from the clipboard as a person meant it: the words, without what a program left."""

import re
import unicodedata
from typing import Final

_BREAKS: Final = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES: Final = re.compile("[\t\x1f]+|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# zero width, soft hyphens, controls and direction marks; U+200C and U+200D stay: they join letters
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LINE_ENDS: Final = re.compile(" +$", re.MULTILINE)
_GAPS: Final = re.compile("\n{4,}")
# the private range is where symbol typefaces keep their bullets
_BULLETS: Final = re.compile(
    r"^ *(?:(?:[•◦‣▪∙·‧ㆍ\uf000-\uf0ff] *|[-–—*○●ㅇ■□◆◇▶▷] +)(?=[^ \n]))+",
    re.MULTILINE,
)


def tidy(text: str) -> str:
    """Return pasted ``text`` as plain lines.

    Line feeds only, plain spaces, nothing invisible, a tab as one space, no spaces at line
    ends, more than two blank lines as one, none before the first and after the last line.
    """
    text = _UNSEEN.sub("", _SPACES.sub(" ", _BREAKS.sub("\n", text)))
    text = unicodedata.normalize("NFC", text)
    return _GAPS.sub("\n\n", _LINE_ENDS.sub("", text)).strip("\n")


def without_bullets(text: str) -> str:
    """Return ``text`` without the bullets that begin its lines; a bullet alone is no bullet."""
    return _BULLETS.sub("", text)


def items_of(text: str) -> tuple[str, ...]:
    """Return the findings in pasted ``text``: one for each line that says something."""
    lines = without_bullets(tidy(text)).split("\n")
    return tuple(line.strip() for line in lines if line.strip())


def one_line(text: str) -> str:
    """Return pasted ``text`` with its lines joined by a space."""
    if "\n" not in (tidied := tidy(text)):
        return tidied
    return " ".join(line.strip() for line in tidied.split("\n") if line.strip())
