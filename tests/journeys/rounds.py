"""Rounds for the journeys: a definition as tables, and the way from there to sealed score books."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.journeys.command_line import done

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Line = dict[str, str]
Tables = dict[str, list[Line]]
Typed = dict[str, list[tuple[Any, str, str, str]]]
"""By evaluator code the lines of a scores table: service, indicator, field, value."""

COLUMNS = {
    "round": "key value",
    "sections": "code name max_points",
    "indicators": "code section group name kind scale max_points step applies_to aggregation"
    " guidance allow_not_applicable",
    "services": "number name type department operators term_end status reason",
    "evaluators": "code name affiliation role",
    "assignments": "evaluator services sections status reason",
    "levels": "indicator label percent description",
    "measures": "indicator formula parameters unit",
}
KIND_OF_SCALE = {"measure": "quantitative", "survey": "survey"}


def lines(sheet: str, text: str) -> list[Line]:
    """Lines of ``a ¦ b ¦ c`` as rows of ``sheet``; columns left out at the end are empty."""
    columns = COLUMNS[sheet].split()
    return [
        dict.fromkeys(columns, "")
        | dict(zip(columns, (cell.strip() for cell in line.split("¦")), strict=False))
        for line in text.strip().splitlines()
    ]


def indicators(text: str) -> list[Line]:
    """Lines of ``code ¦ section ¦ scale ¦ max_points ¦ step ¦ aggregation ¦ applies_to ¦ NA``."""
    short = ("code", "section", "scale", "max_points", "step", "aggregation", "applies_to", "na")
    rows = []
    for line in text.strip().splitlines():
        cells = [cell.strip() for cell in line.split("¦")]
        given = dict(zip(short, cells + [""] * (len(short) - len(cells)), strict=True))
        rows.append(
            dict.fromkeys(COLUMNS["indicators"].split(), "")
            | {name: given[name] for name in short[:6]}
            | {
                "name": f"{given['code']} 지표, 적정성(가상)",
                "group": "사업활동",
                "kind": KIND_OF_SCALE.get(given["scale"], "qualitative"),
                "applies_to": given["applies_to"] or "all",
                "allow_not_applicable": given["na"],
            }
        )
    return rows


def services(numbers: Iterable[int], **changed: Line) -> list[Line]:
    """Services with fictitious names; ``changed`` by ``n<number>`` replaces cells of one."""
    return [
        dict.fromkeys(COLUMNS["services"].split(), "")
        | {
            "number": str(number),
            "name": f"가상 사무 {number}호(시험, 연습) 관리운영",
            "department": f"가상{number}과",
            "operators": f"(재)가상{number}재단;가상{number}협회",
            "term_end": "2026-12-31",
        }
        | changed.get(f"n{number}", {})
        for number in numbers
    ]


def rules(**changed: str) -> list[Line]:
    given = {
        "title": "2026년 제1차 민간위탁 종합성과평가",
        "year": "2026",
        "sequence": "1",
        "institute": "(재)가상평가연구원",
        "cut": "75",
        "rehearsal": "yes",
    }
    return [{"key": key, "value": value} for key, value in (given | changed).items()]


def sections(common: str = "40", individual: str = "45", satisfaction: str = "15") -> list[Line]:
    names = ("공통분야", common), ("개별분야", individual), ("사용자 만족도", satisfaction)
    return [
        {"code": code, "name": name, "max_points": points}
        for code, (name, points) in zip(
            ("common", "individual", "satisfaction"), names, strict=True
        )
    ]


def tables_for(
    *totals: object, people: int = 1, rubric: str = "", measures: str = "", **changed: str
) -> Tables:
    """A round with one service for each of ``totals``; people E1, E2 … score everything."""
    codes = [f"E{at}" for at in range(1, people + 1)]
    tables = {
        "round": rules(**changed),
        "sections": sections(),
        "indicators": indicators(
            rubric
            or """
            C1 ¦ common ¦ points ¦ 40 ¦ ¦ mean
            I1 ¦ individual ¦ points ¦ 45 ¦ ¦ mean
            S1 ¦ satisfaction ¦ points ¦ 15 ¦ ¦ mean
            """
        ),
        "services": services(range(1, len(totals) + 1)),
        "evaluators": lines("evaluators", "\n".join(f"{code} ¦ 가상{code}" for code in codes)),
        "assignments": lines("assignments", "\n".join(f"{code} ¦ all ¦ all" for code in codes)),
    }
    if measures:
        tables["measures"] = lines("measures", measures)
    return tables


def write_table(path: Path, columns: Iterable[str], rows: Iterable[Iterable[object]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)
    return path


def write_definition(folder: Path, tables: Tables) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for sheet, rows in tables.items():
        columns = COLUMNS[sheet].split()
        cells = ([row.get(column, "") for column in columns] for row in rows)
        write_table(folder / f"{sheet}.csv", columns, cells)
    return folder


def write_scores(path: Path, rows: Iterable[Iterable[object]]) -> Path:
    return write_table(path, ("service", "indicator", "field", "value"), rows)


@dataclass
class Round:
    """A round on disk with the books that were handed out, driven by the command line alone."""

    folder: Path
    tables: Tables
    books: dict[str, Path] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        return self.folder / "가상 회차 (1차).round"

    def enter(self, typed: Mapping[str, list[Any]], *, seal: bool = True) -> None:
        for code, rows in typed.items():
            if rows:
                table = write_scores(self.folder / f"점수 {code}.csv", rows)
                done("enter", self.books[code], table)
            if seal:
                done("seal", self.books[code])

    def merge(self, *codes: str) -> Any:
        return done("merge", self.path, *(self.books[code] for code in codes or self.books))

    def results(self) -> Any:
        return done("results", self.path)

    def played(self, typed: Mapping[str, list[Any]]) -> Any:
        """Enter, seal and merge everything; return the results."""
        self.enter(typed)
        self.merge()
        return self.results()


def new_round(folder: Path, tables: Tables) -> Round:
    """Make a round in ``folder`` and hand its books out."""
    made = Round(folder, tables)
    folder.mkdir(parents=True, exist_ok=True)
    done("new", made.path, "--definition", write_definition(folder / "정의", tables))
    return handed_out(made)


def handed_out(made: Round, to: str = "배포 (원본)") -> Round:
    given = done("hand-out", made.path, "--to", made.folder / to)
    made.books = {row["evaluator"]: Path(row["file"]) for row in given["books"]}
    return made
