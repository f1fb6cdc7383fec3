"""The words of the export page: what is told of, what is counted, and where it is dealt with."""

from PySide6.QtCore import QCoreApplication

from workbench.reports.preview import Tally, Topic


def topic_word(topic: Topic) -> str:
    """Return what a line speaks of."""
    return {
        Topic.INCOMPLETE: QCoreApplication.translate("Export", "Incomplete services"),
        Topic.CONFLICT: QCoreApplication.translate("Export", "Open conflicts"),
        Topic.MIXTURE: QCoreApplication.translate("Export", "Not applicable mixed with marks"),
        Topic.STALE: QCoreApplication.translate("Export", "Moderations to confirm"),
        Topic.FUTURES: QCoreApplication.translate("Export", "Score books that went two ways"),
        Topic.ENTER_AGAIN: QCoreApplication.translate("Export", "Values to enter again"),
        Topic.UNSEALED: QCoreApplication.translate("Export", "Evaluators not sealed"),
        Topic.OBJECTION: QCoreApplication.translate("Export", "Undecided objections"),
        Topic.OTHER: QCoreApplication.translate("Export", "Other reasons"),
        Topic.EXEMPT: QCoreApplication.translate("Export", "Exempt services"),
        Topic.STRAY: QCoreApplication.translate("Export", "Values that do not count"),
        Topic.UNTOLD: QCoreApplication.translate("Export", "Services nobody wrote about"),
        Topic.SCORES: QCoreApplication.translate("Export", "Scores and ranks of services"),
        Topic.BELOW: QCoreApplication.translate("Export", "Names of services below the cut"),
        Topic.EVALUATORS: QCoreApplication.translate("Export", "Evaluators and their marks"),
        Topic.OPINIONS: QCoreApplication.translate("Export", "Overall opinions"),
        Topic.SHEETS: QCoreApplication.translate("Export", "Sheets only the workbook has"),
    }[topic]


def tally_words(tally: Tally, count: int) -> str:
    """Return how many there are of something."""
    return {
        Tally.SERVICES: QCoreApplication.translate("Export", "Services {count}"),
        Tally.COUNTED: QCoreApplication.translate("Export", "Counted {count}"),
        Tally.BELOW: QCoreApplication.translate("Export", "Below the cut {count}"),
        Tally.OPEN: QCoreApplication.translate("Export", "Not counted {count}"),
        Tally.INDICATORS: QCoreApplication.translate("Export", "Indicators {count}"),
        Tally.VALUES: QCoreApplication.translate("Export", "Values {count}"),
        Tally.TEXTS: QCoreApplication.translate("Export", "Findings {count}"),
        Tally.FINAL_TEXTS: QCoreApplication.translate("Export", "in final wording {count}"),
        Tally.MODERATIONS: QCoreApplication.translate("Export", "Moderated marks {count}"),
        Tally.ADJUSTMENTS: QCoreApplication.translate("Export", "Adjustments {count}"),
        Tally.FIGURES: QCoreApplication.translate("Export", "Computed figures {count}"),
        Tally.OBJECTIONS: QCoreApplication.translate("Export", "Objections {count}"),
        Tally.VERSIONS: QCoreApplication.translate("Export", "Versions {count}"),
        Tally.EVALUATORS: QCoreApplication.translate("Export", "Evaluators {count}"),
    }[tally].format(count=f"{count:,}")


def page_word(page: str) -> str:
    """Return the name of a page that something is dealt with on, as the navigation says it."""
    return {
        "roster": QCoreApplication.translate("Nav", "Services and people"),
        "progress": QCoreApplication.translate("Nav", "Progress"),
        "conflicts": QCoreApplication.translate("Nav", "Conflicts"),
        "moderation": QCoreApplication.translate("Nav", "Moderation"),
        "adjustments": QCoreApplication.translate("Nav", "Bonus and penalty"),
        "measures": QCoreApplication.translate("Nav", "Confirm figures"),
        "results": QCoreApplication.translate("Nav", "Result"),
        "robustness": QCoreApplication.translate("Nav", "Robustness"),
        "calibration": QCoreApplication.translate("Nav", "Evaluators"),
        "objections": QCoreApplication.translate("Nav", "Objections"),
        "wording": QCoreApplication.translate("Nav", "Report texts"),
    }[page]


def and_more(count: int) -> str:
    """Return that so many more are not named."""
    return QCoreApplication.translate("Export", "and {count} more").format(count=count)
