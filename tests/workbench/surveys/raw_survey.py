"""A raw survey as an institute would send it: Korean headers, odd answers, personal data."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DIMENSIONS = ("과정품질", "결과품질", "환경품질", "사회적품질")
ABOUT = ("", "안내는", "절차는", "시설은", "응대는")
FACTORS = tuple(
    f"{name.removesuffix('품질')}-{at} {ABOUT[at]} 어떠합니까?"
    for name in DIMENSIONS
    for at in range(1, 5)
)
OVERALL = ("전반-1 전반적으로 만족하십니까?", "전반-2 다시 이용하시겠습니까?")
QUESTIONS = (*FACTORS, *OVERALL, "종합 만족도", "체감 만족도")
"""Sixteen factor questions and four overall ones."""
PERSONAL = ("성명", "휴대전화", "이메일", "생년월일", "주소", "기타 의견")
HEADER = (
    "연번",
    "응답일시",
    "사무번호",
    *PERSONAL[:4],
    "성별",
    "연령대",
    *QUESTIONS,
    *PERSONAL[4:],
)
SURNAMES, GIVEN = "김이박최정강조윤장임", "가나다라마바사아자차카타파하거너더러머버"


@dataclass
class Raw:
    """The rows, and where what is odd was put; lines as a spreadsheet shows them."""

    rows: list[list[object]]
    blocks: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    odd: dict[int, int] = field(default_factory=dict)
    missing: int = 0

    @property
    def table(self) -> list[list[object]]:
        return [list(HEADER), *self.rows]


def drawn(
    services: Sequence[int], per_service: int, *, seed: int = 6, missing: int = 3, odd: int = 40
) -> Raw:
    """Respondents for every service; ``missing`` percent empty, ``odd`` zeros and as many sixes.

    Two blocks are pasted again at the end of their service: twelve rows of the second service,
    seven of the last.
    """
    rng = Random(seed)
    rows, raw = [], Raw([])
    for at, number in enumerate(services):
        likely = [rng.randrange(1, 6) for _ in range(4)] + [3, 4, 4, 5, 5]
        block = [_row(rng, number, likely, missing) for _ in range(per_service)]
        size = 12 if at == 1 else 7 if at == len(services) - 1 else 0
        if size:
            begin, end = len(rows) + 2 + 10, len(rows) + 2 + per_service - size
            block[-size:] = [
                _again(rng, row, block[-size + n]) for n, row in enumerate(block[10 : 10 + size])
            ]
            raw.blocks.append(((begin, begin + size - 1), (end, end + size - 1)))
        rows += block
    raw.rows = rows
    doubled = {line for _, (first, last) in raw.blocks for line in range(first, last + 1)}
    doubled |= {line for (first, last), _ in raw.blocks for line in range(first, last + 1)}
    free = [at for at in range(len(rows)) if at + 2 not in doubled]
    for value in (0, 6):
        for at in rng.sample(free, odd):
            rows[at][HEADER.index(rng.choice(QUESTIONS))] = value
    for at, row in enumerate(rows):
        row[0] = at + 1
    return raw


def _row(rng: Random, number: int, likely: list[int], missing: int) -> list[object]:
    answers: list[object] = [
        None if rng.randrange(100) < missing else rng.choice(likely) for _ in QUESTIONS
    ]
    return [
        0,
        *_person(rng, number),
        rng.choice("남여"),
        rng.choice((20, 30, 40, 50)),
        *answers,
        *_texts(rng),
    ]


def _person(rng: Random, number: int) -> list[object]:
    name = rng.choice(SURNAMES) + rng.choice(GIVEN) + rng.choice(GIVEN)
    digits = f"{rng.randrange(10**8):08}"
    return [
        f"2026-05-{rng.randrange(1, 29):02} 10:{rng.randrange(60):02}:{rng.randrange(60):02}",
        number,
        name,
        f"010-{digits[:4]}-{digits[4:]}",
        f"user{digits}@example.kr",
        f"19{rng.randrange(50, 99)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}",
    ]


def _texts(rng: Random) -> list[object]:
    place = f"가상시 가상구 가상로 {rng.randrange(1, 300)}"
    return [place, f"의견 {rng.randrange(10**6)}번: 직원이 친절하고 시설이 깨끗해서 좋았습니다"]


def _again(rng: Random, row: list[object], other: list[object]) -> list[object]:
    """The answers of ``row`` under the name of ``other``."""
    first, last = HEADER.index(QUESTIONS[0]), HEADER.index(QUESTIONS[-1]) + 1
    return [*other[:first], *row[first:last], *other[last:]]


def as_xlsx(path: Path, table: Sequence[Sequence[object]], title: str = "원자료") -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for row in table:
        sheet.append(list(row))
    book.save(path)
    return path


def as_csv(path: Path, table: Sequence[Sequence[object]], encoding: str = "utf-8") -> Path:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["" if cell is None else cell for cell in row] for row in table])
    path.write_bytes(text.getvalue().encode(encoding))
    return path
