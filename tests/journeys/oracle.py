"""What ``results --json`` must hold, computed a second time from the rules as people read them.

Nothing of the program takes part: the tables of a definition and typed lines go in, and every
step is a fraction.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.journeys.rounds import Line, Tables, Typed

Figures = dict[str, str]
Place = tuple[int, str]
"""Service number and indicator code."""


def half_up(value: Fraction, places: int) -> Fraction:
    shifted = value * 10**places + Fraction(1, 2)
    return Fraction(shifted.numerator // shifted.denominator, 10**places)


def shown(value: Fraction, places: int) -> str:
    digits = f"{int(value * 10**places):0{places + 1}d}"
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def rule(tables: Tables, key: str, otherwise: str) -> str:
    given = {row["key"]: row["value"] for row in tables["round"]}
    return given.get(key) or otherwise


def applicable(tables: Tables, service: Line) -> list[Line]:
    def applies(to: str) -> bool:
        if to.startswith("type:"):
            return service["type"] == to.removeprefix("type:")
        return to == "all" or service["number"] in to.removeprefix("service:").split(";")

    return [row for row in tables["indicators"] if applies(row["applies_to"])]


def is_for(number: int, services: str) -> bool:
    for entry in services.split(";"):
        first, _, last = entry.partition("-")
        if entry == "all" or int(first) <= number <= int(last or first):
            return True
    return False


def expected(tables: Tables) -> dict[Place, list[str]]:
    """Of whom a mark is expected, by place; exempt services have none."""
    found = {}
    for service in tables["services"]:
        number = int(service["number"])
        if service["status"] == "exempt":
            continue
        rows = [row for row in tables["assignments"] if is_for(number, row["services"])]
        for indicator in applicable(tables, service):
            code = indicator["code"]
            found[number, code] = _assigned(tables, rows, code, indicator["section"])
    return found


def _assigned(tables: Tables, rows: list[Line], code: str, section: str) -> list[str]:
    named, granted, recused = set(), set(), set()
    for row in rows:
        words = row["sections"].split(";")
        if row["status"] in ("제척", "기피", "회피"):
            if {"all", section, code} & set(words):
                recused.add(row["evaluator"])
        elif code in words:
            named.add(row["evaluator"])
        elif {"all", section} & set(words):
            granted.add(row["evaluator"])
    left = (named or granted) - recused
    return [row["code"] for row in tables["evaluators"] if row["code"] in left]


def points_of(tables: Tables, indicator: Line, typed: Figures) -> Fraction | None:
    """The exact points that figures make; None while they make none."""
    most = Fraction(indicator["max_points"])
    measures = [row for row in tables.get("measures", []) if row["indicator"] == indicator["code"]]
    formula = measures[0]["formula"] if measures else ""
    given = dict(
        part.split("=")
        for part in (measures[0]["parameters"].split(";") if measures else [])
        if part
    )
    figure = {name: Fraction(text) for name, text in typed.items() if _is_number(text)}
    match indicator["scale"]:
        case "points":
            made = figure.get("score")
        case "rating":
            made = most * figure["score"] / 100 if "score" in figure else None
        case "grade":
            made = _of_grade(tables, indicator, typed.get("score"), most)
        case "measure":
            made = _of_measure(formula, given, figure, most)
        case _:
            made = _of_survey(formula, given, figure, most)
    return None if made is None else min(max(made, Fraction(0)), most)


def _is_number(text: str) -> bool:
    return bool(text) and text.replace(".", "", 1).isdecimal()


def _of_grade(
    tables: Tables, indicator: Line, label: str | None, most: Fraction
) -> Fraction | None:
    for level in tables["levels"]:
        if (level["indicator"], level["label"]) == (indicator["code"], label):
            return most * Fraction(level["percent"]) / 100
    return None


def _of_measure(
    formula: str, given: Figures, figure: Mapping[str, Fraction], most: Fraction
) -> Fraction | None:
    target, actual = figure.get("target"), figure.get("actual")
    if target is None or actual is None:
        return None
    if formula == "completion":
        return most * actual / target if target else most
    if not target:
        return None
    if formula == "achievement_lower":
        return most * target / actual if actual else most
    if formula == "steps":
        steps = [step.split(":") for step in given["steps"].split("|")]
        reached = [Fraction(part) for low, part in steps if actual * 100 / target >= Fraction(low)]
        return most * max(reached, default=Fraction(0)) / 100
    return most * min(actual / target, Fraction(1))


def _of_survey(
    formula: str, given: Figures, figure: Mapping[str, Fraction], most: Fraction
) -> Fraction | None:
    mean = figure.get("survey_mean")
    ends = {
        name: figure.get(f"survey_{name}", Fraction(given[name]) if name in given else None)
        for name in ("min", "max")
    }
    if mean is None or ends["max"] is None:
        return None
    if formula == "survey_proportional":
        return most * mean / ends["max"] if ends["max"] else None
    if ends["min"] is None or ends["min"] == ends["max"]:
        return None
    return most * (mean - ends["min"]) / (ends["max"] - ends["min"])


def combined(how: str, points: Sequence[Fraction]) -> Fraction | None:
    ordered = sorted(points)
    if how == "consensus":
        return None
    if how == "median":
        middle = len(ordered) // 2
        ordered = ordered[middle - 1 : middle + 1] if len(ordered) % 2 == 0 else [ordered[middle]]
    if how == "trimmed_mean" and len(ordered) >= 5:
        ordered = ordered[1:-1]
    return sum(ordered, Fraction(0)) / len(ordered)


class Judged:
    """What becomes of one service."""

    def __init__(self, tables: Tables, service: Line, teams: dict[Place, list[str]], cells: Any):
        self.number = int(service["number"])
        self.name = service["name"]
        self.verdict = "exempt" if service["status"] == "exempt" else ""
        self.sections: dict[str, Fraction] | None = None
        self.total: Fraction | None = None
        if self.verdict:
            return
        self._tables, self._cells, self._teams = tables, cells, teams
        self.places = int(rule(tables, "score_places", "2"))
        self.stage = rule(tables, "rounding_stage", "indicator")
        made = [(row, self._made(row)) for row in applicable(tables, service)]
        states = [value for _, value in made]
        if "conflict" in states:
            self.verdict = "conflict"
        elif "incomplete" in states:
            self.verdict = "incomplete"
        else:
            self._sum_up(made)

    def _made(self, indicator: Line) -> Fraction | str:
        """Exact points, or ``out``, ``conflict`` or ``incomplete``."""
        code = indicator["code"]
        team = self._teams[self.number, code]
        typed = [self._cells[who].get((self.number, code), {}) for who in team]
        says_no = [figures.get("not_applicable") == "yes" for figures in typed]
        points = [points_of(self._tables, indicator, figures) for figures in typed]
        if team and all(says_no):
            return "out"
        if any(says_no):
            others = zip(says_no, typed, strict=True)
            return "conflict" if any(figures for no, figures in others if not no) else "incomplete"
        if not team or None in points:
            return "incomplete"
        how = indicator["aggregation"] or rule(self._tables, "aggregation", "single")
        exact = combined(how, points)
        return "incomplete" if exact is None else exact

    def _sum_up(self, made: list[tuple[Line, Any]]) -> None:
        exact = {}
        for section in self._tables["sections"]:
            rows = [pair for pair in made if pair[0]["section"] == section["code"]]
            kept = [value for _, value in rows if value != "out"]
            if not kept:
                self.verdict = "incomplete"
                return
            if self.stage == "indicator":
                kept = [half_up(value, self.places) for value in kept]
            most = Fraction(section["max_points"])
            gone = sum(Fraction(row["max_points"]) for row, value in rows if value == "out")
            exact[section["code"]] = sum(kept) * most / (most - gone)
        self.sections = {code: half_up(value, self.places) for code, value in exact.items()}
        if self.stage == "total":
            self.total = half_up(sum(exact.values()), self.places)
        else:
            self.total = sum(self.sections.values())
        cut = Fraction(rule(self._tables, "cut", "75"))
        self.verdict = "below" if self.total < cut else "pass"


def results(tables: Tables, typed: Typed) -> dict[str, Any]:
    """The object that ``results --json`` prints."""
    cells: Any = defaultdict(lambda: defaultdict(dict))
    for who, rows in typed.items():
        for number, code, name, value in rows:
            cells[who][int(number), code][name] = value
            if not value:
                del cells[who][int(number), code][name]
    teams, places = expected(tables), int(rule(tables, "score_places", "2"))
    ordered = sorted(tables["services"], key=lambda row: int(row["number"]))
    judged = [Judged(tables, service, teams, cells) for service in ordered]
    counted = [row.total for row in judged if row.total is not None]
    below = [row.number for row in judged if row.verdict == "below"]
    share = half_up(Fraction(100 * len(below), len(counted)), 1) if counted else None
    average = half_up(sum(counted) / len(counted), places) if counted else None
    return {
        "average": None if average is None else shown(average, places),
        "counted": len(counted),
        "below": {
            "count": len(below),
            "share": None if share is None else shown(share, 1),
            "services": below,
        },
        "services": [_service(row, counted, places) for row in judged],
    }


def _service(row: Judged, counted: list[Fraction], places: int) -> dict[str, Any]:
    given = row.sections
    return {
        "number": row.number,
        "name": row.name,
        "sections": given and {code: shown(points, places) for code, points in given.items()},
        "adjusted": None if row.total is None else shown(Fraction(0), places),
        "total": None if row.total is None else shown(row.total, places),
        "rank": None if row.total is None else 1 + sum(other > row.total for other in counted),
        "verdict": row.verdict,
    }


def sentences(tables: Tables, found: dict[str, Any]) -> tuple[str, str]:
    """The two fixed sentences of the report for ``found``."""
    cut = rule(tables, "cut", "75")
    cut = cut.rstrip("0").rstrip(".") if "." in cut else cut
    head = f"재계약배제({cut}점 미만) : {found['counted']}개 사무 중"
    below = found["below"]
    if not below["count"]:
        return f"평가점수 : 평균 {found['average']}점", f"{head} 해당 없음"
    share = f"{below['count']}개 사무({below['share']}%)"
    return f"평가점수 : 평균 {found['average']}점", f"{head} {share}"
