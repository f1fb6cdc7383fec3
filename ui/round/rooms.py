"""The pages of a round: their order, groups and icons, and how each is made when first shown."""

from collections.abc import Callable
from typing import Final, NamedTuple

from ui.round.lead_page import LeadPage
from ui.round.session import RoundSession


class Room(NamedTuple):
    """One page in the navigation."""

    icon: str
    make: Callable[[RoundSession], LeadPage]


def _overview(session: RoundSession) -> LeadPage:
    from ui.setup.overview_page import OverviewPage

    return OverviewPage(session)


def _rubric(session: RoundSession) -> LeadPage:
    from ui.setup.rubric_page import RubricPage

    return RubricPage(session)


def _roster(session: RoundSession) -> LeadPage:
    from ui.setup.roster_page import RosterPage

    return RosterPage(session)


def _hand_out(session: RoundSession) -> LeadPage:
    from ui.round.hand_out_page import HandOutPage

    return HandOutPage(session)


def _merge(session: RoundSession) -> LeadPage:
    from ui.merging.page import MergePage

    return MergePage(session)


def _moderation(session: RoundSession) -> LeadPage:
    from ui.settling.moderation_page import ModerationPage

    return ModerationPage(session)


def _conflicts(session: RoundSession) -> LeadPage:
    from ui.settling.conflicts_page import ConflictsPage

    return ConflictsPage(session)


def _adjustments(session: RoundSession) -> LeadPage:
    from ui.adjusting.page import AdjustmentsPage

    return AdjustmentsPage(session)


def _measures(session: RoundSession) -> LeadPage:
    from ui.measures.page import MeasuresPage

    return MeasuresPage(session)


def _results(session: RoundSession) -> LeadPage:
    from ui.results.page import ResultsPage

    return ResultsPage(session)


def _robustness(session: RoundSession) -> LeadPage:
    from ui.robustness.page import RobustnessPage

    return RobustnessPage(session)


def _survey(session: RoundSession) -> LeadPage:
    from ui.surveys.page import SurveyPage

    return SurveyPage(session)


def _calibration(session: RoundSession) -> LeadPage:
    from ui.calibration.page import CalibrationPage

    return CalibrationPage(session)


def _wording(session: RoundSession) -> LeadPage:
    from ui.wording.page import WordingPage

    return WordingPage(session)


def _report(session: RoundSession) -> LeadPage:
    from ui.exporting.page import ExportPage

    return ExportPage(session)


def _progress(session: RoundSession) -> LeadPage:
    from ui.ledger.progress_page import ProgressPage

    return ProgressPage(session)


def _objections(session: RoundSession) -> LeadPage:
    from ui.ledger.objections_page import ObjectionsPage

    return ObjectionsPage(session)


def _history(session: RoundSession) -> LeadPage:
    from ui.ledger.history_page import HistoryPage

    return HistoryPage(session)


GROUPS: Final[dict[str, dict[str, Room]]] = {
    "prepare": {
        "overview": Room("calendar", _overview),
        "rubric": Room("rows", _rubric),
        "roster": Room("people", _roster),
        "hand_out": Room("send", _hand_out),
    },
    "collect": {
        "progress": Room("progress", _progress),
        "merge": Room("merge", _merge),
        "conflicts": Room("conflict", _conflicts),
        "moderation": Room("scales", _moderation),
        "adjustments": Room("plusminus", _adjustments),
        "measures": Room("measures", _measures),
    },
    "result": {
        "results": Room("result", _results),
        "robustness": Room("shield", _robustness),
        "survey": Room("survey", _survey),
        "calibration": Room("compare", _calibration),
        "objections": Room("objection", _objections),
        "wording": Room("quote", _wording),
        "report": Room("report", _report),
        "history": Room("history", _history),
    },
}
"""By group in the order of the work, the pages by name."""

ROOMS: Final = {name: room for rooms in GROUPS.values() for name, room in rooms.items()}
PAGES: Final = tuple(ROOMS)
