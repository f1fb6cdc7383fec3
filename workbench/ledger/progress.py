"""The progress board: how much of whom is in, sealed or not, and what to remind him of."""

from collections import Counter
from dataclasses import dataclass

from models.errors import AppError
from models.imports import imports_of
from workbench.definition.terms import Evaluator, Rules
from workbench.results.outcome import MarkState, Outcome
from workbench.rounds.desk import RoundDesk
from workbench.sentences import sentence_of


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """Marks of one section: how many are in, how many are expected."""

    code: str
    given: int
    expected: int


@dataclass(frozen=True, slots=True)
class MissingService:
    """A service of which marks are missing."""

    number: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class EvaluatorProgress:
    """One evaluator of whom marks are expected."""

    evaluator: Evaluator
    sections: tuple[SectionProgress, ...]
    """Those in which something is expected of him, in the order of the round."""
    missing: tuple[MissingService, ...]
    """By service number."""
    receipt: str | None
    """The receipt code while he is sealed."""
    sealed_at: int | None
    last_file: str
    """The newest standing file, empty where none came."""
    last_at: int | None

    @property
    def given(self) -> int:
        """How many marks are in."""
        return sum(row.given for row in self.sections)

    @property
    def expected(self) -> int:
        """How many marks are expected."""
        return sum(row.expected for row in self.sections)


def progress_board(desk: RoundDesk) -> tuple[EvaluatorProgress, ...]:
    """Return every evaluator of whom a mark is expected, in roster order."""
    reading = desk.reading()
    with desk.store.read() as connection:
        newest = {
            row.owner: (row.file, row.imported_at)
            for row in imports_of(connection)
            if not row.withdrawn
        }
    given, expected, missing = _tally(reading.outcome)
    names = {row.number: row.name for row in reading.outcome.definition.services}
    sections = reading.outcome.definition.sections
    board = []
    for seal in reading.seals:
        uid = seal.evaluator.uid
        file, at = newest.get(uid, ("", None))
        board.append(
            EvaluatorProgress(
                seal.evaluator,
                tuple(
                    SectionProgress(row.code, given[uid, row.code], expected[uid, row.code])
                    for row in sections
                    if expected[uid, row.code]
                ),
                tuple(
                    MissingService(number, names[number], count)
                    for (owner, number), count in sorted(missing.items())
                    if owner == uid
                ),
                seal.receipt,
                seal.sealed_at,
                file,
                at,
            )
        )
    return tuple(board)


Tally = Counter[tuple[bytes, str]]


def _tally(outcome: Outcome) -> tuple[Tally, Tally, Counter[tuple[bytes, int]]]:
    """Return given and expected marks by (evaluator, section), missing by (evaluator, service)."""
    given: Tally = Counter()
    expected: Tally = Counter()
    missing: Counter[tuple[bytes, int]] = Counter()
    done = (MarkState.GIVEN, MarkState.NOT_APPLICABLE)
    for service in outcome.services:
        for made in service.indicators:
            for mark in made.marks:
                key = mark.evaluator, made.indicator.section.value
                expected[key] += 1
                if mark.state in done:
                    given[key] += 1
                else:
                    missing[mark.evaluator, service.service.number] += 1
    return given, expected, missing


def reminder(row: EvaluatorProgress, rules: Rules) -> AppError:
    """Return the text that reminds one evaluator of what is still to come, to be copied."""
    services = tuple(
        AppError("reminder_service", number=one.number, name=one.name, count=one.count)
        for one in row.missing
    )
    if services:
        what = AppError("reminder_missing", count=sum(one.count for one in row.missing))
    elif row.receipt is None:
        what = AppError("reminder_seal")
    else:
        what = AppError("reminder_done", receipt=row.receipt)
    return AppError(
        "reminder",
        name=row.evaluator.name,
        title=rules.title,
        what=what,
        services=services,
        deadline=AppError("reminder_deadline", deadline=rules.deadline) if rules.deadline else "",
        contact=AppError("reminder_contact", contact=rules.contact) if rules.contact else "",
    )


def reminder_text(row: EvaluatorProgress, rules: Rules, language: str) -> str:
    """Return the reminder as it is copied; lines of which nothing is known are left out."""
    lines = sentence_of(reminder(row, rules), language).splitlines()
    return "\n".join(line for line in lines if line.strip())
