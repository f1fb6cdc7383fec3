"""How firm verdicts are, found by trying: every value of every mark, every evaluator, every way.

Written with fractions from the rules alone; nothing of ``workbench.results`` is used. Nothing here
relies on more points of a mark never making fewer of a service: all values are tried, both ways.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, partial
from typing import TYPE_CHECKING

from tests.workbench.results import oracle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbench.definition.terms import Definition, Indicator

OUT = "out"
STAGES = ("indicator", "section", "total")
SEVERAL = ("mean", "median", "trimmed_mean")

Points = dict[bytes, "Fraction | str"]
Said = tuple["Fraction | None", "str | None"]
"""Total and verdict, or neither."""


@dataclass
class Line:
    """One indicator of a counted service: who said what, and what was agreed."""

    indicator: Indicator
    people: list[bytes]
    figures: list[dict[str, str]]
    agreed: str | None

    @cached_property
    def marks(self) -> list[Fraction | str]:
        return [
            OUT if "not_applicable" in one else oracle.points_of(self.indicator, one)
            for one in self.figures
        ]

    def points(self, how: str | None = None) -> Fraction | str:
        if self.agreed is not None:
            return self.agreed_points()
        marks = self.marks
        if OUT in marks:
            return OUT
        way = how if how and len(marks) > 1 else self.indicator.aggregation
        return oracle.combined(way, marks)

    def agreed_points(self) -> Fraction | str:
        if not self.agreed:
            return OUT
        if self.indicator.scale in ("measure", "survey"):
            return Fraction(self.agreed)
        return oracle.points_of(self.indicator, {"score": self.agreed})


@dataclass
class Change:
    evaluator: bytes | None
    indicator: bytes
    before: str
    after: str
    points: Fraction
    total: Fraction


@dataclass
class Told:
    number: int
    total: Fraction
    verdict: str
    margin: Fraction
    label: str
    without: list[tuple[bytes, Said]]
    smallest: Change | None
    near: Change | None
    ways: dict[str, Said]


class Judge:
    """One counted service of a round."""

    def __init__(
        self,
        definition: Definition,
        typed: oracle.Typed,
        service: bytes,
        adjusted: list[Fraction],
    ) -> None:
        self.definition = definition
        self.rules = definition.rules
        self.lines = [
            line(definition, typed, service, row)
            for row in definition.indicators
            if row.uid in definition.applies[service]
        ]
        cap = self.rules.adjustment_cap
        extra = sum(adjusted, Fraction(0))
        if cap is not None:
            extra = max(-Fraction(cap), min(Fraction(cap), extra))
        size = oracle.rounded(abs(extra), self.rules.score_places)
        self.extra = size if extra > 0 else -size
        self.stage = str(self.rules.rounding_stage)
        self.cut = Fraction(self.rules.cut)
        self.full = sum(Fraction(one.max_points) for one in definition.sections)
        self.points = {one.indicator.uid: one.points() for one in self.lines}
        self.total = self.of(self.points)
        self.verdict = self.said(self.total)[1]

    def said(self, total: Fraction) -> Said:
        return total, "below" if total < self.cut else "pass"

    def factor(self, code: str, points: Points) -> Fraction:
        (most,) = (Fraction(one.max_points) for one in self.definition.sections if one.code == code)
        lines = [one.indicator for one in self.lines if one.indicator.section == code]
        out = sum(Fraction(one.max_points) for one in lines if points[one.uid] == OUT)
        return most / (most - out)

    def unrounded(self, code: str, points: Points, stage: str) -> Fraction:
        lines = [one.indicator for one in self.lines if one.indicator.section == code]
        values = [points[one.uid] for one in lines if points[one.uid] != OUT]
        if stage == "indicator":
            values = [oracle.rounded(value, self.rules.score_places) for value in values]
        return sum(values, Fraction(0)) * self.factor(code, points)

    def section(self, code: str, points: Points, stage: str) -> Fraction:
        made = self.unrounded(code, points, stage)
        return made if stage == "total" else oracle.rounded(made, self.rules.score_places)

    def summed(self, sections: list[Fraction], stage: str) -> Fraction:
        total = sum(sections, Fraction(0))
        if stage == "total":
            total = oracle.rounded(total, self.rules.score_places)
        return max(Fraction(0), min(self.full, total + self.extra))

    def of(self, points: Points, stage: str | None = None) -> Fraction:
        stage = stage or self.stage
        codes = [one.code for one in self.definition.sections]
        return self.summed([self.section(code, points, stage) for code in codes], stage)

    # --- without each evaluator ------------------------------------------------------------

    def without(self, person: bytes) -> Said:
        points: Points = {}
        for one in self.lines:
            left = [mark for who, mark in zip(one.people, one.marks, strict=True) if who != person]
            if one.agreed is not None:
                points[one.indicator.uid] = one.agreed_points()
            elif not left:
                return None, None
            elif all(mark == OUT for mark in left):
                points[one.indicator.uid] = OUT
            else:
                points[one.indicator.uid] = oracle.combined(one.indicator.aggregation, left)
        return self.said(self.of(points))

    # --- other ways ------------------------------------------------------------------------

    def ways(self) -> dict[str, Said]:
        found: dict[str, Said] = {}
        for how in SEVERAL:
            found[how] = self.said(
                self.of({one.indicator.uid: one.points(how) for one in self.lines})
            )
        for stage in STAGES:
            if stage != self.stage:
                found[f"round_{stage}"] = self.said(self.of(self.points, stage))
        found["survey"] = self.converted()
        return found

    def converted(self) -> Said:
        points = dict(self.points)
        for one in self.lines:
            if one.indicator.scale != "survey" or one.agreed is not None:
                continue
            if points[one.indicator.uid] == OUT:
                continue
            marks = [converted(one.indicator, figures) for figures in one.figures]
            if None in marks:
                return None, None
            points[one.indicator.uid] = oracle.combined(one.indicator.aggregation, marks)
        return self.said(self.of(points))

    # --- one mark --------------------------------------------------------------------------

    def changes(self) -> Iterator[Change]:
        """Every change of one mark that gives the other verdict, in rubric and roster order."""
        for one in self.lines:
            if self.points[one.indicator.uid] == OUT:
                continue
            total = self.with_one(one)
            if one.agreed is not None:
                yield from self.tried(one, None, one.agreed, one.agreed_points(), total)
                continue
            for at, person in enumerate(one.people):
                present = one.figures[at].get("score", "")
                mark = one.marks[at]
                made = partial(self.with_mark, one, at, total)
                yield from self.tried(one, person, present, mark, made)

    def tried(
        self,
        one: Line,
        person: bytes | None,
        present: str,
        points: Fraction,
        total: Callable[[Fraction], Fraction],
    ) -> Iterator[Change]:
        places = self.rules.score_places
        if one.indicator.scale in ("measure", "survey"):
            between = points != oracle.rounded(points, places)
            shown = oracle.text(oracle.rounded(points, 6 if between else places), 6)
            present = plain(shown) if between else shown[: len(shown) - 6 + places].rstrip(".")
        for value, after in grid(one.indicator, places):
            reached = total(value)
            if self.said(reached)[1] != self.verdict:
                yield Change(person, one.indicator.uid, present, after(), value - points, reached)

    def with_mark(
        self, one: Line, at: int, total: Callable[[Fraction], Fraction], points: Fraction
    ) -> Fraction:
        marks = [*one.marks[:at], points, *one.marks[at + 1 :]]
        return total(oracle.combined(one.indicator.aggregation, marks))

    def with_one(self, one: Line) -> Callable[[Fraction], Fraction]:
        """The total as a function of what one indicator makes."""
        places, here = self.rules.score_places, one.indicator.section
        codes = [section.code for section in self.definition.sections if section.code != here]
        others = sum((self.section(code, self.points, self.stage) for code in codes), Fraction(0))
        nothing = {**self.points, one.indicator.uid: Fraction(0)}
        beside = self.unrounded(here, nothing, self.stage)
        factor = self.factor(here, self.points)

        def total(points: Fraction) -> Fraction:
            if self.stage == "indicator":
                points = oracle.rounded(points, places)
            section = beside + points * factor
            if self.stage != "total":
                section = oracle.rounded(section, places)
            return self.summed([others, section], self.stage)

        return total

    def told(self, number: int) -> Told:
        people = [
            row.uid
            for row in self.definition.evaluators
            if any(row.uid in one.people for one in self.lines)
        ]
        without = [(person, self.without(person)) for person in people]
        ways = self.ways()
        changes = list(self.changes())
        most = {one.indicator.uid: Fraction(one.indicator.max_points) for one in self.lines}
        near = [one for one in changes if 4 * abs(one.points) <= most[one.indicator]]
        label = "firm"
        if near or any(verdict not in (None, self.verdict) for _, verdict in ways.values()):
            label = "close"
        if any(said[1] not in (None, self.verdict) for _, said in without):
            label = "hinges"
        margin = self.total - self.cut
        first, least = smallest(changes), smallest(near)
        return Told(number, self.total, self.verdict, margin, label, without, first, least, ways)


def smallest(changes: list[Change]) -> Change | None:
    return min(changes, key=lambda one: abs(one.points), default=None)  # the first of equal ones


def judge(definition: Definition, typed: oracle.Typed) -> list[Told]:
    """Every counted service, most fragile first."""
    told = []
    for row, said in zip(definition.services, oracle.judge(definition, typed), strict=True):
        if said.verdict in ("pass", "below"):
            given = typed.adjusted.get(row.uid, [])
            told.append(Judge(definition, typed, row.uid, given).told(row.number))
    labels = ("hinges", "close", "firm")
    far = Fraction(10**9)
    return sorted(
        told,
        key=lambda row: (
            labels.index(row.label),
            abs(row.smallest.points) if row.smallest else far,
            abs(row.margin),
            row.number,
        ),
    )


def line(definition: Definition, typed: oracle.Typed, service: bytes, row: Indicator) -> Line:
    people = [
        person.uid
        for person in definition.evaluators
        for charge in person.charges
        if (charge.service, charge.indicator, charge.standing) == (service, row.uid, "assigned")
        and (person.uid, service) not in typed.recused
    ]
    figures = []
    for person in people:
        said = typed.marks[person, service, row.uid]
        figures.append({name: plain(values[0]) for name, values in said.items() if values[0]})
    agreed = typed.agreed.get((service, row.uid))
    return Line(row, people, figures, None if agreed is None else agreed[0])


def grid(indicator: Indicator, places: int) -> Iterator[tuple[Fraction, Callable[[], str]]]:
    """The points of every value that may stand as a mark, and how the value is written."""
    most = Fraction(indicator.max_points)
    if indicator.scale == "grade":
        for level in indicator.levels:
            yield most * Fraction(level.percent) / 100, partial(str, level.label)
    elif indicator.scale in ("measure", "survey"):
        for count in range(math.floor(most * 10**places) + 1):
            value = Fraction(count, 10**places)
            yield value, partial(oracle.text, value, places)
    else:
        step = Fraction(indicator.step)
        is_points = indicator.scale == "points"
        for count in range(math.floor((most if is_points else Fraction(100)) / step) + 1):
            value = count * step
            yield value if is_points else most * value / 100, partial(stepped, value)


def stepped(value: Fraction) -> str:
    return plain(oracle.text(value, 6))


def plain(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def converted(indicator: Indicator, figures: dict[str, str]) -> Fraction | None:
    """The points of satisfaction by the conversion that is not in force."""
    given = dict(indicator.measure.parameters) if indicator.measure else {}
    is_linear = indicator.measure is None or indicator.measure.formula == "survey_linear"
    low = figures.get("survey_min", given.get("min"))
    high = figures.get("survey_max", given.get("max"))
    mean, most = Fraction(figures["survey_mean"]), Fraction(indicator.max_points)
    if high is None or (not is_linear and low is None):
        return None
    if low is not None and Fraction(high) <= Fraction(low):
        return None
    above = Fraction(0) if is_linear else Fraction(low)
    if Fraction(high) == above:
        return None
    points = most * (mean - above) / (Fraction(high) - above)
    return max(Fraction(0), min(most, points))
