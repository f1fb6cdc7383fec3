"""The fixed values of a definition as words, by what is stored for them."""

from PySide6.QtCore import QCoreApplication


def section_words() -> dict[str, str]:
    """Return the sections by code."""
    return {
        "common": QCoreApplication.translate("SetupChoices", "Common"),
        "individual": QCoreApplication.translate("SetupChoices", "Individual"),
        "satisfaction": QCoreApplication.translate("SetupChoices", "Satisfaction"),
    }


def aggregation_words() -> dict[str, str]:
    """Return how several marks become one, by code."""
    return {
        "single": QCoreApplication.translate("SetupChoices", "Single mark"),
        "mean": QCoreApplication.translate("SetupChoices", "Mean"),
        "median": QCoreApplication.translate("SetupChoices", "Median"),
        "trimmed_mean": QCoreApplication.translate("SetupChoices", "Trimmed mean"),
        "consensus": QCoreApplication.translate("SetupChoices", "Consensus"),
    }


def rounding_words() -> dict[str, str]:
    """Return where points are rounded, by code."""
    return {
        "indicator": QCoreApplication.translate("SetupChoices", "Each indicator"),
        "section": QCoreApplication.translate("SetupChoices", "Each section"),
        "total": QCoreApplication.translate("SetupChoices", "The total only"),
    }


def yes_words() -> dict[str, str]:
    """Return yes and no."""
    return {
        "yes": QCoreApplication.translate("SetupChoices", "Yes"),
        "no": QCoreApplication.translate("SetupChoices", "No"),
    }


def formula_words() -> dict[str, str]:
    """Return the formulas by code."""
    return {
        "achievement": QCoreApplication.translate("SetupChoices", "Achievement: actual / target"),
        "achievement_lower": QCoreApplication.translate(
            "SetupChoices", "Achievement, less is better: target / actual"
        ),
        "steps": QCoreApplication.translate("SetupChoices", "Steps of the achievement"),
        "deviation": QCoreApplication.translate("SetupChoices", "Between a low and a high value"),
        "multi_year": QCoreApplication.translate("SetupChoices", "Mean over several years"),
        "completion": QCoreApplication.translate("SetupChoices", "Done, of what was found"),
        "survey_linear": QCoreApplication.translate("SetupChoices", "Survey, from lowest value"),
        "survey_proportional": QCoreApplication.translate("SetupChoices", "Survey, from zero"),
    }


def standing_words() -> dict[str, str]:
    """Return the three ways of being recused, by what is stored."""
    return {
        "제척": QCoreApplication.translate("SetupChoices", "Disqualified by rule"),
        "기피": QCoreApplication.translate("SetupChoices", "Challenged by the operator"),
        "회피": QCoreApplication.translate("SetupChoices", "Recused himself"),
    }


def choices_of(sheet: str, column: str) -> dict[str, str]:
    """Return the fixed values of a column by what is stored; empty where anything may stand."""
    if (sheet, column) == ("services", "status"):
        return {
            "included": QCoreApplication.translate("SetupChoices", "Evaluated"),
            "exempt": QCoreApplication.translate("SetupChoices", "Exempt"),
        }
    if (sheet, column) == ("assignments", "status"):
        assigned = QCoreApplication.translate("SetupChoices", "Assigned")
        return {"assigned": assigned} | standing_words()
    words = {
        "section": section_words,
        "kind": _kinds,
        "scale": _scales,
        "aggregation": aggregation_words,
        "allow_not_applicable": yes_words,
        "role": _roles,
        "formula": formula_words,
    }.get(column)
    return words() if words is not None else {}


def _kinds() -> dict[str, str]:
    return {
        "qualitative": QCoreApplication.translate("SetupChoices", "Qualitative"),
        "quantitative": QCoreApplication.translate("SetupChoices", "Quantitative"),
        "survey": QCoreApplication.translate("SetupChoices", "Survey"),
    }


def _scales() -> dict[str, str]:
    return {
        "points": QCoreApplication.translate("SetupChoices", "Points"),
        "rating": QCoreApplication.translate("SetupChoices", "Rating 0–100"),
        "grade": QCoreApplication.translate("SetupChoices", "Grade"),
        "measure": QCoreApplication.translate("SetupChoices", "Measure"),
        "survey": QCoreApplication.translate("SetupChoices", "Survey"),
    }


def _roles() -> dict[str, str]:
    return {
        "evaluator": QCoreApplication.translate("SetupChoices", "Evaluator"),
        "lead_secretary": QCoreApplication.translate("SetupChoices", "Lead secretary"),
        "quantitative_secretary": QCoreApplication.translate(
            "SetupChoices", "Quantitative secretary"
        ),
    }
