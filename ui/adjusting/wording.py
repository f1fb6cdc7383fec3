"""The words of bonus and penalty that several parts of the page say."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.scoring.numbers import NOTHING
from workbench.adjusting.effects import Effect
from workbench.adjusting.points import signed
from workbench.definition.terms import Definition, Rules
from workbench.exact import plain
from workbench.results.figures import most_points
from workbench.results.outcome import Verdict

VERDICT_ROLES: Final = {
    Verdict.PASS: "success",
    Verdict.BELOW: "danger",
    Verdict.CONFLICT: "danger",
    Verdict.INCOMPLETE: "warning",
    Verdict.EXEMPT: "text3",
}


def cap_words(rules: Rules) -> str:
    """Return how much a service may be adjusted by, or nothing where there is no cap."""
    if rules.adjustment_cap is None:
        return ""
    words = QCoreApplication.translate("Adjusting", "cap ±{cap}")
    return words.format(cap=plain(rules.adjustment_cap))


def held_words(definition: Definition, effect: Effect) -> str:
    """Return what cut the points on their way into the total, or nothing."""
    places = definition.rules.score_places
    said = []
    if effect.is_capped:
        words = QCoreApplication.translate(
            "Adjusting", "Of {given} points, {applied} count: {cap}."
        )
        said.append(
            words.format(
                given=signed(effect.given, places),
                applied=signed(effect.applied, places),
                cap=cap_words(definition.rules),
            )
        )
    if effect.is_clipped:
        words = QCoreApplication.translate("Adjusting", "A total stays within 0 and {most} points.")
        said.append(words.format(most=plain(most_points(definition))))
    return " ".join(said)


def open_words(effect: Effect) -> str:
    """Return why there is no total yet that points could change, or nothing."""
    if effect.total is not None:
        return ""
    if effect.verdict is Verdict.EXEMPT:
        return QCoreApplication.translate(
            "Adjusting", "The service is exempt, so nothing can be added to it."
        )
    return QCoreApplication.translate(
        "Adjusting", "The service has no total yet. Points given here count once it has."
    )


def total_words(effect: Effect, places: int) -> str:
    """Return a total as printed, or a dash."""
    return NOTHING if effect.total is None else f"{effect.total:.{places}f}"
