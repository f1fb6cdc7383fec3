"""What was refused: a line to each file in the log of this computer, and none in the round."""

import json
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from models.errors import AppError
from models.untrusted import read_bytes
from workbench.faults import add_to_log
from workbench.sentences import DEFAULT_LANGUAGE, sentence_of

_OF_MARKS: Final = ("value", "text")
"""Places of a sentence in which a mark of somebody may stand."""

Refused = tuple[Path, AppError]


def log_refusals(document: Path, refused: Iterable[Refused]) -> None:
    """Note every file that was refused when ``document`` was worked on, without what is in it.

    A log that cannot be written disturbs nothing.
    """
    for path, error in refused:
        shown = AppError(error.key, **error.values | _hidden(error))
        told = {
            "document": str(document.absolute()),
            "file": path.name,
            "sha256": _sha256_of(path),
            "key": error.key,
            "sentence": sentence_of(shown, DEFAULT_LANGUAGE),
        }
        add_to_log(f"refused {json.dumps(told, ensure_ascii=False)}")


def _hidden(error: AppError) -> dict[str, object]:
    return {name: "…" for name in _OF_MARKS if name in error.values}


def _sha256_of(path: Path) -> str | None:
    """Return the SHA-256 of the file that was sent, None where it cannot be read.

    A book in a .zip is named as if that were its folder.
    """
    with suppress(AppError, OSError):
        file = path.parent if path.parent.is_file() else path
        return sha256(read_bytes(file)).hexdigest()
    return None
