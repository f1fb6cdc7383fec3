"""What a child does, done in this process: the same functions, without pipes and limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import StoreError
from models.untrusted import require_readable
from workbench.outside.answers import strict_json
from workbench.outside.child import answer
from workbench.outside.frames import Request
from workbench.outside.raw_book import raw_book

if TYPE_CHECKING:
    from workbench.outside.raw_book import RawBook


def raw_here(image: bytes, name: str) -> RawBook:
    """A score book read here; a refusal is raised as the program side raises it."""
    require_readable(image, name)
    said = strict_json(answer(Request("score", {}, image)))
    assert isinstance(said, dict)
    if "refused" in said:
        raise StoreError(said["refused"], **(said["values"] | {"name": name}))
    assert "fault" not in said, said["fault"]
    return raw_book(said["answer"])
