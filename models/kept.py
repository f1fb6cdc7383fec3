"""Whether this process has stored anything: an answer that cannot be given must not deny it."""

from threading import Event
from typing import Final

kept: Final = Event()
"""Set with whatever comes to stand on the disk, until the next command begins."""
