"""The words of the score sheet that stand beside numbers."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from workbench.definition.terms import Formula, Indicator, Kind, Scale
from workbench.results.formulas import formula_of
from workbench.scoring.patterns import Asked
from workbench.scoring.sheet import SheetState


def figure_caption(indicator: Indicator, field: str) -> str:
    """Return the caption of a figure's field."""
    if formula_of(indicator) is Formula.COMPLETION:
        found = {
            "target": QCoreApplication.translate("Sheet", "Found"),
            "actual": QCoreApplication.translate("Sheet", "Settled"),
        }
        if field in found:
            return found[field]
    return {
        "score": QCoreApplication.translate("Sheet", "Score"),
        "comment": QCoreApplication.translate("Sheet", "Comment"),
        "evidence": QCoreApplication.translate("Sheet", "Evidence"),
        "not_applicable": QCoreApplication.translate("Sheet", "Not applicable"),
        "target": QCoreApplication.translate("Sheet", "Target"),
        "actual": QCoreApplication.translate("Sheet", "Actual"),
        "survey_n": QCoreApplication.translate("Sheet", "Answers"),
        "survey_mean": QCoreApplication.translate("Sheet", "Mean"),
        "survey_min": QCoreApplication.translate("Sheet", "Lowest"),
        "survey_max": QCoreApplication.translate("Sheet", "Highest"),
    }[field]


def why_words(why: str) -> str:
    """Return why figures make no points, or why a mark is to be entered again."""
    return {
        "zero_target": QCoreApplication.translate(
            "Sheet", "The target is 0, so no points follow. Check the target."
        ),
        "no_width": QCoreApplication.translate(
            "Sheet", "The ends of the scale are equal, so no points follow. Check both."
        ),
        "scale_reversed": QCoreApplication.translate(
            "Sheet", "The scale's lowest value is above its highest: no points. Check both."
        ),
        "survey_scale_missing": QCoreApplication.translate(
            "Sheet", "Points need the lowest and the highest value of the survey's scale."
        ),
        "scale_changed": QCoreApplication.translate(
            "Sheet", "The rubric has changed since, so this is not counted. Enter it again."
        ),
    }.get(why, QCoreApplication.translate("Sheet", "This makes no points. Check the figures."))


def asked_words(asked: Asked) -> str:
    """Return why a mark asks for a comment, as it stands in the comment's place."""
    return {
        Asked.NOT_APPLICABLE: QCoreApplication.translate("Sheet", "Why does it not apply?"),
        Asked.AT_MAX: QCoreApplication.translate("Sheet", "Full marks: one line why"),
        Asked.BELOW: QCoreApplication.translate("Sheet", "A low mark: one line why"),
        Asked.FAR: QCoreApplication.translate("Sheet", "Unlike your other marks: why?"),
    }[asked]


def read_only_words(moment: datetime) -> str:
    """Return since when a picture of a file is shown that somebody else is writing."""
    words = QCoreApplication.translate("Sheet", "As of {time}, read-only")
    return words.format(time=f"{moment.astimezone():%H:%M}")


def kind_word(kind: Kind) -> str:
    """Return what an indicator rests on."""
    return {
        Kind.QUALITATIVE: QCoreApplication.translate("Sheet", "Judgement"),
        Kind.QUANTITATIVE: QCoreApplication.translate("Sheet", "Figures"),
        Kind.SURVEY: QCoreApplication.translate("Sheet", "Survey"),
    }[kind]


def scale_word(scale: Scale) -> str:
    """Return how a mark is typed."""
    return {
        Scale.POINTS: QCoreApplication.translate("Sheet", "points"),
        Scale.RATING: QCoreApplication.translate("Sheet", "rating 0–100"),
        Scale.GRADE: QCoreApplication.translate("Sheet", "grade"),
        Scale.MEASURE: QCoreApplication.translate("Sheet", "target and actual"),
        Scale.SURVEY: QCoreApplication.translate("Sheet", "survey figures"),
    }[scale]


def state_word(state: SheetState) -> str:
    """Return how far a service has come."""
    return {
        SheetState.EMPTY: QCoreApplication.translate("Sheet", "Not begun"),
        SheetState.PART: QCoreApplication.translate("Sheet", "Incomplete"),
        SheetState.COMPLETE: QCoreApplication.translate("Sheet", "Complete"),
        SheetState.CONFLICT: QCoreApplication.translate("Sheet", "Conflict"),
        SheetState.RECUSED: QCoreApplication.translate("Sheet", "Recused"),
    }[state]


def indicators_word(given: int, expected: int) -> str:
    """Return a count of indicators."""
    words = QCoreApplication.translate("Sheet", "{given} / {expected} indicators")
    return words.format(given=given, expected=expected)


def services_word(done: int, services: int) -> str:
    """Return a count of services."""
    words = QCoreApplication.translate("Sheet", "{done} / {services} services")
    return words.format(done=done, services=services)


def out_of(maximum: str) -> str:
    """Return a maximum as the end of a sum."""
    return QCoreApplication.translate("Sheet", "/ {maximum} pt").format(maximum=maximum)


def not_applicable_word() -> str:
    """Return what a field reads that does not apply."""
    return QCoreApplication.translate("Sheet", "n/a")


def comment_hint() -> str:
    """Return what stands in an empty comment of the row in work."""
    return QCoreApplication.translate("Sheet", "Write a comment  F2")


def clock(moment: datetime) -> str:
    """Return the local time of a moment."""
    return f"{moment.astimezone():%H:%M:%S}"
