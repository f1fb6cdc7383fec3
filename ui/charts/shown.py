"""Which charts a picture holds."""

from enum import StrEnum


class Shown(StrEnum):
    """What is saved as a picture."""

    DISTRIBUTION = "distribution"
    TOTALS = "totals"
    BOTH = "both"
