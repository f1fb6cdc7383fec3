"""The result of random small rounds against an oracle that shares no code with it."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from models.journal import Revision
from tests.workbench.results import oracle
from tests.workbench.results.rounds_by_hand import (
    VERSION,
    definition,
    evaluator,
    heads,
    indicator,
    rules,
    service,
    uid,
)
from workbench.commands.results_command import results_object
from workbench.definition.terms import (
    Aggregation,
    Formula,
    Level,
    Measure,
    RoundingStage,
    Scale,
    SectionCode,
    Standing,
)
from workbench.results.conflicts import stale_moderations
from workbench.results.scoring import compute

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from workbench.definition.terms import Definition, Indicator
    from workbench.journal.revisions import Cell
    from workbench.results.outcome import Outcome

    Heads = dict[Cell, tuple[Revision, ...]]

LEVELS = tuple(
    Level(label, Decimal(percent))
    for label, percent in (
        ("탁월", "100"),
        ("우수", "87.5"),
        ("보통", "62.5"),
        ("미흡", "33.333333"),
    )
)
MEASURES = (
    (Formula.ACHIEVEMENT, ()),
    (Formula.ACHIEVEMENT_LOWER, ()),
    (Formula.STEPS, (("steps", "95:100|90:90|80.5:60|60:75"),)),
    (Formula.DEVIATION, (("low", "12.5"), ("high", "80"))),
    (Formula.DEVIATION, (("low", "80"), ("high", "12.5"))),
    (Formula.MULTI_YEAR, (("rates", "88.02|120"),)),
    (Formula.COMPLETION, ()),
    None,
)
SURVEYS = (
    (Formula.SURVEY_LINEAR, (("min", "1"), ("max", "5"))),
    (Formula.SURVEY_LINEAR, ()),
    (Formula.SURVEY_PROPORTIONAL, (("max", "7"),)),
    None,
)
EXAMPLES = 300 if settings().max_examples <= 100 else 5000
LEAD = uid("lead")
WAYS = (Aggregation.MEAN, Aggregation.MEDIAN, Aggregation.TRIMMED_MEAN)


class Dice:
    """One random round: its definition, and what was typed, for both sides alike."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.rows: list[tuple[str, int, str, str, str | None]] = []
        self.typed = oracle.Typed()
        self.definition = self._definition()
        self.is_good = rng.random() < 0.6  # else holes and conflicts
        for where in self.definition.services:
            for row in self.definition.indicators:
                self._type_indicator(where.number, row)
            for person in self.definition.evaluators:
                self._recuse(person.code, where.number)
        self.agreed: Heads = {}
        for where in self.definition.services:
            for row in self.definition.indicators:
                if rng.random() < 0.08:
                    self._agree(where.uid, row)
            for at in range(rng.choice((0, 0, 0, 1, 2))):
                self._adjust(where.uid, at)

    def _definition(self) -> Definition:
        rng = self.rng
        maxima = rng.choice((("39", "46", "15"), ("40.5", "44.5", "15"), ("33.3", "33.3", "33.4")))
        indicators = [
            row
            for code, most in zip(SectionCode, maxima, strict=True)
            for row in self._section(code, Decimal(most))
        ]
        services = [
            service(number, exempt=rng.random() < 0.1)
            for number in sorted(rng.sample(range(1, 100), rng.randint(1, 5)))
        ]
        team = [f"E{number}" for number in range(1, rng.randint(2, 7))]
        given: dict[str, list] = {code: [] for code in team}
        for where in services:
            for row in indicators:
                few = 1 if row.aggregation == "single" else rng.randint(1, len(team))
                for code in sorted(rng.sample(team, few)):
                    given[code].append((where, row))
        people = [
            evaluator(
                code,
                pairs,
                Standing.RECUSED if rng.random() < 0.03 else Standing.ASSIGNED,
            )
            for code, pairs in given.items()
        ]
        ruled = rules(
            cut=Decimal(rng.choice(("75", "60", "50.5", "70.25"))),
            score_places=rng.choice((0, 1, 2, 2, 2, 3)),
            rounding_stage=rng.choice(tuple(RoundingStage)),
            adjustment_cap=rng.choice((None, None, Decimal(3), Decimal("0.75"))),
        )
        sections = dict(zip(SectionCode, maxima, strict=True))
        return definition(ruled, indicators, services, people, sections)

    def _section(self, code: SectionCode, most: Decimal) -> list[Indicator]:
        rng = self.rng
        count = rng.randint(1, 3)
        shares = [most / count * 1] if count == 1 else [Decimal(7), most - 7]
        if count == 3:
            shares = [Decimal("7.5"), Decimal("2.25"), most - Decimal("9.75")]
        return [self._indicator(code, at, share) for at, share in enumerate(shares)]

    def _indicator(self, section: SectionCode, at: int, most: Decimal) -> Indicator:
        rng = self.rng
        scale = rng.choice(tuple(Scale))
        pair = {Scale.MEASURE: rng.choice(MEASURES), Scale.SURVEY: rng.choice(SURVEYS)}.get(scale)
        way = rng.choice((*WAYS, *WAYS, *WAYS, Aggregation.SINGLE))
        return indicator(
            f"{section[0]}{at}",
            section,
            str(most),
            scale=scale,
            aggregation=Aggregation.CONSENSUS if rng.random() < 0.02 else way,
            allow_not_applicable=rng.random() < 0.5,
            levels=LEVELS if scale is Scale.GRADE else (),
            measure=Measure(*pair) if pair else None,
            step=Decimal("0.000001") if scale is Scale.POINTS else Decimal("0.25"),
        )

    def _type_indicator(self, number: int, row: Indicator) -> None:
        rng = self.rng
        pair = (uid(f"s{number}"), row.uid)
        team = [
            one
            for one in self.definition.evaluators
            if one.uid in self.definition.expected.get(pair, ())
        ]
        all_out = row.allow_not_applicable and rng.random() < 0.15
        for person in team:
            chance = rng.random()
            figures: dict[str, str | None] = dict(self._figures(row))
            if all_out:
                figures = {"not_applicable": "yes"} | (figures if chance < 0.2 else {})
            elif not self.is_good and row.allow_not_applicable and chance < 0.03:
                figures = {"not_applicable": "yes"}
            elif not self.is_good and chance < 0.06:
                figures = dict.fromkeys(figures) if chance < 0.04 else {}
            for name, value in figures.items():
                self._type(person.code, number, row, name, value)
            if not self.is_good and 0.06 < chance < 0.08 and figures:
                name = next(name for name in figures if name != "survey_n")
                self._type(person.code, number, row, name, None)

    def _type(self, who: str, number: int, row: Indicator, name: str, value: str | None) -> None:
        self.rows.append((who, number, row.code, name, value))
        fields = self.typed.marks[uid(f"e{who}"), uid(f"s{number}"), row.uid]
        fields.setdefault(name, []).append(value)

    def _recuse(self, who: str, number: int) -> None:
        chance = self.rng.random()
        reasons = ["자문 이력"] if chance < 0.03 else []
        if chance < 0.01:
            reasons.append(None if chance < 0.005 else "친족")
        self.rows += [(who, number, "", "recusal", reason) for reason in reasons]
        person = next(row for row in self.definition.evaluators if row.code == who)
        if not any(charge.service == uid(f"s{number}") for charge in person.charges):
            return
        if None in reasons:
            self.typed.unclear.add(uid(f"s{number}"))
        elif reasons:
            self.typed.recused.add((person.uid, uid(f"s{number}")))

    def heads(self) -> Heads:
        """All that counts: what was typed, and the lead's moderated marks."""
        return {**heads(plainly(self.rows)), **self.agreed}

    def _agree(self, where: bytes, row: Indicator) -> None:
        rng = self.rng
        base = self._base(where, row)
        told = list(base)
        if rng.random() < 0.1:
            told = told[1:] if rng.random() < 0.5 else [*told[:-1], (b"x" * 16, "score", "1")]
        mark = self._figures(row).get("score") or oracle.text(
            oracle.rounded(Fraction(row.max_points) * rng.randint(0, 100) / 100, 2), 2
        )
        if row.allow_not_applicable and rng.random() < 0.2:
            mark = ""
        (mark,) = (plain[4] for plain in plainly([("", 0, "", "", mark)]))
        text = json.dumps(
            {
                "mark": mark,
                "reason": "협의",
                "people": ["김가상"],
                "base": [[uid_.hex(), name, value] for uid_, name, value in told],
            }
        )
        cell = (LEAD, where, row.uid, "moderation")
        self.agreed[cell] = (Revision(b"m" * 32, *cell, text, LEAD, LEAD, 1, VERSION, 0, b""),)
        self.typed.agreed[where, row.uid] = mark, told != base

    def _adjust(self, where: bytes, at: int) -> None:
        """Mostly a little, now and then so much that the total is clipped."""
        size = self.rng.choice((50, 50, 50, 3000, 12000))
        points = Decimal(self.rng.choice((-1, 1)) * self.rng.randint(1, size)).scaleb(-2)
        content = {"points": str(points), "reason": "수상", "evidence": ""}
        cell = (LEAD, where, uid(f"a{at}"), "adjustment")
        row = Revision(b"a" * 32, *cell, json.dumps(content), LEAD, LEAD, 1, VERSION, at, b"")
        self.agreed[cell] = (row,)
        self.typed.adjusted.setdefault(where, []).append(Fraction(points))

    def _base(self, where: bytes, row: Indicator) -> list[tuple[bytes, str, str]]:
        found = []
        for person in self.definition.expected.get((where, row.uid), ()):
            if (person, where) in self.typed.recused:
                continue
            fields = self.typed.marks.get((person, where, row.uid), {})
            said = {name: values[0] for name, values in fields.items() if values[0] is not None}
            if "not_applicable" in said:
                said = {"not_applicable": "yes"}
            said.pop("survey_n", None)
            found += plainly([(person, 0, "", name, value) for name, value in said.items()])
        return sorted((who, name, value) for who, _, _, name, value in found)

    def _figures(self, row: Indicator) -> dict[str, str]:
        rng = self.rng
        if row.scale is Scale.POINTS:
            share = Fraction(row.max_points) * rng.randint(50, 100) / 100
            typed = oracle.rounded(share, rng.choice((1, 2, 2, 3, 6)))
            return {"score": oracle.text(min(typed, Fraction(row.max_points)), 6)}
        if row.scale is Scale.RATING:
            return {"score": oracle.text(Fraction(rng.randint(200, 400), 4), 2)}
        if row.scale is Scale.GRADE:
            return {"score": rng.choice(LEVELS).label}
        if row.scale is Scale.MEASURE:
            target = rng.choice(("3", "7", "12.5", "80", "0" if rng.random() < 0.1 else "9"))
            actual = oracle.rounded(Fraction(target) * rng.randint(50, 130) / 100, 3)
            return {"target": target, "actual": oracle.text(actual, 3)}
        made = {
            "survey_n": "37",
            "survey_mean": oracle.text(Fraction(rng.randint(250, 520), 100), 2),
        }
        is_given = row.measure is not None and row.measure.parameters
        ends = {"survey_min": rng.choice("01"), "survey_max": rng.choice("567")}
        if not self.is_good and rng.random() < 0.03:
            ends = {"survey_min": "5", "survey_max": rng.choice("15")}  # from old books
        return made | (ends if not is_given or rng.random() < 0.3 else {})


def plainly(rows: list) -> list:
    """As the door stores them: no zeros behind."""
    return [
        (*row[:4], row[4].rstrip("0").rstrip(".") if row[4] and "." in row[4] else row[4])
        for row in rows
    ]


@given(st.randoms(use_true_random=True))  # drawn one by one, hardly a service would count
@settings(max_examples=EXAMPLES)
def test_a_random_round_comes_out_as_the_oracle_says(rng: Random) -> None:
    dice = Dice(rng)
    made = results_object(compute(dice.definition, dice.heads()))
    told = oracle.judge(dice.definition, dice.typed)
    places = dice.definition.rules.score_places
    assert [
        (row["number"], row["verdict"], row["sections"], row["total"], row["rank"])
        for row in made["services"]
    ] == [
        (
            row.number,
            row.verdict,
            row.sections,
            None if row.total is None else oracle.text(row.total, places),
            row.rank,
        )
        for row in told
    ]
    assert made["average"] == oracle.average(told, places)
    assert made["below"]["share"] == oracle.share(told)
    assert made["below"]["services"] == [row.number for row in told if row.verdict == "below"]
    assert made["below"]["count"] == len(made["below"]["services"])
    assert made["counted"] == sum(row.total is not None for row in told)


def test_the_dice_reach_every_verdict_stage_and_way() -> None:
    from random import Random as Seeded

    verdicts, stages, scaled = set(), set(), False
    agreed = stale = 0
    reached: set[str] = set()
    for seed in range(150):
        dice = Dice(Seeded(seed))
        result = compute(dice.definition, dice.heads())
        verdicts |= {row.verdict.value for row in result.services}
        stages.add(dice.definition.rules.rounding_stage)
        scaled |= any(row.scaled for row in result.services)
        agreed += sum(made.is_agreed for row in result.services for made in row.indicators)
        stale += len(stale_moderations(result))
        reached |= set(adjusting_reached(result))
    assert verdicts == {"exempt", "conflict", "incomplete", "below", "pass"}
    assert stages == set(RoundingStage)
    assert scaled
    assert reached == {"added", "taken", "capped", "clipped at 0", "clipped at 100"}
    assert agreed > 100
    assert stale > 10


def adjusting_reached(result: Outcome) -> Iterator[str]:
    cap = result.definition.rules.adjustment_cap
    for row in result.services:
        if row.total is None or not row.adjustments:
            continue
        yield "added" if row.adjusted > 0 else "taken"
        if cap is not None and abs(sum(one.points for one in row.adjustments)) > cap:
            yield "capped"
        if row.total in (0, 100):
            yield f"clipped at {row.total:.0f}"
