"""Every page that is pictured: how the window comes to show it."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from models.pages import PAGE
from tests.own_window import after, press, type_text, until
from tests.pictures.stage import RECUSED, SCORED
from tests.workbench.calibration.judging_round import shared_round
from tests.workbench.surveys.raw_survey import as_xlsx, drawn
from tests.workbench.surveys.worded_survey import FIVE, answers, in_words, merged_book
from ui.scoring.cell import Cell
from ui.scoring.orders import Order
from workbench.adjusting.adjusting import adjust
from workbench.backups.shelf import Why, keep_image
from workbench.measures.confirmations import Stand
from workbench.measures.confirming import confirm_figures, read_figures
from workbench.reports.edition import Audience
from workbench.reports.form import Form
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book
from workbench.scoring.table import TableRow, enter_rows
from workbench.surveys.previewing import preview_table
from workbench.surveys.remembering import mapping_for
from workbench.surveys.table_reading import read_survey
from workbench.surveys.taking import take_survey
from workbench.wording.passages import Line, word_passages

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.pictures.stage import Documents, Stage
    from ui.adjusting.page import AdjustmentsPage
    from ui.backups.rescue_page import RescuePage
    from ui.measures.page import MeasuresPage
    from ui.round.page import RoundPage
    from ui.scoring.page import ScoreBookPage
    from ui.surveys.importing.page import SurveyImportPage
    from workbench.rounds.desk import RoundDesk

K = Qt.Key
GROWN = "수출 상담 923 → 2,671건으로 289.38% 상승, 전시 참가기업의 만족도가 높다"
PASTED = "8\t4.5\t3\n7.5\t99\t우수\n없음\t4\t2"
"""Marks of C1, C2 and C4 for three services; two of them cannot stand."""


def start(stage: Stage) -> None:
    stage.start()


def by_service(stage: Stage) -> None:
    half(stage)


def figures(stage: Stage) -> None:
    at(stage.book(stage.documents.figures), SCORED + 1, "I3", "actual")


def figures_explained(stage: Stage) -> None:
    """A target below last year's actual; how the points come about while the actual is in work."""
    at(stage.book(stage.documents.figures), 6, "I1", "actual")


def figures_in_steps(stage: Stage) -> None:
    at(stage.book(stage.documents.figures), 13, "C3", "actual")
    type_text("1600")


def figures_of_survey(stage: Stage) -> None:
    at(stage.book(stage.documents.figures), 3, "S1", "survey_mean")


def refused(stage: Stage) -> None:
    half(stage)
    type_text("99")
    press(K.Key_Return)


def recused(stage: Stage) -> None:
    page = stage.book(stage.documents.half)
    page.work.go_to(Cell(service(page, RECUSED), None, ""))


def by_indicator(stage: Stage) -> None:
    page = at(stage.book(stage.documents.half), 5, "C5")
    page.work.show_order(Order.INDICATOR)


def grid(stage: Stage) -> ScoreBookPage:
    page = at(stage.book(stage.documents.half), 10, "C1")
    page.work.show_order(Order.GRID)
    return page


def paste_preview(stage: Stage) -> None:
    grid(stage)
    QGuiApplication.clipboard().setText(PASTED)
    press(K.Key_V, Qt.KeyboardModifier.ControlModifier)


def hand_over(stage: Stage) -> None:
    stage.book(stage.documents.half).show_hand_over()


def receipt(stage: Stage) -> None:
    stage.book(stage.documents.receipt).show_hand_over()


def backups(stage: Stage) -> None:
    stage.book(stage.documents.half).show_backups()


def rescue(stage: Stage) -> None:
    """A damaged book of which a backup is sound."""
    page = _rescued(stage, "damaged")
    until(lambda: page.restore_it.isVisible())


def rescue_salvaged(stage: Stage) -> None:
    """What could be read of it, and what is missing."""
    page = _rescued(stage, "damaged-twice")
    until(lambda: page.restore_it.isVisible())
    if page.told.isHidden():
        after(page.answered, page.salvage_it.click)


def _rescued(stage: Stage, folder: str) -> RescuePage:
    """Open a book of which the first pages and the end are gone; its backup is sound."""
    path = _beside(stage, folder)
    content = path.read_bytes()
    if content.startswith(b"SQLite"):
        with open_book(stage.documents.half) as book:
            keep_image(book.uid, book.image(), Why.TIME, book.path)
        path.write_bytes(bytes(3 * PAGE) + content[3 * PAGE : -4 * PAGE])
    stage.window.open_document(path)
    return stage.window.page


def place_offer(stage: Stage) -> None:
    """A book in a folder that is synchronised: a working copy is offered."""
    stage.window.open_document(_beside(stage, "네이버 MYBOX"))
    until(lambda: stage.window.page is not None)


def _beside(stage: Stage, folder: str) -> Path:
    """A copy of the half-done book in a folder of this name, made when it is first shown."""
    target = stage.documents.half.parent / folder / stage.documents.half.name
    stage.window.close_document()
    if not target.exists():
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(stage.documents.half, target)
    return target


def pledge(stage: Stage) -> None:
    stage.book(stage.documents.fresh).show_pledge()


def keys(stage: Stage) -> None:
    half(stage)
    press(K.Key_F1)


def history(stage: Stage) -> None:
    page = at(stage.book(stage.documents.half), 2, "C1")
    page.acts["history"].trigger()


def service_checked(stage: Stage) -> None:
    half(stage)
    press(K.Key_F9)


def texts(stage: Stage) -> None:
    page = at(stage.book(stage.documents.half), 2, "C8")
    page.work.go_to(Cell(service(page, 2), None, "opinion"))


def hand_out(stage: Stage) -> None:
    stage.round(stage.documents.round, "hand_out")


def merge(stage: Stage) -> None:
    stage.merging()


def disputed(stage: Stage, kind: str) -> RoundPage:
    return stage.round(stage.documents.disputed, kind)


def conflicts(stage: Stage) -> None:
    disputed(stage, "conflicts").page("conflicts").sheet.take(2)


def robustness(stage: Stage) -> None:
    stage.round(stage.documents.round, "robustness")


def results(stage: Stage) -> None:
    """The result with how firm every verdict is, which comes a moment later."""
    below = stage.round(stage.documents.round, "results").page("results").overview.below
    until(below.close_ones.isVisible)


def result_detail(stage: Stage, kind: str = "round") -> RoundPage:
    """The marks of the service below the cut that is nearest to it."""
    page = stage.round(getattr(stage.documents, kind), "results")
    shown = page.page("results")
    shown.overview.below.list.opened.emit(shown.overview.below.list.chosen())
    return page


def result_history(stage: Stage) -> None:
    """A mark of the service with an agreed one, and how it came about."""
    page = stage.round(stage.documents.disputed, "results")
    shown = page.page("results")
    service = next(row.uid for row in page.session.definition.services if row.number == 17)
    shown.show_place(service)
    line = next(key for key in shown.detail.card.asking() if key[0] == "agreed")
    shown.detail.card.choose(line)
    press(K.Key_Return)


def report(stage: Stage) -> None:
    stage.round(stage.documents.round, "report")


def report_open(stage: Stage) -> None:
    """Every kind of open thing, for the public: what stays out and what goes in."""
    page = disputed(stage, "report").page("report")
    page.choices.audiences[Audience.PUBLIC].setChecked(True)
    page.choices.forms[Form.DOCUMENT].setChecked(True)


def adjusted(stage: Stage) -> AdjustmentsPage:
    """A copy of the round in which two services got a bonus and one of them a penalty."""
    path = stage.documents.round.with_name("adjusted.round")
    if not path.exists():
        stage.start()  # nothing is copied that a window holds for writing
        shutil.copyfile(stage.documents.round, path)
        with open_round(path) as desk:
            adjust(desk, 8, "+1.5", "국무총리 표창", "표창장 사본 1부")
            adjust(desk, 17, "+0.5", "우수사례 경진대회 입상", "결과 통보 공문 3쪽")
            adjust(desk, 17, "-0.25", "지도점검 지적 2건 미조치")
    shown = stage.round(path, "adjustments").page("adjustments")
    shown.sheet.form.given_up.emit()  # what another picture left typed
    shown.go_to(next(row.uid for row in shown.session.definition.services if row.number == 17))
    return shown


def adjustments(stage: Stage) -> None:
    """What a bonus would do, before it is stored."""
    page = adjusted(stage)
    page.sheet.form.begin()
    type_text("+0.5")


def adjustment_refused(stage: Stage) -> None:
    """A forgotten sign."""
    page = adjusted(stage)
    page.sheet.form.reason.setText("자체감사 우수")
    page.sheet.form.begin()
    type_text("1.5")
    press(K.Key_Return)


def adjustment_taken_back(stage: Stage) -> None:
    page = adjusted(stage)
    page.sheet.given.take_back.click()


def survey(stage: Stage) -> None:
    """Satisfaction out of raw answers; the service that the other conversion turns is chosen."""
    folder = stage.documents.round.with_name("surveyed")
    if not folder.exists():
        stage.start()  # nothing is copied that a window holds for writing
        folder.mkdir()
        take_survey_into(folder, stage.documents)
    shown = stage.round(folder / "surveyed.round", "survey").page("survey")
    shown.list.sort_by("number")
    shown.go_to(shown._found.flips[0].uid)


def take_survey_into(folder: Path, documents: Documents) -> None:
    """Copy the merged round, and merge the book of figures into it with a survey taken in."""
    round_ = shutil.copyfile(documents.round, folder / "surveyed.round")
    (found,) = documents.receipt.parent.glob("Q1_*.score")
    path = Path(shutil.copyfile(found, folder / found.name))
    with open_book(path) as book:
        numbers = [row.number for row in book.definition.services]
        raw = drawn(numbers[:-2], 60, missing=3, odd=60).table
        del raw[1 + 7 * 60 + 24 : 1 + 8 * 60]  # of the eighth service two dozen are left
        raw_file = as_xlsx(folder / "만족도 원자료.xlsx", raw)
        table = read_survey(raw_file, book.definition.services)
        take_survey(book, preview_table(book, table, mapping_for(table)))
        enter_rows(book, [TableRow(2, str(numbers[4]), "S1", "survey_mean", "4.4")])
        book.seal()
    with open_round(Path(round_)) as desk:
        desk.merge([path])


def looked_at(stage: Stage) -> MeasuresPage:
    """Half of the figures are confirmed, and two of those changed since."""
    folder = stage.documents.round.with_name("looked-at")
    if not folder.exists():
        stage.start()  # nothing is copied that a window holds for writing
        folder.mkdir()
        look_at_figures(folder, stage.documents)
    page = stage.round(folder / "looked-at.round", "measures").page("measures")
    page.list.ask_all.put_away()  # what another picture left open
    page.list.take_filters("service", "", only_waiting=True)
    page.form.by_chosen.emit(next(row.uid for row in page.session.definition.evaluators))
    return page


def look_at_figures(folder: Path, documents: Documents) -> None:
    round_ = Path(shutil.copyfile(documents.round, folder / "looked-at.round"))
    (found,) = documents.receipt.parent.glob("Q1_*.score")
    path = Path(shutil.copyfile(found, folder / found.name))
    with open_round(round_) as desk:
        waiting = [row for row in read_figures(desk).rows if row.stand is Stand.WAITING]
        by = next(row.uid for row in desk.definition.evaluators)
        half = [row.pair for row in waiting if row.service.number in (3, 4, 6, 7, 9, 11)]
        confirm_figures(desk, half, by, "증빙 대조")
    with open_book(path) as book:
        rows = ((3, "S1", "survey_mean", "4.1"), (6, "I1", "actual", "1300"))
        enter_rows(
            book, [TableRow(at, str(number), *rest) for at, (number, *rest) in enumerate(rows)]
        )
        book.seal()
    with open_round(round_) as desk:
        desk.merge([path])


def measures(stage: Stage) -> None:
    """Figures that changed since they were confirmed; a note is being typed."""
    page = looked_at(stage)
    stale = [row for row in page.list.fitting() if row.stand is Stand.STALE]
    page.go_to(stale[-1].pair)
    page.form.note.setText("정산서 4쪽과 대조")
    page.form.begin()


def measures_confirmed(stage: Stage) -> None:
    """A survey that is confirmed, in the list of all."""
    page = looked_at(stage)
    page.list.take_filters("state", "", only_waiting=False)
    done = [row for row in page.list.fitting() if row.stand is Stand.CONFIRMED]
    page.go_to(next(row.pair for row in done if row.made.indicator.code == "S1"))
    page.list.take_focus()


def measures_all(stage: Stage) -> None:
    """How many would be confirmed in one go."""
    page = looked_at(stage)
    page.go_to(page.list.fitting()[2].pair)
    page.list.ask_all.ask()


def survey_import(stage: Stage) -> None:
    """Raw answers before they are taken in; of the fifth service only two dozen came."""
    page = stage.book(stage.documents.figures)
    path = stage.documents.figures.with_name("만족도 원자료.xlsx")
    if not path.exists():
        raw = drawn([row.number for row in page.desk.definition.services], 60, odd=30).table
        del raw[1 + 4 * 60 + 24 : 1 + 5 * 60]
        as_xlsx(path, raw)
    board = importing(page, path).board
    board.columns.table.choose("휴대전화")
    board.take_focus()


def survey_import_words(stage: Stage) -> None:
    """Merged groups above the questions, answers in words; one word has no number yet."""
    page = stage.book(stage.documents.figures)
    path = stage.documents.figures.with_name("만족도 낱말 응답.xlsx")
    if not path.exists():
        numbers = [row.number for row in page.desk.definition.services]
        rows = in_words(answers(Random(4), numbers, 40, 5), FIVE)
        for row in rows[:7]:
            row[2] = "아주 좋아요"
        merged_book(path, rows)
    words = importing(page, path).board.words
    words.table.choose("아주 좋아요")
    words.table.setFocus(Qt.FocusReason.TabFocusReason)


def importing(page: ScoreBookPage, path: Path) -> SurveyImportPage:
    """Show the import of a file: anew, or as it was left."""
    way = page.survey
    if way.page is None or way.page.file != path:
        way.begin_with(path)
        after(way.page.previewed, lambda: None)
    else:
        after(way.page.previewed, way.begin)
    return way.page


def calibration_shared(stage: Stage) -> None:
    """Three evaluators who share every cell; the strictest is chosen."""
    folder = stage.documents.round.with_name("shared")
    if not folder.exists():
        shared_round(folder)
    shown = stage.round(folder / "회차.round", "calibration").page("calibration")
    shown.go_to(shown.session.definition.evaluators[2].uid)


def calibration(stage: Stage) -> None:
    """The sample: nothing is shared, nothing to ask."""
    stage.round(stage.documents.round, "calibration").page("calibration").go_to(b"")


def finality(stage: Stage, kind: str) -> None:
    """What keeps a round open, if anything, and the figures that no second person confirmed."""
    shown = stage.round(getattr(stage.documents, kind), "history").page("history")
    shown.finality_button.click()


def wording(stage: Stage) -> None:
    """The first services are worded; on a line of the third there is something to remark."""
    page = stage.round(stage.documents.disputed, "wording").page("wording")
    after(page.looked, lambda: page.session.change(lambda desk, _: word(desk), "word"))
    page.go_to(page.session.definition.services[2].uid)
    page.originals.list.choose_row(0)
    page.final.lists["achievement"].begin(1)


def word(desk: RoundDesk) -> None:
    """Word what is worded in the pictures; what stands there already stays."""
    findings = desk.outcome().findings
    for service in desk.definition.services[:3]:
        for kind in ("achievement", "improvement")[: 1 if service.number == 3 else 2]:
            rows = [row for row in findings if (row.service, row.kind) == (service.uid, kind)]
            lines = [Line(row.uid, row.text, ((row.evaluator, row.uid),)) for row in rows[:2]]
            if service.number == 3:
                lines.append(Line(b"growth of visits", GROWN))
            word_passages(desk, service.uid, kind, lines)


SHOTS: dict[str, Callable[[Stage], object]] = {
    "start": start,
    "score-book-by-service": by_service,
    "score-book-figures": figures,
    "score-book-figures-explained": figures_explained,
    "score-book-figures-in-steps": figures_in_steps,
    "score-book-survey-figures": figures_of_survey,
    "score-book-refused": refused,
    "score-book-recused": recused,
    "score-book-checked": service_checked,
    "score-book-texts": texts,
    "score-book-by-indicator": by_indicator,
    "grid": grid,
    "grid-paste-preview": paste_preview,
    "history": history,
    "keys": keys,
    "pledge": pledge,
    "hand-over-check": hand_over,
    "receipt": receipt,
    "backups": backups,
    "rescue": rescue,
    "rescue-salvaged": rescue_salvaged,
    "place-offer": place_offer,
    "round-overview": partial(disputed, kind="overview"),
    "round-rubric": partial(disputed, kind="rubric"),
    "round-roster": partial(disputed, kind="roster"),
    "round-hand-out": hand_out,
    "progress": partial(disputed, kind="progress"),
    "merge": merge,
    "conflicts": conflicts,
    "moderation": partial(disputed, kind="moderation"),
    "adjustments": adjustments,
    "adjustment-refused": adjustment_refused,
    "adjustment-taken-back": adjustment_taken_back,
    "results": results,
    "result-detail": result_detail,
    "result-history": result_history,
    "robustness": robustness,
    "survey": survey,
    "survey-import": survey_import,
    "survey-import-words": survey_import_words,
    "measures": measures,
    "measures-confirmed": measures_confirmed,
    "measures-all": measures_all,
    "calibration": calibration,
    "calibration-shared": calibration_shared,
    "objections": partial(disputed, kind="objections"),
    "wording": wording,
    "report": report,
    "report-open": report_open,
    "round-history": partial(disputed, kind="history"),
    "round-final": partial(finality, kind="round"),
    "round-final-kept-open": partial(finality, kind="disputed"),
}
"""By name, in the order of the pictures' numbers."""


def half(stage: Stage) -> ScoreBookPage:
    """The book half done, at the first mark that is missing."""
    return at(stage.book(stage.documents.half), SCORED + 1, "C4")


def at(page: ScoreBookPage, number: int, code: str, field: str = "score") -> ScoreBookPage:
    uid = service(page, number)
    page.work.go_to(Cell(uid, page.desk.overview.row(uid, code).indicator.uid, field))
    return page


def service(page: ScoreBookPage, number: int) -> bytes:
    every = page.desk.definition.services
    return next(row.uid for row in every if row.number == number)
