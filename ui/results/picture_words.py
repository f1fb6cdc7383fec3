"""What a saved picture says, and the rows that it shows, as the page shows them now."""

from PySide6.QtCore import QCoreApplication

from ui.charts.bars import Captions
from ui.charts.sheet import Rows, SheetWords
from ui.results.bars_card import row_words
from ui.results.figures import in_order
from ui.results.wording import below_words, cut_name, state_words
from workbench.exact import plain, printed
from workbench.results.figures import histogram
from workbench.results.outcome import Outcome


def sheet_words(outcome: Outcome, *, is_final: bool) -> SheetWords:
    """Return the words of a picture in the language of the window."""
    translate = QCoreApplication.translate
    rules = outcome.definition.rules
    data = histogram(outcome)
    said = [state_words(outcome, is_final=is_final)]
    if outcome.average is not None:
        average = translate("Picture", "average {average}")
        said.append(average.format(average=printed(outcome.average, rules.score_places)))
        said.append("".join(below_words(outcome)))
    return SheetWords(
        title=rules.title,
        rehearsal=translate("PageHead", "Rehearsal (invented scores)") if rules.rehearsal else "",
        state=" · ".join(said),
        distribution=translate("Picture", "Distribution of totals"),
        unit=translate("Picture", "services per {width} points").format(width=plain(data.width)),
        cut_name=cut_name(plain(data.cut)),
        totals=translate("Picture", "Totals"),
        captions=Captions(
            translate("Picture", "Rank"),
            translate("Picture", "Service"),
            translate("Picture", "Adjusted"),
            translate("Picture", "Total"),
        ),
        added=translate("Picture", "Bonus"),
        taken=translate("Picture", "Penalty"),
    )


def sheet_rows(outcome: Outcome, order: str) -> Rows:
    """Return the services in ``order`` with what stands beside them."""
    services = in_order(outcome, order)
    places = outcome.definition.rules.score_places
    return Rows(services, tuple(row_words(row, places) for row in services))
