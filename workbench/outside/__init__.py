"""Foreign bytes are read here: parsed by a child process that can say no more than a file could.

``child`` is what runs inside, ``asking`` the side of the program. The child is this program itself
with a hidden argument, so it exists wherever the program does.
"""

from typing import Final

ARGUMENT: Final = "--read-outside"
"""Alone on the command line of either program: serve as such a child on the standard channels."""
