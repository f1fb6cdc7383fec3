"""The calibration of a round's evaluators: pure over an outcome and its texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from workbench.calibration.given import (
    WrittenText,
    cells_of,
    given_marks,
    shared,
    written_texts,
)
from workbench.calibration.likeness import Texts
from workbench.calibration.panels import Agreement, agreements
from workbench.calibration.profiles import Profile, profiles
from workbench.calibration.questions import Question, questions, text_questions
from workbench.definition.terms import Definition, Uid
from workbench.progress import Progress, Pulse, silent, unwatched
from workbench.results.outcome import Outcome
from workbench.results.scoring import compute
from workbench.rounds.desk import RoundDesk
from workbench.rounds.state import read_state


@dataclass(frozen=True)
class Calibration:
    """How the evaluators differ; a diagnosis, from which no number follows."""

    definition: Definition
    profiles: tuple[Profile, ...]
    """Everybody, in roster order."""
    agreements: tuple[Agreement, ...]
    """By section, behind them over all."""
    questions: tuple[Question, ...]
    marks: int
    """How many judged marks it rests on."""
    shared_cells: int
    """In how many (service, indicator) more than one evaluator gave a mark."""

    def about(self, evaluator: Uid) -> tuple[Question, ...]:
        """Return the questions that concern ``evaluator``."""
        return tuple(one for one in self.questions if evaluator in one.evaluators)


def calibrate(
    outcome: Outcome, texts: Sequence[WrittenText], *, pulse: Pulse = unwatched
) -> Calibration:
    """Return how the evaluators of ``outcome`` differ; every figure is exact.

    Raises:
        Cancelled: ``pulse`` said that the person asked to stop.
    """
    definition = outcome.definition
    marks = given_marks(outcome)
    common = shared(cells_of(marks))
    people = profiles(definition, marks, common)
    pulse()
    agreed = agreements(definition, marks)
    pulse()
    compared = Texts(texts)
    asked = questions(definition, marks, common, people, agreed)
    written = text_questions(definition, compared.alike(pulse), compared.repeated())
    return Calibration(definition, people, agreed, (*asked, *written), len(marks), len(common))


def calibration_of(
    desk: RoundDesk, outcome: Outcome | None = None, *, progress: Progress = silent
) -> Calibration:
    """Return the calibration of the round as it now stands; its ``outcome`` may be at hand.

    Raises:
        StoreError: a byte of what it rests on was changed.
        Cancelled: the person asked to stop.
    """
    title = desk.definition.rules.title
    progress(0, 2, title)
    with desk.store.read() as connection:
        state = read_state(connection)
    if outcome is None:
        outcome = compute(state.definition, state.heads, state.versions)
    progress(1, 2, title)
    texts = written_texts(outcome, state.heads)
    return calibrate(outcome, texts, pulse=partial(progress, 1, 2, title))
