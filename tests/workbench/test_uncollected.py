"""Building without collecting: what was built is old at once, and rubbish is found all the same."""

from __future__ import annotations

import gc
import weakref

import pytest

from workbench.uncollected import uncollected


class Part:
    """Something that can be watched."""

    def __init__(self) -> None:
        self.other: Part | None = None


def test_nothing_is_collected_within_and_everything_is_old_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
        built = [[number] for number in range(10)]
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    old = {id(one) for one in gc.get_objects(generation=2)}
    assert {id(one) for one in built} <= old


def test_rubbish_that_holds_itself_is_found_by_the_next_collection_of_all() -> None:
    with uncollected():
        one, other = Part(), Part()
        one.other, other.other = other, one
        watched = weakref.ref(one)
        del one, other
    gc.collect()
    assert watched() is None


def test_an_error_within_lets_collecting_go_on() -> None:
    with pytest.raises(LookupError), uncollected():
        raise LookupError
    assert gc.isenabled()


def test_what_was_switched_off_before_stays_off() -> None:
    gc.disable()
    try:
        with uncollected(), uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
