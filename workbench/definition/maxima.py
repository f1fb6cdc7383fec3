"""The maxima of every service must make its sections, and every section must have an indicator."""

from collections.abc import Iterable
from decimal import Decimal

from workbench.definition.problems import runs
from workbench.definition.roster import Services
from workbench.definition.rubric import IndicatorRow, Rubric, SectionRow, Sections
from workbench.exact import plain


def judge_maxima(sections: Sections, rubric: Rubric, services: Services) -> None:
    """Add a problem for each section that is empty, or whose maxima do not make its points."""
    if not (rubric.table.is_whole and services.table.is_whole):
        return
    if any(entry.row.lacks("section") for entry in rubric.rows):
        return
    for code, section in sections.by_code.items():
        rows = [entry for entry in rubric.rows if entry.section is code]
        if not rows:
            section.row.table.refuse(
                "definition_section_empty", row=section.row.number, column="code", section=code
            )
        elif not any(entry.row.lacks("applies_to") for entry in rows):
            _judge_section(section, rows, rubric, services)


def _judge_section(
    section: SectionRow, rows: list[IndicatorRow], rubric: Rubric, services: Services
) -> None:
    code = section.section.code
    doubtful = {number for overlapping, number in rubric.overlaps if overlapping is code}
    doubtful |= _numbers(entry for entry in rows if entry.row.lacks("max_points"))
    sums = dict.fromkeys(services.judged - doubtful, Decimal(0))
    empty = set(sums) - _numbers(rows)
    for entry in rows:
        for number in entry.services & sums.keys():
            sums[number] += entry.indicator.max_points
    if empty:
        rubric.table.refuse(
            "definition_section_lacking", column="section", section=code, services=runs([*empty])
        )
    if not section.row.lacks("max_points"):
        _judge_sums(section, rubric, {n: total for n, total in sums.items() if n not in empty})


def _judge_sums(section: SectionRow, rubric: Rubric, sums: dict[int, Decimal]) -> None:
    wanted = section.section.max_points
    wrong: dict[Decimal, list[int]] = {}
    for number, total in sums.items():
        if total != wanted:
            wrong.setdefault(total, []).append(number)
    for total, numbers in sorted(wrong.items(), key=lambda item: min(item[1])):
        rubric.table.refuse(
            "definition_section_sum",
            column="max_points",
            section=section.section.code,
            services=runs(numbers),
            total=plain(total),
            wanted=plain(wanted),
        )


def _numbers(rows: Iterable[IndicatorRow]) -> set[int]:
    return {number for entry in rows for number in entry.services}
