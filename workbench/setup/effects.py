"""What another definition makes of the marks that are already there: pure, from two outcomes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from models.errors import AppError
from workbench.definition.places import named, place_of
from workbench.definition.terms import Definition, Uid
from workbench.journal.fields import Field
from workbench.results.outcome import (
    IndicatorOutcome,
    Mark,
    MarkState,
    Outcome,
    PointState,
    ServiceOutcome,
    Verdict,
)

Kind = Literal["enter_again", "stray", "hole", "back", "moderation", "points"]
Place = tuple[Uid, Uid, Uid]
"""Evaluator, service and indicator; nobody for an indicator that is left to nobody."""

KINDS: Final[tuple[Kind, ...]] = (
    "enter_again",
    "stray",
    "hole",
    "back",
    "points",
    "moderation",
)
_NOBODY: Final = b""
_COUNTS: Final = (MarkState.GIVEN, MarkState.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that happens to one mark, text or place for a mark."""

    kind: Kind
    """``enter_again``: the value no longer fits and is asked for anew. ``stray``: it is kept but
    counts no more. ``hole``: a mark is missing that was not wanted before. ``back``: it counts
    again. ``points``: the same value makes other points. ``moderation``: an agreed mark rests on
    marks that are different now."""
    words: AppError
    place: Place


@dataclass(frozen=True, slots=True)
class ServiceMove:
    """A service whose verdict or total becomes another; None where it is not counted."""

    number: int
    name: str
    verdict_before: Verdict | None
    """None where the service is new; ``verdict_after`` where it is removed."""
    verdict_after: Verdict | None
    total_before: Decimal | None
    total_after: Decimal | None


def effects(before: Outcome, after: Outcome) -> tuple[Effect, ...]:
    """Return everything that happens to what is stored when ``before`` becomes ``after``.

    Both outcomes are made of the same heads, so that the definition alone makes the difference.
    """
    old, new = _State(before), _State(after)
    naming = _Naming(before.definition, after.definition)
    found = [
        effect
        for place in dict.fromkeys([*new.marks, *new.strays, *old.marks, *old.strays])
        if (effect := _of_mark(place, old, new, naming)) is not None
    ]
    found += _unassigned(before, after, naming)
    found += _texts(before, after, naming)
    found += _moderations(before, after, naming)
    return tuple(sorted(found, key=lambda row: (KINDS.index(row.kind), naming.order(row.place))))


def moves(before: Outcome, after: Outcome) -> tuple[ServiceMove, ...]:
    """Return every service whose verdict or total differs, by number."""
    old = {row.service.uid: row for row in before.services}
    new = {row.service.uid: row for row in after.services}
    found = []
    for uid in dict.fromkeys([*old, *new]):
        was, becomes = old.get(uid), new.get(uid)
        either = becomes or was
        move = ServiceMove(
            number=either.service.number if either else 0,
            name=either.service.name if either else "",
            verdict_before=was.verdict if was else None,
            verdict_after=becomes.verdict if becomes else None,
            total_before=was.total if was else None,
            total_after=becomes.total if becomes else None,
        )
        is_same = move.verdict_before is move.verdict_after
        if not is_same or move.total_before != move.total_after:
            found.append(move)
    return tuple(sorted(found, key=lambda row: row.number))


class _State:
    """Marks and strays of one outcome by their place."""

    def __init__(self, outcome: Outcome) -> None:
        self.marks: dict[Place, Mark] = {
            (mark.evaluator, service.service.uid, made.indicator.uid): mark
            for service in outcome.services
            for made in service.indicators
            for mark in made.marks
        }
        self.strays: dict[Place, list[tuple[str, str]]] = {}
        for row in outcome.strays:
            place = (row.evaluator, row.service, row.indicator)
            self.strays.setdefault(place, []).append((row.field, row.value))


class _Naming:
    """Names things as the later definition does, or as the earlier one where they are gone."""

    def __init__(self, before: Definition, after: Definition) -> None:
        self._before, self._after = before, after
        self._numbers = {row.uid: row.number for row in (*before.services, *after.services)}
        self._rubric = _placed(row.uid for row in (*after.indicators, *before.indicators))
        self._roster = _placed(row.uid for row in (*after.evaluators, *before.evaluators))

    def order(self, place: Place) -> tuple[int, int, int]:
        """Return where ``place`` stands in a list: by service number, rubric and roster."""
        evaluator, service, subject = place
        return (
            self._numbers.get(service, 0),
            self._rubric.get(subject, -1),
            self._roster.get(evaluator, -1),
        )

    def words(self, key: str, place: Place, field: str, **values: object) -> AppError:
        """Return the sentence ``key`` about one place."""
        evaluator, service, subject = place
        knows_person = evaluator in self._after.evaluator
        knows_place = service in self._after.service and (
            subject in self._after.indicator or subject not in self._before.indicator
        )
        return AppError(
            key,
            evaluator=named(self._after if knows_person else self._before, evaluator),
            place=place_of(
                self._after if knows_place else self._before, (evaluator, service, subject, field)
            ),
            **values,
        )


def _placed(uids: Iterable[Uid]) -> dict[Uid, int]:
    return {uid: place for place, uid in enumerate(dict.fromkeys(uids))}


def _of_mark(place: Place, old: _State, new: _State, naming: _Naming) -> Effect | None:
    was, becomes = old.marks.get(place), new.marks.get(place)
    stored = old.strays.get(place) or (was.values if was else ()) or new.strays.get(place) or ()
    field = stored[0][0] if stored else Field.SCORE.value
    value = ", ".join(text for _, text in stored)
    if becomes is None:
        if place not in new.strays or place in old.strays:
            return None
        words = naming.words("change_effect_stray", place, field, value=value)
        return Effect("stray", words, place)
    if _asks_again(was, becomes):
        words = naming.words("change_effect_enter_again", place, field, value=value)
        return Effect("enter_again", words, place)
    if becomes.state in (MarkState.EMPTY, MarkState.NO_POINTS) and was is None:
        return Effect("hole", naming.words("change_effect_hole", place, field), place)
    counted_before = was is not None and was.state is not MarkState.ENTER_AGAIN
    if not counted_before and becomes.state in _COUNTS:
        words = naming.words("change_effect_back", place, field, value=value)
        return Effect("back", words, place)
    if was is not None and was.points != becomes.points:
        words = naming.words("change_effect_points", place, field, value=value)
        return Effect("points", words, place)
    return None


def _asks_again(was: Mark | None, becomes: Mark) -> bool:
    """Say whether a value that was there is asked for anew, whatever it was stored as."""
    if becomes.state is MarkState.ENTER_AGAIN:
        return was is None or was.state is not MarkState.ENTER_AGAIN
    is_open = becomes.state in (MarkState.EMPTY, MarkState.NO_POINTS)
    return is_open and was is not None and was.state in _COUNTS


def _unassigned(before: Outcome, after: Outcome, naming: _Naming) -> Iterator[Effect]:
    old = {(row.service.uid, made.indicator.uid): made.state for row, made in _made(before)}
    for row, made in _made(after):
        pair = (row.service.uid, made.indicator.uid)
        if made.state is PointState.UNASSIGNED and old.get(pair) is not PointState.UNASSIGNED:
            place = (_NOBODY, *pair)
            words = naming.words("change_effect_unassigned", place, Field.SCORE)
            yield Effect("hole", words, place)


def _made(outcome: Outcome) -> Iterator[tuple[ServiceOutcome, IndicatorOutcome]]:
    return ((row, made) for row in outcome.services for made in row.indicators)


def _texts(before: Outcome, after: Outcome, naming: _Naming) -> Iterator[Effect]:
    """Yield the findings and opinions that leave the report or come back to it, by service."""
    old = dict.fromkeys((row.evaluator, row.service, row.kind) for row in before.findings)
    new = dict.fromkeys((row.evaluator, row.service, row.kind) for row in after.findings)
    for evaluator, service, kind in (*old, *new):
        place, key = (evaluator, service, service), (evaluator, service, kind)
        if key not in new:
            yield Effect("stray", naming.words("change_effect_text_stray", place, kind), place)
        elif key not in old:
            yield Effect("back", naming.words("change_effect_text_back", place, kind), place)


def _moderations(before: Outcome, after: Outcome, naming: _Naming) -> Iterator[Effect]:
    """Yield the agreed marks that go stale, and those that have nothing left to stand on."""
    old, new = _agreed(before), _agreed(after)
    for (service, indicator), was_stale in old.items():
        place = (_NOBODY, service, indicator)
        is_stale = new.get((service, indicator))
        if is_stale is None:
            words = naming.words("change_effect_moderation_gone", place, Field.SCORE)
            yield Effect("moderation", words, place)
        elif is_stale and not was_stale:
            words = naming.words("change_effect_moderation", place, Field.SCORE)
            yield Effect("moderation", words, place)


def _agreed(outcome: Outcome) -> dict[tuple[Uid, Uid], bool]:
    """Return by service and indicator whether the agreed mark there is stale."""
    return {
        (row.service.uid, made.indicator.uid): made.moderated.is_stale
        for row, made in _made(outcome)
        if made.moderated is not None
    }
