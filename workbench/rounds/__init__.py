"""What the project lead does with a round: make it, hand out, merge, read, export."""

from workbench.rounds.creating import new_round
from workbench.rounds.desk import RoundDesk, open_round

__all__ = ["RoundDesk", "new_round", "open_round"]
