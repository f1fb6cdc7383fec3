"""The sealed score book of the merging tests, to be read by children."""

from __future__ import annotations

from tests.workbench.merging.conftest import book, genuine, scored_bench

__all__ = ["book", "genuine", "scored_bench"]
