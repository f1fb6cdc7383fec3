"""What stands on the printed score sheet (평가표), as frozen values; nothing is drawn here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from ui.handing_over import score_sheet_wording as words
from ui.scoring.numbers import figure_text, most_text, points_text
from workbench.definition.terms import Definition, Evaluator, Scale, Service, Uid
from workbench.reports.wording import round_name
from workbench.results.outcome import MarkState
from workbench.scoring.sheet import FindingItem, MarkRow, SectionRows, ServiceSheet, SheetState


@dataclass(frozen=True, slots=True)
class Seal:
    """Under which code, when and by whom the sheet was closed."""

    receipt: str
    sealed_at: datetime
    owner: Evaluator
    pledged: str | None
    """The day of the integrity pledge (ISO), None while it was not confirmed."""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One indicator: ``is_open`` where a word stands in the place of points that are missing."""

    code: str
    name: str
    maximum: str
    typed: tuple[str, ...]
    points: str
    is_open: bool
    comment: str
    evidence: str


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """One section with its subtotal; a running one says that it is not the last word."""

    code: str
    name: str
    progress: str
    subtotal: str
    is_open: bool
    rows: tuple[PrintedRow, ...]
    maximum: str


@dataclass(frozen=True, slots=True)
class PrintedService:
    """One service: head, sections, texts; a recused one has its reason and nothing else."""

    number: str
    name: str
    details: str
    total: str
    maximum: str
    is_open: bool
    is_recused: bool
    recusal: str
    scaled: str
    sections: tuple[PrintedSection, ...]
    achievements: tuple[str, ...]
    improvements: tuple[str, ...]
    opinion: str


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The whole sheet."""

    title: str
    is_rehearsal: bool
    receipt: str
    evaluator: str
    """Code and name."""
    signer: str
    day: str
    facts: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    """Code and name of every section in the book, in their order."""
    services: tuple[PrintedService, ...]


def score_sheet(definition: Definition, seal: Seal, sheets: Sequence[ServiceSheet]) -> ScoreSheet:
    """Return what is printed of ``sheets`` under ``seal``."""
    rules, owner = definition.rules, seal.owner
    columns = {part.section.code: part.section.name for sheet in sheets for part in sheet.sections}
    order = [row.code for row in definition.sections if row.code in columns]
    return ScoreSheet(
        title=round_name(rules),
        is_rehearsal=rules.rehearsal,
        receipt=seal.receipt,
        evaluator=f"{owner.code} {owner.name}",
        signer=owner.name,
        day=f"{seal.sealed_at.astimezone():%Y-%m-%d}",
        facts=_facts(definition, seal, sheets),
        columns=tuple((code, columns[code]) for code in order),
        services=tuple(_service(definition, sheet) for sheet in sheets),
    )


def _facts(
    definition: Definition, seal: Seal, sheets: Sequence[ServiceSheet]
) -> tuple[tuple[str, str], ...]:
    rules, owner = definition.rules, seal.owner
    counted = [sheet for sheet in sheets if sheet.state is not SheetState.RECUSED]
    out = sum(
        row.mark.state is MarkState.NOT_APPLICABLE for sheet in counted for row in sheet.rows()
    )
    given = sum(sheet.given for sheet in counted)
    missing = sum(sheet.expected for sheet in counted) - given
    pledge = words.pledge_words(seal.pledged) if seal.pledged else words.NOT_PLEDGED
    facts = (
        (words.EVALUATOR, f"{owner.code} {owner.name}"),
        (words.AFFILIATION, owner.affiliation),
        (words.SEALED, f"{seal.sealed_at.astimezone():%Y-%m-%d %H:%M:%S}"),
        (words.PLEDGE, pledge),
        (words.SERVICES, words.services_words(len(sheets), len(sheets) - len(counted))),
        (words.MARKS, words.marks_words(given - out, out, missing)),
        (words.INSTITUTE, rules.institute),
        (words.PERIOD, rules.period),
    )
    return tuple((name, text) for name, text in facts if text)


def _service(definition: Definition, sheet: ServiceSheet) -> PrintedService:
    places = definition.rules.score_places
    is_recused = sheet.state is SheetState.RECUSED
    is_open = sheet.state is not SheetState.COMPLETE and not is_recused
    out = sum(row.mark.state is MarkState.NOT_APPLICABLE for row in sheet.rows())
    most = sum((part.max_points for part in sheet.sections), Decimal(0))
    return PrintedService(
        number=str(sheet.service.number),
        name=sheet.service.name,
        details=_details(sheet.service),
        total=words.NOTHING if is_recused else points_text(sheet.subtotal, places),
        maximum=most_text(most),
        is_open=is_open,
        is_recused=is_recused,
        recusal=sheet.recusal,
        scaled=words.scaled_words(out) if out and not is_recused else "",
        sections=tuple(_section(part, places) for part in sheet.sections),
        achievements=_findings(definition, sheet.items("achievement")),
        improvements=_findings(definition, sheet.items("improvement")),
        opinion=sheet.opinion,
    )


def _details(service: Service) -> str:
    facts = (
        (words.TERM_END, service.term_end),
        (words.DEPARTMENT, service.department),
        (words.OPERATOR, ", ".join(service.operators)),
    )
    return "  ·  ".join(f"{name} {text}" for name, text in facts if text)


def _section(part: SectionRows, places: int) -> PrintedSection:
    expected = len(part.rows)
    return PrintedSection(
        code=part.section.code,
        name=part.section.name,
        progress=words.indicators_words(part.given, expected),
        subtotal=points_text(part.subtotal, places),
        is_open=part.given < expected,
        rows=tuple(_row(row, places) for row in part.rows),
        maximum=most_text(part.max_points),
    )


def _row(row: MarkRow, places: int) -> PrintedRow:
    state = row.mark.state
    return PrintedRow(
        code=row.indicator.code,
        name=row.indicator.name,
        maximum=most_text(row.indicator.max_points),
        typed=_typed(row),
        points=words.MARK_STATES.get(state) or points_text(row.points, places),
        is_open=state not in (MarkState.GIVEN, MarkState.NOT_APPLICABLE),
        comment=row.comment,
        evidence=row.evidence,
    )


def _typed(row: MarkRow) -> tuple[str, ...]:
    """Return what was typed, every figure by its name; a mark alone needs none."""
    if row.mark.state is MarkState.NOT_APPLICABLE:
        return ()
    is_label = row.indicator.scale is Scale.GRADE
    return tuple(
        f"{words.FIGURES[field]} {figure_text(value)}"
        if field in words.FIGURES
        else (value if is_label else figure_text(value))
        for field, value in row.mark.values
        if field in words.FIGURES or field == "score"
    )


def _findings(definition: Definition, items: Sequence[FindingItem]) -> tuple[str, ...]:
    return tuple(
        f"{item.text} [{_code(definition, item.about)}]" if item.about else item.text
        for item in items
    )


def _code(definition: Definition, indicator: Uid) -> str:
    return definition.indicator[indicator].code
