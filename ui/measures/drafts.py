"""Notes and reasons that are typed and not stored yet, by service and indicator."""

from typing import Any, Final

from workbench.results.moderated import Pair

_UID_CHARACTERS: Final = 32


class Drafts:
    """Nothing typed is lost by choosing other figures, nor by closing the round."""

    def __init__(self) -> None:
        """Begin with none."""
        self._notes: dict[Pair, str] = {}
        self._reasons: dict[Pair, str] = {}

    def keep(self, pair: Pair, note: str, reason: str) -> None:
        """Keep what stands in the fields for ``pair``."""
        for drafts, text in ((self._notes, note), (self._reasons, reason)):
            if text.strip():
                drafts[pair] = text
            else:
                drafts.pop(pair, None)

    def note(self, pair: Pair) -> str:
        """Return the note typed for ``pair``."""
        return self._notes.get(pair, "")

    def reason(self, pair: Pair) -> str:
        """Return the reason typed for ``pair``."""
        return self._reasons.get(pair, "")

    def stored(self) -> dict[str, str]:
        """Return the notes as they are kept per file."""
        return {
            f"{service.hex()}{indicator.hex()}": text
            for (service, indicator), text in self._notes.items()
        }

    def take(self, kept: Any) -> None:
        """Take up notes that were kept; what is none is left."""
        if not isinstance(kept, dict):
            return
        for key, text in kept.items():
            if isinstance(key, str) and isinstance(text, str) and len(key) == 2 * _UID_CHARACTERS:
                uids = uid_of(key)
                if uids:
                    half = len(uids) // 2
                    self._notes[uids[:half], uids[half:]] = text


def uid_of(text: str) -> bytes:
    """Return what ``text`` stands for in a place; empty where it is none."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
