"""Text from people as it stands in a document: always text, never a broken file."""

from typing import Final

from workbench.reports.safe_text import cut_to, legal

ONE_LINE_UNITS: Final = 200
"""A name or a heading may be this long; nobody reads a longer one in a table."""


def one_line(text: str) -> str:
    """Return ``text`` on one line, where a name, a heading or a reason stands; a cut shows."""
    return cut_to(" ".join(legal(text).split()), ONE_LINE_UNITS)


def whole_text(text: str) -> str:
    """Return ``text`` whole with its own line feeds; every other white space is a blank."""
    lines = legal(text).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()
