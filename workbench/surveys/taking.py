"""Taking a previewed survey into the score book: all its figures and bases, as one step."""

from workbench.definition.problems import runs
from workbench.errors import InputError
from workbench.scoring.book import Book
from workbench.scoring.sheet import SheetState
from workbench.surveys.preview import SurveyPreview
from workbench.surveys.remembering import remember


def take_survey(book: Book, preview: SurveyPreview) -> int:
    """Store what ``preview`` shows, in one transaction and as one step that can be taken back.

    Returns how many revisions that made: none where every cell holds it already. The mapping is
    remembered for tables with the same header row.

    Raises:
        InputError: a text would be too long for its cell, or the owner was recused from a service
            since; nothing was stored.
        StoreError: the disk refuses; nothing was stored.
    """
    recused = [
        row.service.number
        for row in preview.services
        if book.sheet(row.service.uid).state is SheetState.RECUSED
    ]
    if recused:
        raise InputError("survey_recused_since", numbers=runs(recused))
    made = book.write(
        [
            book.change(row.service.uid, row.indicator, field, text)
            for row in preview.services
            for field, text in row.figures
        ]
    )
    if preview.table is not None:
        remember(preview.table, preview.mapping)
    return made
