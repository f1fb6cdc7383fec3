"""From a path to its page; imports what a document needs only when one is opened."""

from pathlib import Path
from typing import Any

from ui.document_page import DocumentPage
from ui.tasks import Runner
from workbench.progress import Progress


def open_page(path: Path, place: dict[str, Any], runner: Runner) -> DocumentPage:
    """Open ``path`` and return its page, set back to where it was left.

    Raises:
        StoreError: absent, not ours, damaged, newer or held by another program.
    """
    from workbench.documents import kind_of

    if kind_of(path) == "score":
        from ui.scoring.page import ScoreBookPage
        from workbench.scoring.book import open_book

        return ScoreBookPage(open_book(path), place)
    from ui.round.page import RoundPage
    from workbench.rounds import open_round

    return RoundPage(open_round(path), place, runner)


def make_round(definition: Path, target: Path) -> None:
    """Make a round from a definition.

    Raises:
        DefinitionUnfit: with every problem of the definition.
        InputError: the target exists.
        StoreError: the disk refuses.
    """
    from workbench.rounds import new_round

    new_round(definition, target)


def play_sample(folder: Path, progress: Progress) -> Path:
    """Play the sample round in ``folder`` and return its round file.

    Raises:
        InputError: the folder exists already.
        StoreError: the disk refuses.
    """
    from workbench.sample.demo import play

    return play(folder, progress=progress).round
