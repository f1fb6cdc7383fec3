"""Words kept in the history so that they can be spelt out in any language later."""

from collections.abc import Mapping
from typing import Any

from models.errors import AppError
from workbench.sentences import DEFAULT_LANGUAGE, catalog


def kept(words: AppError) -> dict[str, Any]:
    """Return ``words`` as what JSON holds: the key of their sentence and what fills it."""
    return {
        "key": words.key,
        "values": {name: _kept(value) for name, value in words.values.items()},
    }


def told(content: Mapping[str, Any]) -> AppError:
    """Return the words that ``kept`` made.

    Raises:
        LookupError, TypeError, AttributeError: it did not make them.
    """
    if content["key"] not in catalog(DEFAULT_LANGUAGE):
        raise LookupError(content["key"])
    values = {name: _told(value) for name, value in content["values"].items()}
    return AppError(content["key"], **values)


def _kept(value: object) -> object:
    if isinstance(value, AppError):
        return kept(value)
    if isinstance(value, tuple):
        return [_kept(item) for item in value]
    return value if isinstance(value, int) else str(value)


def _told(value: Any) -> object:
    if isinstance(value, dict):
        return told(value)
    if isinstance(value, list):
        return tuple(_told(item) for item in value)
    return value
