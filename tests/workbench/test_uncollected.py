"""Building without collecting: much is old at once, and rubbish is found all the same."""

from __future__ import annotations

import gc
import weakref

import pytest

from workbench.uncollected import MANY, uncollected


class Part:
    """Something that can be watched."""

    def __init__(self) -> None:
        self.other: Part | None = None


def test_nothing_is_collected_within_and_much_is_old_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
        built = [[number] for number in range(2 * MANY)]
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    old = {id(one) for one in gc.get_objects(generation=2)}
    assert {id(one) for one in built} <= old


def test_little_is_left_to_the_usual_collections() -> None:
    with uncollected():
        built = [[number] for number in range(10)]
    old = {id(one) for one in gc.get_objects(generation=2)}
    assert not {id(one) for one in built} & old


def test_rubbish_that_holds_itself_never_outlives_the_next_work() -> None:
    with uncollected():
        one, other = Part(), Part()
        one.other, other.other = other, one
        watched = weakref.ref(one)
        built = [[number] for number in range(2 * MANY)]
        del one, other
    assert watched() is not None
    with uncollected():
        assert watched() is None
    assert len(built) == 2 * MANY


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
