"""What a child says, taken strictly: exact types, exact names, counted and measured.

A child that foreign bytes have taken over may say anything. Whatever is not exactly what a sound
child says raises ``ValueError`` here and becomes a refusal (``asking``).
"""

import json
import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final, Never

_ESCAPED: Final = re.compile(rb"\\(?:u[dD][89a-fA-F]|.)", re.DOTALL)

_INTEGERS: Final = range(-(2**63), 2**63)
"""What SQLite and every table hold as a whole number."""


def strict_json(payload: bytes) -> object:
    """Return what ``payload`` says: no fractions, no name twice in one object, sound text.

    Raises:
        ValueError: it is anything else.
    """
    if b"\\u" in payload and any(len(found) > 2 for found in _ESCAPED.findall(payload)):
        raise ValueError("half a character")  # ours are never escaped, and alone they are no text
    try:
        return json.loads(
            payload.decode("utf-8"),
            parse_float=_never,
            parse_constant=_never,
            object_pairs_hook=_once,
        )
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def record(value: object, *names: str) -> tuple[Any, ...]:
    """Return what ``value`` holds under ``names``, in their order: these and no others.

    Raises:
        ValueError: it is anything else.
    """
    if type(value) is not dict or value.keys() != set(names):
        raise ValueError("not the expected names")
    return tuple(value[name] for name in names)


def many(value: object, most: int) -> list[Any]:
    """Return a list of at most ``most``.

    Raises:
        ValueError: it is anything else.
    """
    if type(value) is not list or len(value) > most:
        raise ValueError("no list, or a longer one than can be")
    return value


def rows(value: object, most: int, *kinds: type) -> list[list[Any]]:
    """Return a list of at most ``most`` lists, each with values of exactly ``kinds``.

    Raises:
        ValueError: it is anything else.
    """
    found = many(value, most)
    for row in found:
        if type(row) is not list or tuple(map(type, row)) != kinds:
            raise ValueError("not the expected types")
    return found


def texts(value: object, most: int) -> list[str]:
    """Return a list of at most ``most`` texts.

    Raises:
        ValueError: it is anything else.
    """
    return _all_of(many(value, most), {str})


def texts_or_none(value: object, most: int) -> list[str | None]:
    """Return a list of at most ``most`` texts or nulls.

    Raises:
        ValueError: it is anything else.
    """
    return _all_of(many(value, most), {str, type(None)})


def integers(value: object, most: int, allowed: range = _INTEGERS) -> list[int]:
    """Return a list of at most ``most`` whole numbers within ``allowed`` (of step 1).

    Raises:
        ValueError: it is anything else.
    """
    found: list[int] = _all_of(many(value, most), {int})
    if found and (min(found) < allowed.start or max(found) >= allowed.stop):
        raise ValueError("a number that cannot be")
    return found


def unique(values: Sequence[Any]) -> None:
    """Let each of ``values`` stand there once only.

    Raises:
        ValueError: one stands there twice.
    """
    if len(set(values)) != len(values):
        raise ValueError("the same twice")


def _all_of(found: list[Any], kinds: Collection[type]) -> list[Any]:
    if not set(map(type, found)).issubset(kinds):
        raise ValueError("not the expected types")
    return found


def _never(said: str) -> Never:
    raise ValueError(f"no whole number: {said[:40]}")


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    told = list(pairs)
    found = dict(told)
    if len(found) != len(told):
        raise ValueError("one name twice")
    return found
