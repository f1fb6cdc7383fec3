"""The doors, opened once for all kinds that knock at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile.doors import Door, doors_of
from tests.workbench.rounds.small_round import made
from workbench.outside.asking import Readers
from workbench.tables import foreign

if TYPE_CHECKING:
    from collections.abc import Iterator


class Lent:
    """A waiting child that is used again: every file still gets a process of its own."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers

    def __enter__(self) -> Readers:
        return self._readers

    def __exit__(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def one_child() -> Iterator[None]:
    """Start Python once for the children of this module, and not once for each file."""
    with Readers() as readers, pytest.MonkeyPatch.context() as patch:
        patch.setattr(foreign, "Readers", lambda: Lent(readers))
        yield


@pytest.fixture(scope="module")
def doors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Door]]:
    bench = made(tmp_path_factory.mktemp("bench"))
    with doors_of(bench) as found:
        yield found
