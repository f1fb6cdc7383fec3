"""How firm verdicts are in random small rounds, against an oracle that tries everything."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.results import robust_oracle
from tests.workbench.results.test_against_oracle import Dice
from workbench.definition.terms import Definition, Indicator, Scale
from workbench.results.robustness import Change, Firmness, Robustness, Way, robustness
from workbench.results.scoring import compute

if TYPE_CHECKING:
    from workbench.results.outcome import Outcome

EXAMPLES = 300 if settings().max_examples <= 100 else 5000
STEPS = {
    Scale.POINTS: ("0.25", "0.5", "0.3", "1", "7"),
    Scale.RATING: ("2.5", "5", "7", "30"),
}


class NearDice(Dice):
    """A random round small enough to try everything in, with its cut near one of its totals."""

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        self._set_cut()

    def _definition(self) -> Definition:
        made, rng = super()._definition(), self.rng
        rules = replace(made.rules, score_places=rng.choice((0, 0, 0, 0, 1, 1, 1, 1, 1, 2)))
        return replace(made, rules=rules, services=made.services[:2])

    def _indicator(self, *given: object) -> Indicator:
        made = super()._indicator(*given)  # type: ignore[arg-type]
        steps = STEPS.get(made.scale)
        return replace(made, step=Decimal(self.rng.choice(steps))) if steps else made

    def _figures(self, row: Indicator) -> dict[str, str]:
        if row.scale not in STEPS:
            return super()._figures(row)
        largest = row.max_points if row.scale is Scale.POINTS else Decimal(100)
        count = int(largest / row.step)
        least = self.rng.choice((0, count // 2, count * 3 // 4))
        return {"score": f"{row.step * self.rng.randint(least, count):f}"}

    def _set_cut(self) -> None:
        totals = [row.total for row in self.outcome().services if row.total is not None]
        if not totals:
            return
        rng, places = self.rng, self.definition.rules.score_places
        away = Decimal(rng.choice((0, 0, 1, -1, 2, -3, 5, -8, 20, -30)))
        cut = rng.choice(totals) + away.scaleb(-rng.choice((places, 1, 0)))
        rules = replace(self.definition.rules, cut=max(cut, Decimal(0)))
        self.definition = replace(self.definition, rules=rules)

    def outcome(self) -> Outcome:
        return compute(self.definition, self.heads())


@settings(max_examples=EXAMPLES)
@given(st.randoms(use_true_random=True))
def test_a_random_round_is_as_firm_as_the_oracle_finds(rng: Random) -> None:
    dice = NearDice(rng)
    made = robustness(dice.outcome())
    told = robust_oracle.judge(dice.definition, dice.typed)
    assert [row.service.number for row in made] == [row.number for row in told]
    for row, said in zip(made, told, strict=True):
        assert shown(row) == meant(said)


def shown(row: Robustness) -> dict[str, object]:
    return {
        "total": Fraction(row.total),
        "verdict": row.verdict.value,
        "margin": Fraction(row.margin),
        "label": row.firmness.value,
        "without": [
            (one.evaluator, one.made.total, one.made.verdict, one.made.flips) for one in row.without
        ],
        "smallest": changed(row.smallest),
        "near": changed(row.near),
        "ways": {
            one.way.value: (one.made.total, one.made.verdict, one.made.flips) for one in row.ways
        },
    }


def meant(told: robust_oracle.Told) -> dict[str, object]:
    def said(one: robust_oracle.Said) -> tuple[object, ...]:
        total, verdict = one
        return total, verdict, verdict not in (None, told.verdict)

    return {
        "total": told.total,
        "verdict": told.verdict,
        "margin": told.margin,
        "label": told.label,
        "without": [(person, *said(one)) for person, one in told.without],
        "smallest": changed(told.smallest),
        "near": changed(told.near),
        "ways": {way: said(one) for way, one in told.ways.items()},
    }


def changed(one: Change | robust_oracle.Change | None) -> tuple[object, ...] | None:
    if one is None:
        return None
    total = Fraction(one.total)
    return one.evaluator, one.indicator, one.before, one.after, one.points, total


def test_the_dice_reach_every_label_way_and_kind_of_change() -> None:
    labels, turning, scales = set(), set(), set()
    agreed = hinging = indispensable = adjusted = scaled = nothing = unequal = 0
    for seed in range(400):
        outcome = NearDice(Random(seed)).outcome()
        for row in robustness(outcome):
            (full,) = (one for one in outcome.services if one.service.uid == row.service.uid)
            labels.add(row.firmness)
            turning |= set(row.turning)
            hinging += len(row.hinging)
            indispensable += len(row.indispensable)
            adjusted += full.adjusted != 0
            scaled += bool(full.scaled)
            nothing += row.smallest is None
            unequal += row.smallest != row.near
            if row.smallest:
                agreed += row.smallest.evaluator is None
                scales.add(outcome.definition.indicator[row.smallest.indicator].scale)
    assert labels == set(Firmness)
    assert turning == set(Way)
    assert scales == set(Scale)
    assert min(agreed, hinging, indispensable, adjusted, scaled, nothing, unequal) > 10
