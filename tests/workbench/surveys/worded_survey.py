"""A survey as offices send it: merged groups above the questions, answers in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from random import Random

GROUPS: Final = {
    "이용환경": ("1. 시설이 편리하다", "2. 시설이 깨끗하다", "3. 찾아오기 쉽다"),
    "직원": ("4. 직원이 친절하다", "5. 직원이 설명을 잘한다"),
    "전반적 만족도": ("6. 전반적으로 만족한다", "7. 다시 이용하겠다"),
}
FIVE: Final = ("매우 불만족", "불만족", "보통", "만족", "매우 만족")
SEVEN: Final = (
    "전혀 그렇지 않다",
    "그렇지 않다",
    "약간 그렇지 않다",
    "보통이다",
    "약간 그렇다",
    "그렇다",
    "매우 그렇다",
)
QUESTIONS: Final = tuple(question for group in GROUPS.values() for question in group)
JOINED: Final = tuple(
    f"{group} · {question}" for group, questions in GROUPS.items() for question in questions
)


def answers(rng: Random, services: Sequence[int], each: int, steps: int) -> list[list[int]]:
    """Rows of (service, answer to each question), skewed so that every question differs."""
    return [
        [
            number,
            *(min(steps, rng.randint(1, steps) + at % 2) for at in range(len(QUESTIONS))),
        ]
        for number in services
        for _ in range(each)
    ]


def merged_book(
    path: Path, rows: Sequence[Sequence[object]], *, title: str = "", is_merged: bool = True
) -> Path:
    """Write ``rows`` below two header rows whose groups are merged over their questions."""
    book = Workbook()
    sheet = book.active
    if title:
        sheet.append([title])
        sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(QUESTIONS) + 1)
    top: list[object] = ["사무번호"]
    for group, questions in GROUPS.items():
        top += [group, *[None if is_merged else group] * (len(questions) - 1)]
    sheet.append(top)
    sheet.append([None, *QUESTIONS])
    if is_merged:
        first, at = sheet.max_row - 1, 2
        sheet.merge_cells(start_row=first, end_row=first + 1, start_column=1, end_column=1)
        for questions in GROUPS.values():
            end = at + len(questions) - 1
            sheet.merge_cells(start_row=first, end_row=first, start_column=at, end_column=end)
            at = end + 1
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def in_words(rows: Sequence[Sequence[int]], words: Sequence[str]) -> list[list[object]]:
    """The same answers as the words of a ladder, the lowest first."""
    return [[row[0], *(words[answer - 1] for answer in row[1:])] for row in rows]
