"""The words of the conflict inbox that depend on values."""

from datetime import UTC, datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from ui.scoring.numbers import figure_text, points_text
from ui.scoring.wording import not_applicable_word
from workbench.definition.terms import Scale
from workbench.exact import is_plain, plain, printed
from workbench.journal.fields import FIGURES, MAKE_POINTS, Field
from workbench.settling.effects import Effect
from workbench.settling.open_cells import OpenCell, Source, Why
from workbench.surveys.basis import basis_of


def field_word(field: str) -> str:
    """Return what a kind of cell is called."""
    return {
        Field.SCORE: QCoreApplication.translate("Conflicts", "Mark"),
        Field.NOT_APPLICABLE: QCoreApplication.translate("Conflicts", "Not applicable"),
        Field.COMMENT: QCoreApplication.translate("Conflicts", "Comment"),
        Field.EVIDENCE: QCoreApplication.translate("Conflicts", "Evidence"),
        Field.TARGET: QCoreApplication.translate("Conflicts", "Target"),
        Field.ACTUAL: QCoreApplication.translate("Conflicts", "Actual"),
        Field.SURVEY_N: QCoreApplication.translate("Conflicts", "Respondents"),
        Field.SURVEY_MEAN: QCoreApplication.translate("Conflicts", "Survey mean"),
        Field.SURVEY_MIN: QCoreApplication.translate("Conflicts", "Survey minimum"),
        Field.SURVEY_MAX: QCoreApplication.translate("Conflicts", "Survey maximum"),
        Field.SURVEY_BASIS: QCoreApplication.translate("Conflicts", "Basis of the survey"),
        Field.ACHIEVEMENT: QCoreApplication.translate("Conflicts", "Achievement"),
        Field.IMPROVEMENT: QCoreApplication.translate("Conflicts", "Improvement task"),
        Field.ORDER: QCoreApplication.translate("Conflicts", "Place in the list"),
        Field.ABOUT: QCoreApplication.translate("Conflicts", "Linked indicator"),
        Field.OPINION: QCoreApplication.translate("Conflicts", "Overall opinion"),
        Field.RECUSAL: QCoreApplication.translate("Conflicts", "Recusal"),
        Field.PLEDGE: QCoreApplication.translate("Conflicts", "Integrity pledge"),
    }[Field(field)]


def service_text(one: OpenCell) -> str:
    """Return the service of a cell by number and name."""
    if one.service is None:
        return QCoreApplication.translate("Conflicts", "Whole book")
    return f"{one.service.number}  {one.service.name}"


def cell_text(one: OpenCell) -> str:
    """Return what the cell is about: indicator and kind, or the kind alone."""
    kind = field_word(one.field)
    if one.finding:
        return f"{kind} · {' '.join(one.finding.split())}"
    if one.indicator is None:
        return kind
    name = f"{one.indicator.code} {one.indicator.name}"
    return name if one.field == Field.SCORE else f"{name} · {kind}"


def value_text(one: OpenCell, source: Source, places: int) -> str:
    """Return the value of a source as people read it."""
    value = source.value
    if source.names is not None:
        return f"{source.names.code} {source.names.name}"
    if value is None:
        return QCoreApplication.translate("Conflicts", "Empty")
    if one.field == Field.NOT_APPLICABLE:
        return not_applicable_word()
    if one.field == Field.SURVEY_BASIS:
        return basis_words(value)
    if one.field == Field.SCORE and is_plain(value):
        return points_text(Decimal(value), places)
    return figure_text(value) if one.field in FIGURES else value


def basis_words(value: str) -> str:
    """Return from which file the figures of a survey are; its cell holds far more."""
    basis = basis_of(value)
    if basis is None:
        return QCoreApplication.translate("Conflicts", "Basis that cannot be read")
    words = QCoreApplication.translate("Conflicts", "{file} · respondents {n} · {hash}")
    return words.format(file=basis.source, n=basis.n, hash=basis.sha256[:12])


def most_word(one: OpenCell) -> str:
    """Return what stands behind the field: of how many points, or the unit."""
    if one.indicator is None or one.field != Field.SCORE:
        return ""
    if one.indicator.scale is Scale.RATING:
        return "/ 100"
    if one.indicator.scale is Scale.GRADE:
        return " · ".join(level.label for level in one.indicator.levels)
    words = QCoreApplication.translate("Conflicts", "/ {most} points")
    return words.format(most=plain(one.indicator.max_points))


def files_text(source: Source) -> str:
    """Return the file in which a value stands, the newest of several."""
    if not source.files:
        return "–"
    more = len(source.files) - 1
    return source.files[-1] + (f" (+{more})" if more else "")


def when_text(source: Source) -> str:
    """Return when a value was typed, by whom if by the lead, and whether it is sealed."""
    parts: list[str] = []
    if source.is_lead:
        parts.append(QCoreApplication.translate("Conflicts", "settled before by the lead"))
    if not source.made_at:
        parts.append(QCoreApplication.translate("Conflicts", "never filled here"))
    if source.made_at:
        at = datetime.fromtimestamp(source.made_at // 1000, UTC).astimezone()
        parts.append(f"{at:%m-%d %H:%M}")
    if source.is_sealed:
        parts.append(QCoreApplication.translate("Conflicts", "sealed"))
    return " · ".join(parts)


def total_text(one: OpenCell, effect: Effect | None, places: int) -> str:
    """Return the total that a choice makes, or why it makes none."""
    if effect is None and one.field in MAKE_POINTS:
        return QCoreApplication.translate("Conflicts", "Counts no more: no number changes")
    if effect is None:
        return QCoreApplication.translate("Conflicts", "A text: no number changes")
    if effect.total is None:
        return QCoreApplication.translate("Conflicts", "Total –")
    words = QCoreApplication.translate("Conflicts", "Total {total}")
    return words.format(total=printed(effect.total, places))


def source_text(one: OpenCell, source: Source, places: int) -> str:
    """Return the total that choosing ``source`` makes, or why it cannot stand."""
    if source.can_stand:
        return total_text(one, source.effect, places)
    return QCoreApplication.translate("Conflicts", "Typed under another rule: cannot stand")


def why_text(one: OpenCell, count: int) -> str:
    """Return why the cell is open; ``count`` cells of this evaluator are."""
    name = f"{one.evaluator.code} {one.evaluator.name}"
    if one.why is Why.SETTLED:
        words = QCoreApplication.translate(
            "Conflicts",
            "Settled last, in the book of {name}. What stands stays until it is settled again.",
        )
    elif one.why is Why.FUTURE:
        words = QCoreApplication.translate(
            "Conflicts",
            "One book of {name} went two ways (edited in two copies, or an older copy was "
            "used again). {count} cells differ.",
        )
    else:
        words = QCoreApplication.translate(
            "Conflicts", "The book of {name} was edited in several copies. {count} cells are open."
        )
    return words.format(name=name, count=count)
