"""Marks drawn by a seed for everybody of whom one is expected, legal under every scale."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING

from tests.journeys.oracle import expected

if TYPE_CHECKING:
    from tests.journeys.rounds import Line, Tables, Typed


def drawn(tables: Tables, seed: int, *, texts: bool = False, level: int = 75) -> Typed:
    """Scores tables by evaluator; most marks lie around ``level`` percent of their maximum."""
    rng = Random(seed)
    by_place = {
        (int(service["number"]), indicator["code"]): indicator
        for service in tables["services"]
        for indicator in tables["indicators"]
        if _may_apply(indicator, service)
    }
    typed: Typed = {}
    for (number, code), team in expected(tables).items():
        for who in team:
            rows = typed.setdefault(who, [])
            figures = _figures(rng, tables, by_place[number, code], level)
            rows += [(number, code, name, value) for name, value in figures.items()]
            if texts and rng.random() < 0.2:
                rows.append((number, code, "comment", f"근거 {number}-{code}, 자료 “{who}” 확인"))
    if texts:
        for who, rows in typed.items():
            rows += _findings(rng, who, sorted({row[0] for row in rows}))
    return typed


def _may_apply(indicator: Line, service: Line) -> bool:
    to = indicator["applies_to"]
    if to.startswith("service:"):
        return service["number"] in to.removeprefix("service:").split(";")
    return to in ("all", f"type:{service['type']}")


def _findings(rng: Random, who: str, numbers: list[int]) -> list[tuple[int, str, str, str]]:
    rows = []
    for number in numbers:
        for name, most in (("achievement", 3), ("improvement", 2)):
            rows += [
                (number, "", name, f"{number}번 사무의 {name} {at}, 가상({who})")
                for at in range(1, rng.randint(1, most) + 1)
            ]
        rows.append((number, "", "opinion", f"{number}번 종합의견 “{who}”\n둘째 줄, 쉼표"))
    return rows


def _figures(rng: Random, tables: Tables, indicator: Line, level: int) -> dict[str, str]:
    scale = indicator["scale"]
    if scale == "grade":
        rows = [row for row in tables["levels"] if row["indicator"] == indicator["code"]]
        return {"score": rng.choice(rows)["label"]}
    if scale == "measure":
        target = rng.choice(("3", "7", "12.5", "80", "123456.789"))
        percent = rng.randint(level - 25, min(level + 45, 130))
        return {"target": target, "actual": _plain(Decimal(target) * percent / 100, "0.001")}
    if scale == "survey":
        # of a scale 1…5: the level of the points, give or take 15 percent of them
        percent = Decimal(rng.randint(level - 15, min(level + 15, 100)))
        mean = 1 + 4 * percent / 100 + Decimal(rng.randint(0, 99)) / 10000
        return {"survey_n": str(rng.randint(30, 400)), "survey_mean": _plain(mean, "0.0001")}
    most = Decimal(100) if scale == "rating" else Decimal(indicator["max_points"])
    step = Decimal(indicator["step"] or "0.01")
    steps = int(most * rng.randint(level - 20, min(level + 20, 100)) / 100 / step)
    return {"score": _plain(step * steps, "0.01")}


def _plain(number: Decimal, quantum: str) -> str:
    text = f"{number.quantize(Decimal(quantum)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
