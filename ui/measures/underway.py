"""Confirmations on their way into the round: neither asked for again, nor lost when refused."""

from workbench.results.moderated import Pair


class Underway:
    """What was sent and is not seen as confirmed yet, in the order of sending."""

    def __init__(self) -> None:
        """Begin with none."""
        self._sent: dict[Pair, str] = {}
        self._stored: set[Pair] = set()

    def __contains__(self, pair: Pair) -> bool:
        return pair in self._sent or pair in self._stored

    def send(self, pair: Pair, note: str) -> None:
        """Remember that ``pair`` is being confirmed with ``note``."""
        self._sent[pair] = note

    def store(self, pair: Pair) -> None:
        """Know that it stands in the round; it is seen with the next reading."""
        self._sent.pop(pair, None)
        self._stored.add(pair)

    def settle(self) -> None:
        """Know that a reading shows all that was stored."""
        self._stored.clear()

    def refused(self) -> tuple[Pair, str] | None:
        """Give back what the round refused: the oldest that was sent; None where nothing was."""
        pair = next(iter(self._sent), None)
        return None if pair is None else (pair, self._sent.pop(pair))
