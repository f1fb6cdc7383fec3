"""The pages of a round: their order, groups and icons, and how each is made when first shown."""

from collections.abc import Callable
from typing import Final, NamedTuple

from ui.round.lead_page import LeadPage
from ui.round.session import RoundSession


class Room(NamedTuple):
    """One page in the navigation."""

    icon: str
    make: Callable[[RoundSession], LeadPage]


def _hand_out(session: RoundSession) -> LeadPage:
    from ui.round.hand_out_page import HandOutPage

    return HandOutPage(session)


def _merge(session: RoundSession) -> LeadPage:
    from ui.merging.page import MergePage

    return MergePage(session)


def _results(session: RoundSession) -> LeadPage:
    from ui.results.page import ResultsPage

    return ResultsPage(session)


def _report(session: RoundSession) -> LeadPage:
    from ui.round.report_page import ReportPage

    return ReportPage(session)


GROUPS: Final[dict[str, dict[str, Room]]] = {
    "prepare": {"hand_out": Room("send", _hand_out)},
    "collect": {"merge": Room("merge", _merge)},
    "result": {"results": Room("result", _results), "report": Room("report", _report)},
}
"""By group in the order of the work, the pages by name."""

ROOMS: Final = {name: room for rooms in GROUPS.values() for name, room in rooms.items()}
PAGES: Final = tuple(ROOMS)
