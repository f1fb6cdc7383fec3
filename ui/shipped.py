"""Where lies what ships with the program and only the window reads: words, fonts, icons."""

from pathlib import Path
from typing import Final

_RESOURCES: Final = Path(__file__).parents[1] / "resources"


def shipped(*names: str) -> Path:
    """Return the path of one file or folder of the resources.

    They are plain files beside the program, installed as in the bundle; Qt reads them itself.
    """
    return _RESOURCES.joinpath(*names)
