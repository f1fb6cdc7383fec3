"""Rounds for the report tests: the sample, rounds made by hand, random rounds."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pytest

from models.journal import Revision
from tests.office import WORKBOOK
from tests.workbench.reports.agreeing import agreed_here_and_there
from workbench.definition.reading import read_definition
from workbench.definition.terms import (
    Aggregation,
    Band,
    Charge,
    Definition,
    Evaluator,
    Formula,
    Indicator,
    Kind,
    Level,
    Measure,
    RoundingStage,
    Rules,
    Scale,
    Section,
    SectionCode,
    Service,
    Standing,
)
from workbench.reports.edition import Audience, Edition
from workbench.reports.issued_sheets import NOTHING_ISSUED
from workbench.reports.workbook import write_workbook
from workbench.results.outcome import Finding, Outcome, SealState
from workbench.results.scoring import compute
from workbench.sample.marks import sample_tables
from workbench.sample.material import sample_definition
from workbench.text import is_clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.office import Office
    from workbench.journal.revisions import Cell

MADE_AT: Final = datetime(2024, 7, 1, 9, 30, tzinfo=timezone(timedelta(hours=9)))
TYPED = tuple[str, int, str, str, str]
"""Evaluator code, service number, indicator code, field, value."""

SECTIONS: Final = (
    Section(SectionCode.COMMON, "공통분야", Decimal(39)),
    Section(SectionCode.INDIVIDUAL, "개별분야", Decimal(46)),
    Section(SectionCode.SATISFACTION, "사용자 만족도", Decimal(15)),
)
BANDS: Final = (
    Band("90점 이상", Decimal(90)),
    Band("보통 이상", Decimal(75)),
    Band("낮음", Decimal("50.5")),
)
LEVELS: Final = tuple(
    Level(label, Decimal(percent))
    for label, percent in (("탁월", 100), ("우수", "87.5"), ("90", 80), ("a", 70), ("A", 60))
)
MEASURES: Final = (
    (Formula.ACHIEVEMENT, ()),
    (Formula.ACHIEVEMENT_LOWER, ()),
    (Formula.STEPS, (("steps", "95:100|90:90|80.5:60|60:75"),)),
    (Formula.DEVIATION, (("low", "12.5"), ("high", "80"))),
    (Formula.DEVIATION, (("low", "80"), ("high", "12.5"))),
    (Formula.MULTI_YEAR, (("rates", "88.02|120"),)),
    (Formula.MULTI_YEAR, ()),
    (Formula.COMPLETION, ()),
)
SURVEYS: Final = (
    (Formula.SURVEY_LINEAR, (("min", "1"), ("max", "5"))),
    (Formula.SURVEY_LINEAR, ()),
    (Formula.SURVEY_PROPORTIONAL, (("max", "5"),)),
)

HOSTILE: Final = [
    "=cmd|' /C calc'!A0",
    "+1",
    "@x",
    "-1",
    "탭\t앞",
    "널\x00\x0b\ufffe끝",
    "👍🏽 이모지",
    "가나다 " * 10_000,
    "이름[]:*?/\\",
    "=1+1",
    "#REF!",
    "'quoted",
    "_x0041_",
    "&L&P 머리글",
    "서로게이트\ud800",
]


def uid(text: str) -> bytes:
    """A uid that is easy to tell from others."""
    return text.encode().ljust(16, b".")[:16]


def rules_for_tests(**changed: Any) -> Rules:
    given: dict[str, Any] = {
        "title": "민간위탁 종합성과평가",
        "year": 2024,
        "sequence": 1,
        "cut": Decimal(75),
        "legal_basis": "「서울특별시 행정사무의 민간위탁에 관한 조례」 제18조",
        "period": "'24년 4월 ~ 6월",
        "institute": "재단법인 가상연구원",
        "pool": 47,
        "bands": BANDS,
    }
    return Rules(**{**given, **changed})


def indicator_for_tests(code: str, section: SectionCode, maximum: str, **changed: Any) -> Indicator:
    given: dict[str, Any] = {
        "uid": uid(f"i{code}"),
        "code": code,
        "section": section,
        "group": "사업",
        "name": f"{code} 지표의 적정성과 전문성",
        "kind": Kind.QUALITATIVE,
        "scale": Scale.POINTS,
        "max_points": Decimal(maximum),
        "step": Decimal("0.001"),
        "applies_to": "all",
        "aggregation": Aggregation.SINGLE,
    }
    return Indicator(**{**given, **changed})


def definition_for_tests(
    rules: Rules,
    indicators: Iterable[Indicator],
    services: Iterable[Service],
    assigned: dict[str, list[str]],
    applies: dict[int, list[str]] | None = None,
    recused: frozenset[tuple[str, int]] = frozenset(),
) -> Definition:
    """``assigned``: evaluator code → indicator codes, for every service."""
    rows, served = tuple(indicators), tuple(services)
    apply = {
        service.uid: tuple(
            row.uid for row in rows if applies is None or row.code in applies[service.number]
        )
        for service in served
    }
    evaluators = tuple(
        Evaluator(
            uid(f"e{code}"),
            code,
            f"평가자{code}",
            charges=tuple(
                Charge(
                    service.uid,
                    row.uid,
                    Standing.RECUSED if (code, service.number) in recused else Standing.ASSIGNED,
                )
                for service in served
                for row in rows
                if row.code in codes and row.uid in apply[service.uid]
            ),
        )
        for code, codes in assigned.items()
    )
    return Definition(rules, SECTIONS, rows, served, evaluators, apply)


def outcome_of(definition: Definition, typed: Iterable[TYPED]) -> Outcome:
    """The real result of what was typed."""
    return compute(definition, heads_of(definition, typed))


def heads_of(definition: Definition, typed: Iterable[TYPED]) -> dict[Cell, list[Revision]]:
    """What was typed, by cell; the same cell typed twice differently is a conflict."""
    services = {row.number: row.uid for row in definition.services}
    evaluators = {row.code: row.uid for row in definition.evaluators}
    heads: dict[Cell, list[Revision]] = {}
    for at, (who, number, code, field, value) in enumerate(typed):
        owner, service = evaluators[who], services[number]
        subject = uid(f"t{at}") if field in ("achievement", "improvement") else service
        if code:
            applied = definition.applies[service]
            subject = next(
                (one for one in applied if definition.indicator[one].code == code), uid(f"i{code}")
            )
        cell = (owner, service, subject, field)
        row = Revision(
            at.to_bytes(32), *cell, value, owner, uid("replica"), at, uid("version"), 0, b""
        )
        heads.setdefault(cell, []).append(row)
        if subject == uid(f"t{at}"):
            heads[owner, service, subject, "order"] = [row._replace(field="order", value=str(at))]
    return heads


def seals_of(definition: Definition) -> tuple[SealState, ...]:
    """The first evaluator is interim, the others sealed."""
    return tuple(
        SealState(row, "7K4F-2Q9M-XD3T" if at else None, 1_719_800_000_000 if at else None, 100, at)
        for at, row in enumerate(definition.evaluators)
    )


def sample_outcome(changed: dict[tuple[int, str], str] | None = None) -> Outcome:
    """The sample; ``changed``: another score by service and indicator."""
    definition = read_definition(sample_definition())
    return outcome_of(
        definition,
        (
            (who, number, code, field, (changed or {}).get((number, code), value))
            for who, rows in sample_tables(definition).items()
            for number, code, field, value in rows
        ),
    )


class Dice:
    """A random small round with every scale, aggregation and state; the seed decides it."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        stages = tuple(RoundingStage)
        self.rules = rules_for_tests(
            cut=Decimal(self.rng.choice(("75", "60", "50.5", "40"))),
            score_places=self.rng.choice((2, 2, 2, 1, 0, 3)),
            rounding_stage=stages[seed % len(stages)],
            bands=self.rng.choice((BANDS, ())),
            adjustment_cap=self.rng.choice((None, None, Decimal(5), Decimal("2.5"))),
            rehearsal=bool(seed % 2),
        )
        self.team = [f"E{at}" for at in range(1, self.rng.randint(4, 7))]

    def outcome(self) -> Outcome:
        indicators = [
            row for section in SECTIONS for row in self._section(section, self.rng.randint(2, 5))
        ]
        services = [
            Service(
                uid(f"s{number}"),
                number,
                f"가상 사무 {number}호 관리운영",
                department="가상과",
                operators=("가나재단", "다라협회")[: self.rng.randint(1, 2)],
                exempt=number == 13,
                reason="운영 1년 미만" if number == 13 else "",
            )
            for number in range(3, 3 + 2 * self.rng.randint(4, 8), 2)
        ]
        owners = {row.code: self._owners(row) for row in indicators}
        assigned = {
            who: [code for code, team in owners.items() if who in team] for who in self.team
        }
        recused = frozenset({(self.team[0], services[0].number)})
        definition = definition_for_tests(
            self.rules, indicators, services, assigned, recused=recused
        )
        typed = [
            row
            for service in services
            for indicator in indicators
            for row in self._typed(service, indicator, owners[indicator.code])
        ]
        return agreed_here_and_there(definition, heads_of(definition, typed), self.rng)

    def _section(self, section: Section, count: int) -> list[Indicator]:
        halves = int(section.max_points * 2)
        cuts = sorted(self.rng.sample(range(1, halves), count - 1))
        ends = zip([0, *cuts], [*cuts, halves], strict=True)
        maxima = [Decimal(last - first) / 2 for first, last in ends]
        return [
            self._indicator(section.code, f"{section.code[0].upper()}{at}", maximum)
            for at, maximum in enumerate(maxima, start=1)
        ]

    def _indicator(self, section: SectionCode, code: str, maximum: Decimal) -> Indicator:
        scale = self.rng.choice(tuple(Scale))
        formulas = {Scale.MEASURE: MEASURES, Scale.SURVEY: SURVEYS}
        ways = tuple(way for way in Aggregation if way is not Aggregation.CONSENSUS)
        return indicator_for_tests(
            code,
            section,
            str(maximum),
            scale=scale,
            aggregation=self.rng.choice(ways),
            allow_not_applicable=self.rng.random() < 0.4,
            levels=LEVELS if scale is Scale.GRADE else (),
            measure=Measure(*self.rng.choice(formulas[scale])) if scale in formulas else None,
        )

    def _owners(self, indicator: Indicator) -> list[str]:
        others = self.team[1:]
        if indicator.aggregation is Aggregation.SINGLE:
            return [self.rng.choice(others)]
        few = self.rng.sample(others, self.rng.randint(2, len(others)))
        return sorted({*few, *self.team[: self.rng.randint(0, 1)]})

    def _typed(self, service: Service, indicator: Indicator, owners: list[str]) -> list[TYPED]:
        chance = self.rng.random()
        place = (service.number, indicator.code)
        if indicator.allow_not_applicable and chance < 0.1:
            return [(who, *place, "not_applicable", "yes") for who in owners]
        rows = [
            (who, *place, field, value)
            for who in owners
            for field, value in self._mark(indicator).items()
        ]
        if chance > 0.995:
            return rows[1:]  # a hole
        if chance > 0.99:
            return [*rows, (*rows[0][:4], "0")]  # a conflict
        if chance > 0.93:
            stranger = next((who for who in self.team if who not in owners), None)
            return rows + [(stranger, *row[1:]) for row in rows[:1] if stranger]
        return rows

    def _mark(self, indicator: Indicator) -> dict[str, str]:
        pick = self.rng.choice
        cents = self.rng.randint(0, 100)
        if indicator.scale is Scale.POINTS:
            return {"score": _plain(indicator.max_points * cents / 100)}
        if indicator.scale is Scale.RATING:
            return {"score": _plain(Decimal(self.rng.randint(0, 400)) / 4)}
        if indicator.scale is Scale.GRADE:
            return {"score": pick(LEVELS).label}
        if indicator.scale is Scale.MEASURE:
            target = pick(("1", "3", "7", "12.5", "80", "400", "123456.789"))
            actual = Fraction(target) * self.rng.randint(0, 130) / 100
            return {"target": target, "actual": _plain(Decimal(int(actual * 1000)) / 1000)}
        ends = {"survey_min": "1", "survey_max": pick(("5", "7"))}
        survey = {
            "survey_n": "37",
            "survey_mean": _plain(Decimal(100 + self.rng.randint(0, 400)) / 100),
        }
        needs = not indicator.measure or not indicator.measure.parameters
        return survey | (ends if needs or self.rng.random() < 0.3 else {})


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@pytest.fixture(scope="session")
def recalculate(office: Office) -> Callable[[list[Path]], list[Path]]:
    """Let a spreadsheet program write workbooks again, every formula computed anew."""
    return partial(office, form=WORKBOOK)


@pytest.fixture(scope="session")
def sample() -> Outcome:
    """The rehearsal round, complete, as its evaluators typed it."""
    return sample_outcome()


@pytest.fixture(scope="session")
def made_at() -> datetime:
    """When the reports of the tests are made."""
    return MADE_AT


@pytest.fixture(scope="session")
def seals(sample: Outcome) -> tuple[SealState, ...]:
    """The seals of the sample's evaluators."""
    return seals_of(sample.definition)


@pytest.fixture(scope="session")
def write() -> Callable[..., Path]:
    """Write the workbook of an outcome."""

    def written(outcome: Outcome, target: Path, **given: Any) -> Path:
        audience = given.pop("audience", Audience.INTERNAL)
        issued = given.get("issued", NOTHING_ISSUED)
        edition = Edition(
            audience,
            given.pop("draft", False),
            outcome.definition.rules.rehearsal,
            given.pop("made_at", MADE_AT),
            "" if audience is Audience.PUBLIC else issued.name(outcome),
        )
        seals = given.pop("seals", None) or seals_of(outcome.definition)
        return write_workbook(outcome, seals, target, edition, **given)

    return written


@pytest.fixture(scope="session")
def random_round() -> Callable[[int], Outcome]:
    """A random small round by seed."""
    return lambda seed: Dice(seed).outcome()


@pytest.fixture
def spared(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty."""
    folder = tmp_path_factory.mktemp("spared")
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def _label(text: str) -> str:
    return text if is_clean(text) else "+1"


@pytest.fixture(scope="session")
def hostile_round() -> Callable[[list[str]], Outcome]:
    """A round in which every text that people write is one of the given."""

    def built(texts: list[str]) -> Outcome:
        one, first = texts[0], SECTIONS[0]
        indicators = [
            indicator_for_tests("=C1", first.code, "39", name=texts[8], levels=LEVELS),
            indicator_for_tests(
                "@I1",
                SECTIONS[1].code,
                "46",
                scale=Scale.GRADE,
                levels=tuple(Level(text, Decimal(90)) for text in texts),
            ),
            indicator_for_tests("+S1", SECTIONS[2].code, "15", name=texts[7]),
        ]
        services = [
            Service(uid(f"s{at}"), at, text, department=text, operators=(text, one))
            for at, text in enumerate(texts, start=1)
        ]
        rules = rules_for_tests(title=texts[7], legal_basis=one, institute=texts[13])
        codes = [row.code for row in indicators]
        definition = definition_for_tests(rules, indicators, services, {one: codes, "-1": []})
        typed = [  # no door lets a label in that is not clean
            (one, service.number, code, "score", value)
            for service in services
            for code, value in zip(
                codes, ("30", service.name if is_clean(service.name) else "+1", "12.5"), strict=True
            )
        ]
        outcome = outcome_of(definition, typed)
        wrote = [
            Finding(definition.evaluators[0].uid, service.uid, kind, text, service.uid)
            for service, text in zip(services, texts, strict=True)
            for kind in ("achievement", "improvement", "opinion")
        ]
        assert outcome.counted == len(services)
        return replace(outcome, findings=tuple(wrote))

    return built


@pytest.fixture(scope="session")
def sample_with() -> Callable[[int, str, str], Outcome]:
    """The sample with one score changed."""
    return lambda number, code, value: sample_outcome({(number, code): value})


@pytest.fixture(scope="session")
def halves_round() -> Callable[[RoundingStage], Outcome]:
    """Four evaluators whose means end in exact halves at the given stage: 299.9 / 4 and more."""
    tenths = (("30.0", "30.1", "29.9", "30.1"), ("35.0", "35.1", "35.1", "35.1"))

    def built(stage: RoundingStage) -> Outcome:
        indicators = [
            indicator_for_tests(code, section.code, str(section.max_points), aggregation=way)
            for code, section, way in zip(
                ("C1", "I1", "S1"), SECTIONS, (Aggregation.MEAN,) * 3, strict=True
            )
        ]
        team = ["E1", "E2", "E3", "E4"]
        services = [Service(uid(f"s{at}"), at, f"가상 사무 {at}호") for at in range(1, 8)]
        definition = definition_for_tests(
            rules_for_tests(rounding_stage=stage),
            indicators,
            services,
            {who: ["C1", "I1", "S1"] for who in team},
        )
        marks = {
            "C1": tenths[0],
            "I1": tenths[1],
            "S1": ("9.8", "9.9", "9.9", "9.9"),
        }
        typed = [
            (who, service.number, code, "score", _plain(Decimal(mark) - service.number + 1))
            for service in services
            for code, given in marks.items()
            for who, mark in zip(team, given, strict=True)
        ]
        return outcome_of(definition, typed)

    return built


@pytest.fixture(scope="session")
def hostile() -> list[str]:
    """Texts that break a spreadsheet that believes them."""
    return HOSTILE


@pytest.fixture(scope="session")
def edges_round() -> Callable[[RoundingStage], Outcome]:
    """Figures that end just below a half or a step, nearer than binary numbers can tell."""
    steps = Measure(Formula.STEPS, (("steps", "90:100|80:70"),))
    measures = {"C1": None, "I1": steps, "S1": None}
    pairs = (
        ("123456.789", "89506.172", "89506.172"),  # 0.7249999998
        ("999999999.999999", "724999999.999999", "899999999.999999"),  # 0.725 and 90 % less 1e-16
        ("999999999.999999", "725000000", "900000000"),
        ("1000", "725", "900"),
    )

    def built(stage: RoundingStage) -> Outcome:
        indicators = [
            indicator_for_tests(
                code, section.code, "1", scale=Scale.MEASURE, measure=measures[code]
            )
            for code, section in zip(measures, SECTIONS, strict=True)
        ]
        services = [Service(uid(f"s{at}"), at, f"가상 사무 {at}호") for at in range(1, 5)]
        rules = rules_for_tests(rounding_stage=stage, cut=Decimal("2.17"))
        definition = definition_for_tests(rules, indicators, services, {"E1": list(measures)})
        typed = [
            ("E1", number, code, field, value)
            for number, (target, actual, stepped) in enumerate(pairs, start=1)
            for code in measures
            for field, value in (
                ("target", target),
                ("actual", stepped if code == "I1" else actual),
            )
        ]
        return outcome_of(definition, typed)

    return built
