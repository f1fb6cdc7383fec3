"""Where backups, logs, settings and notes of this computer live, apart from the documents."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from platformdirs import user_data_path

from models.errors import StoreError

if TYPE_CHECKING:  # the window is painted before the database is loaded
    from models.store import Store

ENVIRONMENT: Final = "SCORING_WORKBENCH_HOME"


def home() -> Path:
    """Return the folder of this user's settings; SCORING_WORKBENCH_HOME moves it."""
    moved = os.environ.get(ENVIRONMENT)
    return Path(moved) if moved else user_data_path("scoring-workbench", appauthor=False)


def now_ms() -> int:
    """Return the wall clock in milliseconds since 1970, UTC: shown, never deciding."""
    return int(datetime.now(UTC).timestamp() * 1000)


def moment(at_ms: int) -> datetime:
    """Return the aware UTC time of ``at_ms`` milliseconds since 1970."""
    return datetime.fromtimestamp(at_ms // 1000, UTC)


def back_up(store: "Store", document: bytes, why: str) -> Path:
    """Copy the open document into the backup folder, verified, and return where it is.

    Raises:
        StoreError: the disk refuses.
    """
    folder = home() / "backups" / document.hex()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("backup_failed", name=store.path.name, folder=str(folder)) from error
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    target = folder / f"{stamp}-{why}{store.path.suffix}"
    store.copy_to(target)
    return target
