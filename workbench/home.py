"""Where backups, logs, settings and notes of this computer live, apart from the documents."""

import os
from datetime import UTC, datetime
from pathlib import Path
from time import time_ns
from typing import Final

from platformdirs import user_data_path

ENVIRONMENT: Final = "SCORING_WORKBENCH_HOME"


def home() -> Path:
    """Return the folder of this user's settings; SCORING_WORKBENCH_HOME moves it."""
    moved = os.environ.get(ENVIRONMENT)
    return Path(moved) if moved else user_data_path("scoring-workbench", appauthor=False)


def now_ms() -> int:
    """Return the wall clock in milliseconds since 1970, UTC: shown, never deciding."""
    return time_ns() // 1_000_000


def moment(at_ms: int) -> datetime:
    """Return the aware UTC time of ``at_ms`` milliseconds since 1970."""
    return datetime.fromtimestamp(at_ms // 1000, UTC)
