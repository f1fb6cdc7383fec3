"""The log of this computer. Bugs are written whole into it, so that somebody can mend them."""

import traceback
from datetime import UTC, datetime
from pathlib import Path

from workbench import __version__
from workbench.home import home


def log_fault(fault: BaseException) -> Path | None:
    """Append ``fault`` with its traceback to the log; return where, None if even that failed."""
    return add_to_log("fault\n" + "".join(traceback.format_exception(fault)))


def add_to_log(entry: str) -> Path | None:
    """Append ``entry``, after time and version, to the log; return where, None if that failed."""
    stamp = datetime.now(UTC)
    target = home() / "logs" / f"{stamp:%Y-%m-%d}.log"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(f"{stamp.isoformat()} scoring-workbench {__version__} {entry}\n")
    except OSError:
        return None
    return target
