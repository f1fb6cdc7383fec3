"""Problems of a definition as the set-up pages say them: the place in words, then the sentence."""

from PySide6.QtCore import QCoreApplication

from ui.problems import sentence_of
from ui.setup.choices import choices_of
from ui.setup.columns import caption_of, sheet_word
from workbench.definition.problems import DefinitionProblem
from workbench.errors import AppError

_AFTER_PLACE = ": "


def bare_sentence(problem: DefinitionProblem) -> str:
    """Return what is wrong, without the place: it is said where it stands.

    Fixed values are named by the words that stand in the table, which can be typed as well.
    """
    values, place = {**problem.values, "place": ""}, problem.place
    if place is not None and place.column is not None and "choices" in values:
        words = choices_of(place.sheet, place.column)
        values["choices"] = ", ".join(words.values()) or values["choices"]
    said = sentence_of(AppError(problem.key, **values))
    said = said.removeprefix(_AFTER_PLACE).strip()
    return said[:1].upper() + said[1:]


def place_words(problem: DefinitionProblem) -> str:
    """Return where a problem stands, in the words of the pages."""
    place = problem.place
    if place is None:
        return ""
    parts = [sheet_word(place.sheet)]
    if place.row is not None and place.sheet != "round":
        row = QCoreApplication.translate("SetupWording", "row {number}")
        parts.append(row.format(number=place.row))
    if place.key:
        parts.append(round_word(place.key))
    elif place.column is not None:
        parts.append(caption_of(place.column))
    return " · ".join(parts)


def round_word(key: str) -> str:
    """Return what a key of the round sheet is called."""
    words = {
        "title": QCoreApplication.translate("SetupRound", "Title"),
        "year": QCoreApplication.translate("SetupRound", "Year"),
        "sequence": QCoreApplication.translate("SetupRound", "Round of the year"),
        "legal_basis": QCoreApplication.translate("SetupRound", "Legal basis"),
        "period": QCoreApplication.translate("SetupRound", "Period"),
        "institute": QCoreApplication.translate("SetupRound", "Institute"),
        "pool": QCoreApplication.translate("SetupRound", "Yearly pool"),
        "cut": QCoreApplication.translate("SetupRound", "Cut"),
        "score_places": QCoreApplication.translate("SetupRound", "Decimals"),
        "rounding_stage": QCoreApplication.translate("SetupRound", "Rounding"),
        "aggregation": QCoreApplication.translate("SetupRound", "Several marks"),
        "rehearsal": QCoreApplication.translate("SetupRound", "Rehearsal"),
        "bands": QCoreApplication.translate("SetupRound", "Bands"),
        "comment_below": QCoreApplication.translate("SetupRound", "Reason below"),
        "comment_at_max": QCoreApplication.translate("SetupRound", "Reason at the maximum"),
        "min_respondents": QCoreApplication.translate("SetupRound", "Least respondents"),
        "adjustment_cap": QCoreApplication.translate("SetupRound", "Cap of adjustments"),
        "deadline": QCoreApplication.translate("SetupRound", "Deadline"),
        "contact": QCoreApplication.translate("SetupRound", "Contact"),
    }
    return words.get(key, key)
