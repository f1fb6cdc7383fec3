"""Which edition of a report is meant: for whom, how final, made when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.home import moment


class Audience(StrEnum):
    """For whom a report is written."""

    INTERNAL = "internal"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a report; it decides what stands in it and how it is marked."""

    audience: Audience
    draft: bool
    rehearsal: bool
    made_at: datetime
    version: str = ""
    """Which issued version this is (결과 제2판); empty where none was issued."""

    @property
    def is_public(self) -> bool:
        """Say whether only what a city publishes may stand in it."""
        return self.audience is Audience.PUBLIC

    @property
    def day(self) -> str:
        """Return the day on which it was made, as ``2024. 7. 1.`` is written."""
        return f"{self.made_at.year}. {self.made_at.month}. {self.made_at.day}."

    def local(self, milliseconds: int) -> datetime:
        """Return a moment of the journal by the clock by which the edition itself is dated."""
        return moment(milliseconds).astimezone(self.made_at.tzinfo)

    @property
    def marks(self) -> tuple[str, ...]:
        """Return the marks that stand on every sheet: 결과 제2판, 잠정, 연습(가상 점수)."""
        version = (self.version,) if self.version else ()
        return version + ("잠정",) * self.draft + ("연습(가상 점수)",) * self.rehearsal
