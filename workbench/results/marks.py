"""From the heads of cells to marks: what each evaluator's cells say, and whether it counts."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from models.journal import Revision
from workbench.definition.terms import Definition, Indicator, Scale, Uid
from workbench.journal.fields import FIGURES, MAKE_POINTS, SCALE_FIELDS, Field
from workbench.journal.head_table import Heads, HeadTable
from workbench.journal.revisions import values
from workbench.results.formulas import NoPoints, exact_points, formula_of, parameters
from workbench.results.mark_sequence import MarkSequence
from workbench.results.moderated import Pair, moderations
from workbench.results.outcome import Mark, MarkState
from workbench.scoring.values import fits

__all__ = ["Heads", "MarkReader", "expected_marks", "has_recused", "own_recusals"]

Said = tuple[str, str, Sequence[Revision]]
"""A field, its value, and the heads that say so."""


class MarkReader:
    """Reads marks out of heads; the indicators that are asked for are of one definition.

    ``versions`` are the definitions by version hash under which values may have been typed; a
    value is read only under the scale and formula it was typed under (DESIGN §3).
    """

    def __init__(
        self,
        heads: Heads,
        versions: Mapping[bytes, Definition],
        table: HeadTable | None = None,
    ) -> None:
        """Bind what is read to what it is read under; ``table`` is that of the same heads."""
        self._heads = heads
        self._versions = versions
        self._readable: dict[tuple[bytes, Uid], bool] = {}
        self._points: dict[tuple[Uid, tuple[tuple[str, str], ...]], Fraction | NoPoints] = {}
        self._fits: dict[tuple[Uid, str, str], bool] = {}
        self._table = table
        self._meanings: dict[Uid, dict[tuple[str | None, bytes], Mark]] = {}

    def mark(self, evaluator: Uid, service: Uid, indicator: Indicator) -> Mark:
        """Return the mark of ``evaluator`` for ``indicator`` of ``service`` as it counts."""
        found: list[Said] = []
        states: set[MarkState] = set()
        for field in (Field.NOT_APPLICABLE, *SCALE_FIELDS[indicator.scale]):
            group = self._heads.get((evaluator, service, indicator.uid, field))
            if group is None:
                continue
            state, value = self._read(group, indicator, field)
            if field in MAKE_POINTS:
                states.add(state)
            if value is not None:
                found.append((field, value, group))
        if not found and states <= {MarkState.EMPTY}:
            found += self._of_another_scale(evaluator, service, indicator)
            states |= {MarkState.ENTER_AGAIN} if found else set()
        told = tuple((field, value) for field, value, _ in found)
        state, points, why = self._judged(indicator, told, states)
        settled = tuple(
            field for field, _, group in found if all(row.author != evaluator for row in group)
        )
        groups = tuple(group for _, _, group in found)
        return Mark(evaluator, state, told, points, why, settled, groups)

    def marks(self, service: Uid, indicator: Indicator, evaluators: Sequence[Uid]) -> MarkSequence:
        """Return the marks of ``evaluators`` for ``indicator`` of ``service``.

        Of a table at hand this is quicker than one by one: where nothing but one field was
        typed, what a value means is found out once.
        """
        fields = SCALE_FIELDS[indicator.scale]
        columns = {} if self._table is None else self._table.columns(service, indicator.uid)
        if len(fields) > 1 or columns.keys() != {*fields}:
            alone = [self.mark(one, service, indicator) for one in evaluators]
            return MarkSequence(evaluators, fields, alone, [None] * len(alone))
        known = self._meanings.setdefault(indicator.uid, {})
        given = columns[fields[0]]
        meanings: list[Mark] = []
        heads: list[Sequence[Revision] | None] = []
        for one in evaluators:
            group = given.get(one, ())
            if len(group) != 1:
                meanings.append(self.mark(one, service, indicator))
                heads.append(None)
                continue
            row = group[0]
            meant = row.value, row.definition
            found = known.get(meant)
            if found is None:
                found = known[meant] = self.mark(one, service, indicator)
            meanings.append(found)
            heads.append(group)
        return MarkSequence(evaluators, fields, meanings, heads)

    def _of_another_scale(
        self, evaluator: Uid, service: Uid, indicator: Indicator
    ) -> Iterator[Said]:
        """Yield what was typed while the indicator had a scale with other fields."""
        for field in sorted(FIGURES - set(SCALE_FIELDS[indicator.scale])):
            group = self._heads.get((evaluator, service, indicator.uid, field), ())
            for value in sorted(one for one in values(group) if one is not None):
                yield field, value, [row for row in group if row.value == value]

    def _judged(
        self, indicator: Indicator, found: tuple[tuple[str, str], ...], states: set[MarkState]
    ) -> tuple[MarkState, Fraction | None, str]:
        """Return the state of a mark, its points and the key of why it makes none."""
        if MarkState.CONFLICT in states:
            return MarkState.CONFLICT, None, ""
        if found and found[0][0] == Field.NOT_APPLICABLE:
            allowed = indicator.allow_not_applicable
            return MarkState.NOT_APPLICABLE if allowed else MarkState.ENTER_AGAIN, None, ""
        if MarkState.ENTER_AGAIN in states:
            return MarkState.ENTER_AGAIN, None, "scale_changed"
        made = self._made(indicator, found)
        if isinstance(made, NoPoints):
            return MarkState.NO_POINTS if made.why else MarkState.EMPTY, None, made.why
        return MarkState.GIVEN, made, ""

    def _read(
        self, group: Sequence[Revision], indicator: Indicator, field: str
    ) -> tuple[MarkState, str | None]:
        if len(group) > 1 and len(values(group)) > 1:
            return MarkState.CONFLICT, None
        value = group[0].value
        if value is None:
            return MarkState.EMPTY, None
        if field == Field.NOT_APPLICABLE:
            return MarkState.GIVEN, value
        typed = (indicator.uid, field, value)
        if typed not in self._fits:
            self._fits[typed] = fits(indicator, field, value)
        if self._fits[typed] and any(self.is_readable(row, indicator) for row in group):
            return MarkState.GIVEN, value
        return MarkState.ENTER_AGAIN, value

    def moderation(self, service: Uid, indicator: Uid) -> Revision | None:
        """Return the moderated mark's revision, None where there is none."""
        return self._moderations.get((service, indicator))

    @cached_property
    def _moderations(self) -> dict[Pair, Revision]:
        # a book never asks
        return moderations(self._heads if self._table is None else self._table.others)

    def is_readable(self, revision: Revision, indicator: Indicator) -> bool:
        """Say whether the value of ``revision`` means now what it meant when it was typed."""
        key = (revision.definition, indicator.uid)
        if key not in self._readable:
            version = self._versions.get(revision.definition)
            old = None if version is None else version.indicator.get(indicator.uid)
            self._readable[key] = version is None or (
                old is not None and _way_of_reading(old) == _way_of_reading(indicator)
            )
        return self._readable[key]

    def _made(
        self, indicator: Indicator, found: tuple[tuple[str, str], ...]
    ) -> Fraction | NoPoints:
        key = (indicator.uid, found)
        if key not in self._points:
            self._points[key] = exact_points(indicator, dict(found))
        return self._points[key]


def _way_of_reading(indicator: Indicator) -> tuple[object, ...]:
    """Return all that decides what a typed value of ``indicator`` means."""
    if indicator.scale in (Scale.MEASURE, Scale.SURVEY):
        return indicator.scale, formula_of(indicator), sorted(parameters(indicator).items())
    if indicator.scale is Scale.GRADE:
        return indicator.scale, [(level.label, level.percent) for level in indicator.levels]
    return (indicator.scale,)


def own_recusals(definition: Definition, heads: Heads) -> tuple[set[tuple[Uid, Uid]], set[Uid]]:
    """Return the (evaluator, service) pairs that evaluators recused themselves from (회피).

    And the services in which heads differ on whether there is a recusal at all.
    """
    recused: set[tuple[Uid, Uid]] = set()
    unclear: set[Uid] = set()
    for evaluator in definition.evaluators:
        for service in {charge.service for charge in evaluator.charges}:
            said = has_recused(heads, evaluator.uid, service)
            if said is None:
                unclear.add(service)
            elif said:
                recused.add((evaluator.uid, service))
    return recused, unclear


def has_recused(heads: Heads, evaluator: Uid, service: Uid) -> bool | None:
    """Say whether ``evaluator`` recused himself from ``service``, None where heads differ on it."""
    reasons = values(heads.get((evaluator, service, service, Field.RECUSAL), ()))
    return None if len(reasons) > 1 and None in reasons else bool(reasons - {None})


def expected_marks(definition: Definition, heads: Heads) -> dict[tuple[Uid, Uid], tuple[Uid, ...]]:
    """Return of whom a mark is expected, by (service, indicator), own recusals taken out."""
    recused, _ = own_recusals(definition, heads)
    if not recused:
        return definition.expected
    return {
        (service, indicator): tuple(uid for uid in uids if (uid, service) not in recused)
        for (service, indicator), uids in definition.expected.items()
    }
