"""What a reader finds in a workbook, put in the form of ``scorebench results --json``."""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.cell import Cell

VERDICTS = {
    "통과": "pass",
    "재계약배제": "below",
    "미완료": "incomplete",
    "충돌": "conflict",
    "평가제외": "exempt",
}
SECTIONS = ("common", "individual", "satisfaction")


def shown(cell: Cell) -> str | None:
    """The characters that a spreadsheet program prints for a cell; None for a dash."""
    if isinstance(cell.value, str) or cell.value is None:
        return None if cell.value == "–" else cell.value
    code = re.sub(r'["+\\]', "", cell.number_format.split(";")[0])
    assert re.fullmatch(r"(#,##)?0(\.0+)?", code), cell.number_format
    return f"{cell.value:.{len(code.partition('.')[2])}f}"


def shown_results(path: Path) -> dict[str, Any]:
    """The result as 요약 and 종합점수표 of the workbook at ``path`` show it."""
    with closing(load_workbook(path, data_only=True, read_only=True)) as book:
        front = {
            row[1].value: shown(row[2]) for row in book["요약"].iter_rows(max_col=3) if row[1].value
        }
        rows = list(book["종합점수표"].iter_rows(min_row=4))
    below = next(name[: -len(" 사무(개)")] for name in front if name.endswith("미만) 사무(개)"))
    heads = [str(cell.value).split("\n")[0] for cell in rows[0]]
    at = {name: heads.index(name) for name in ("가감점", "총점", "순위", "판정")}
    services = [_service(row, at) for row in rows[1:-1]]
    return {
        "average": front["평균(점)"],
        "counted": int(front["집계한 사무(개)"] or 0),
        "below": {
            "count": int(front[f"{below} 사무(개)"] or 0),
            "share": front[f"{below} 비율(%)"],
            "services": [one["number"] for one in services if one["verdict"] == "below"],
        },
        "services": services,
    }


def _service(row: tuple[Cell, ...], at: dict[str, int]) -> dict[str, Any]:
    total, rank = shown(row[at["총점"]]), shown(row[at["순위"]])
    sections = [shown(cell) for cell in row[4 : at["가감점"]]]
    places = len((total or "").partition(".")[2])
    adjusted = shown(row[at["가감점"]]) or f"{0:.{places}f}"
    return {
        "number": row[0].value,
        "name": row[1].value,
        "sections": dict(zip(SECTIONS, sections, strict=True)) if total else None,
        "adjusted": adjusted if total else None,
        "total": total,
        "rank": int(rank) if rank else None,
        "verdict": VERDICTS[str(row[at["판정"]].value)],
    }
