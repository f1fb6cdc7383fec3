"""The words of firmness: ways of computing, whose mark becomes what, and why a label stands."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.results.wording import verdict_word
from workbench.definition.terms import Definition, Scale, Uid
from workbench.exact import printed
from workbench.reports.totals_sheet import gap_places
from workbench.results.outcome import Verdict
from workbench.results.robustness import Change, Firmness, Robustness, Way

MINUS: Final = "−"


def way_word(way: Way) -> str:
    """Return what a way of computing is called."""
    return {
        Way.MEAN: QCoreApplication.translate("Robustness", "By mean"),
        Way.MEDIAN: QCoreApplication.translate("Robustness", "By median"),
        Way.TRIMMED_MEAN: QCoreApplication.translate("Robustness", "By trimmed mean"),
        Way.ROUND_INDICATOR: QCoreApplication.translate("Robustness", "Rounded by indicator"),
        Way.ROUND_SECTION: QCoreApplication.translate("Robustness", "Rounded by section"),
        Way.ROUND_TOTAL: QCoreApplication.translate("Robustness", "Rounded in the total"),
        Way.SURVEY: QCoreApplication.translate("Robustness", "Other satisfaction rule"),
    }[way]


def person_name(definition: Definition, evaluator: Uid | None) -> str:
    """Return who gave a mark; None is the agreed mark."""
    if evaluator is None:
        return QCoreApplication.translate("Robustness", "Agreed mark")
    person = definition.evaluator[evaluator]
    return f"{person.name} ({person.code})"


def margin_text(definition: Definition, margin: Decimal) -> str:
    """Return the distance from the cut with its sign."""
    said = printed(abs(margin), gap_places(definition.rules))
    return f"{MINUS}{said}" if margin < 0 else f"+{said}" if margin > 0 else said


def change_words(definition: Definition, change: Change) -> str:
    """Return whose mark of which indicator would have to become what."""
    indicator = definition.indicator[change.indicator]
    places = definition.rules.score_places
    before, after = change.before, change.after
    if indicator.scale is Scale.RATING:
        words = QCoreApplication.translate(
            "Robustness", "{who}, {code} {name}: rating {before} → {after} ({by} points)"
        )
    elif indicator.scale is Scale.GRADE:
        words = QCoreApplication.translate(
            "Robustness", "{who}, {code} {name}: {before} → {after} ({by} points)"
        )
    else:
        words = QCoreApplication.translate(
            "Robustness", "{who}, {code} {name}: {before} → {after} points ({by})"
        )
    return words.format(
        who=person_name(definition, change.evaluator),
        code=indicator.code,
        name=indicator.name,
        before=before,
        after=after,
        by=change.signed(places),
    )


def turned_words(definition: Definition, row: Robustness, change: Change) -> str:
    """Return what a change leads to."""
    other = Verdict.PASS if row.verdict is Verdict.BELOW else Verdict.BELOW
    words = QCoreApplication.translate(
        "Robustness", "The total would be {total} and the verdict “{verdict}”."
    )
    total = printed(change.total, definition.rules.score_places)
    return words.format(total=total, verdict=verdict_word(other))


def why_words(definition: Definition, row: Robustness) -> str:
    """Return why the verdict has its label, in one or two sentences."""
    said = []
    if row.hinging:
        words = QCoreApplication.translate(
            "Robustness", "Without the marks of {names} the verdict is the other one."
        )
        if len(row.hinging) > 1:
            words = QCoreApplication.translate(
                "Robustness", "Without any one of {names} the verdict is the other one."
            )
        names = ", ".join(person_name(definition, one) for one in row.hinging)
        said.append(words.format(names=names))
    if row.turning:
        words = QCoreApplication.translate(
            "Robustness", "Computed otherwise the verdict is the other one: {ways}."
        )
        said.append(words.format(ways=", ".join(way_word(way).lower() for way in row.turning)))
    if row.firmness is Firmness.CLOSE and row.near is not None:
        said.append(
            QCoreApplication.translate(
                "Robustness",
                "One mark changed by at most a quarter of its maximum turns the verdict.",
            )
        )
    if row.firmness is Firmness.FIRM:
        said.append(
            QCoreApplication.translate(
                "Robustness",
                "No evaluator left out, no other way of computing and no small change of one "
                "mark turns the verdict.",
            )
        )
    return " ".join(said)


def label_words() -> tuple[tuple[Firmness, str], ...]:
    """Return what each label means."""
    return (
        (
            Firmness.HINGES,
            QCoreApplication.translate(
                "Robustness", "Without one evaluator the verdict is the other one."
            ),
        ),
        (
            Firmness.CLOSE,
            QCoreApplication.translate(
                "Robustness",
                "Another way of computing turns it, or one mark changed by at most a quarter of "
                "its maximum, which is one step of a five-point scale.",
            ),
        ),
        (Firmness.FIRM, QCoreApplication.translate("Robustness", "Neither of these turns it.")),
    )
