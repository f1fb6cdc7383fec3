"""A survey from the menu to the sheet, by real keys, from a real workbook."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt

from tests.ui.surveys.on_the_page import K, M, cells, choose_role, figures, go_to, sentences
from tests.workbench.surveys.raw_survey import as_csv, drawn
from ui.surveys.importing.roles import Part, Role
from workbench.exact import plain, printed
from workbench.scoring.book import open_book
from workbench.surveys.basis import basis_in
from workbench.surveys.remembering import remembered


def test_a_survey_goes_from_the_menu_into_the_sheet(
    importing, book_page, figures_book, keys, qtbot, speak
) -> None:
    speak("en")
    page = importing()
    preview = page.found.preview
    assert len(preview.services) == 5
    assert page.head.take.text() == "Take in services: 5"
    shown, first = cells(page.board.preview.table), preview.services[0]
    assert shown[0][2] == str(first.basis.n)
    assert shown[0][4] == printed(first.basis.index, 2)
    assert shown[0][6] == printed(first.points, 2)
    assert shown[0][7] == "new"
    with qtbot.waitSignal(page.taken):
        keys.press(K.Key_Return, M.ControlModifier)
    assert book_page.work.isVisible()
    cell = book_page.work.current()
    assert (cell.service, cell.subject) == (first.service.uid, first.indicator)
    assert book_page.desk.row(cell).points == first.points
    assert book_page._bottom.text().startswith("Saved ")
    assert "services 5" in book_page._bottom.text()
    with open_book(figures_book, read_only=True) as stored:
        assert figures(stored, 1)["survey_mean"] == plain(first.basis.mean)
        basis = basis_in(stored.heads, stored.owner.uid, first.service.uid, first.indicator)
        assert basis == first.basis
        assert figures(stored, 6) == {}


def test_taking_is_one_step(importing, book_page, keys, qtbot) -> None:
    book = book_page.desk.book
    page = importing()
    with qtbot.waitSignal(page.taken):
        keys.press(K.Key_Return, M.ControlModifier)
    assert figures(book, 5)
    keys.press(K.Key_Z, M.ControlModifier)
    assert [figures(book, number) for number in range(1, 6)] == [{}] * 5
    keys.press(K.Key_Y, M.ControlModifier)
    assert all(figures(book, number) for number in range(1, 6))


def test_the_preview_names_what_is_odd(importing, speak) -> None:
    speak("en")
    said = "\n".join(sentences(importing()))
    odd = ("outside the scale", "Block of duplicates", "성명", "휴대전화", "missing by question")
    for word in odd:
        assert word in said


def test_a_role_is_changed_by_keys_and_the_preview_follows(importing, keys, qtbot, speak) -> None:
    speak("en")
    page = importing()
    before = page.found.preview
    go_to(page, "종합 만족도", keys)
    with qtbot.waitSignal(page.previewed):
        choose_role(page, "Left out", keys)
        assert not page.head.take.isEnabled()  # what it would take is not known yet
    after = page.found.preview
    assert "종합 만족도" in before.mapping.overall
    assert "종합 만족도" not in after.mapping.questions
    assert "종합 만족도" in after.mapping.left_out
    assert before.services[0].basis.overall_mean != after.services[0].basis.overall_mean
    assert keys.target() is page.board.columns.table


def test_several_columns_go_into_a_new_group_named_by_keys(importing, keys, qtbot, speak) -> None:
    speak("en")
    page = importing()
    go_to(page, "전반-1 전반적으로 만족하십니까?", keys)
    keys.press(K.Key_Down, M.ShiftModifier)
    choose_role(page, "Factor · new group…", keys)
    assert keys.target() is page.board.columns.name
    keys.commit("성")
    keys.compose("과")  # the syllable is still being composed
    with qtbot.waitSignal(page.previewed):
        keys.press(K.Key_Return)
    mapping = page.found.preview.mapping
    assert mapping.dimensions[-1].name == "성과"
    assert mapping.dimensions[-1].questions == (
        "전반-1 전반적으로 만족하십니까?",
        "전반-2 다시 이용하시겠습니까?",
    )
    assert mapping.overall == ("종합 만족도", "체감 만족도")
    assert len(page.board.columns.table.chosen()) == 2


def test_f2_renames_a_group_and_escape_leaves_it(importing, keys, qtbot, speak) -> None:
    speak("en")
    page = importing()
    go_to(page, "과정-2 절차는 어떠합니까?", keys)
    keys.press(K.Key_F2)
    keys.press(K.Key_Escape)
    assert page.found is not None
    assert page.isVisible()
    keys.press(K.Key_F2)
    keys.commit("절차")
    with qtbot.waitSignal(page.previewed):
        keys.press(K.Key_Return)
    names = [row.name for row in page.found.preview.mapping.dimensions]
    assert names == ["절차", "결과품질", "환경품질", "사회적품질"]
    assert page.found.preview.services[0].basis.dimensions[0].name == "절차"


def test_without_a_service_column_the_page_says_what_is_missing(
    importing, keys, qtbot, speak
) -> None:
    speak("en")
    page = importing()
    go_to(page, "사무번호", keys)
    with qtbot.waitSignal(page.previewed):
        choose_role(page, "Left out", keys)
    assert page.found is None
    assert not page.head.take.isEnabled()
    assert len(sentences(page)) == 1
    assert "column" in sentences(page)[0]
    assert not page.board.preview.table.isVisible()
    with qtbot.waitSignal(page.previewed):
        choose_role(page, "Service", keys)
    assert page.head.take.isEnabled()


def test_weight_and_scale_are_typed(importing, keys, qtbot, speak) -> None:
    speak("en")
    page = importing()
    fields = page.board.columns.fields
    before = page.found.preview.services[0].basis
    fields.weight.setFocus(Qt.FocusReason.TabFocusReason)
    fields.weight.selectAll()
    with qtbot.waitSignal(page.previewed):
        keys.type("60")
    basis = page.found.preview.services[0].basis
    assert basis.factor_weight == Decimal(60)
    assert (basis.factor_mean, basis.overall_mean) == (before.factor_mean, before.overall_mean)
    exact = 60 * basis.factor_mean + 40 * basis.overall_mean
    assert abs(exact / 100 - basis.mean) < Decimal("0.000002")
    keys.type("x")
    assert fields.weight.property("error")
    assert "to be mended" in page.board.preview.title.text()
    assert not page.head.take.isEnabled()
    keys.press(K.Key_Return, M.ControlModifier)
    assert page.isVisible()  # nothing was taken
    with qtbot.waitSignal(page.previewed):
        keys.press(K.Key_Backspace)
    assert page.head.take.isEnabled()


def test_the_conversion_is_the_rubrics(importing, speak) -> None:
    speak("en")
    words = importing().board.columns.conversion.text()
    assert "linear (4 of 5 = 75.00)" in words
    assert "cannot be changed here" in words


def test_duplicates_can_be_counted_too(importing, keys, qtbot, speak) -> None:
    speak("en")
    page = importing()
    second = page.found.preview.services[1].basis
    assert (second.duplicates.block_rows, second.duplicates.is_kept) == (12, False)
    keep = page.board.findings.keep
    qtbot.waitUntil(keep.isVisible)
    keep.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(page.previewed):
        keys.press(K.Key_Space)
    kept = page.found.preview.services[1].basis
    assert kept.duplicates.is_kept
    assert kept.n == second.n + 12


def test_escape_leaves_without_taking_and_everything_is_found_again(
    importing, book_page, figures_book, keys, qtbot, speak
) -> None:
    speak("en")
    page = importing()
    go_to(page, "종합 만족도", keys)
    with qtbot.waitSignal(page.previewed):
        choose_role(page, "Left out", keys)
    before = figures_book.read_bytes()
    keys.press(K.Key_Escape)
    assert book_page.work.isVisible()
    assert figures_book.read_bytes() == before
    with qtbot.waitSignal(page.previewed):
        book_page.acts["survey"].trigger()
    assert page.isVisible()
    assert page.draft.role("종합 만족도").part is Part.OUT
    assert "종합 만족도" not in page.found.preview.mapping.questions


def test_what_the_columns_are_for_is_remembered(importing, keys, qtbot, speak) -> None:
    speak("en")
    page = importing()
    go_to(page, "종합 만족도", keys)
    with qtbot.waitSignal(page.previewed):
        choose_role(page, "Factor · 결과품질", keys)
    table, mapping = page.draft.table, page.found.preview.mapping
    with qtbot.waitSignal(page.taken):
        keys.press(K.Key_Return, M.ControlModifier)
    assert remembered(table) == mapping
    again = importing()
    assert again.draft.role("종합 만족도") == Role(Part.FACTOR, "결과품질")
    assert again.head.take.text() == "Nothing to take in"
    assert not again.head.take.isEnabled()


def test_a_second_file_shows_before_and_after(importing, keys, qtbot, tmp_path) -> None:
    page = importing()
    first = page.found.preview.services[0].points
    with qtbot.waitSignal(page.taken):
        keys.press(K.Key_Return, M.ControlModifier)
    page = importing(as_csv(tmp_path / "둘째.csv", drawn((1,), 60, seed=9).table))
    after = page.found.preview.services[0].points
    assert first != after
    assert cells(page.board.preview.table)[0][7] == f"{first} → {after}"


def test_a_mark_typed_meanwhile_is_compared_with(importing, book_page, keys, qtbot) -> None:
    page = importing()
    first = page.found.preview.services[0]
    keys.press(K.Key_Escape)
    book = book_page.desk.book
    book_page.desk.write(
        [
            book.change(first.service.uid, first.indicator, field, text)
            for field, text in first.figures
        ]
    )
    with qtbot.waitSignal(page.previewed):
        book_page.acts["survey"].trigger()
    assert page.found.preview.services[0].changes == ()
    assert page.found.preview.services[1].changes


def test_tab_goes_through_the_page_in_reading_order(importing, keys, qtbot) -> None:
    page = importing()
    board = page.board
    qtbot.waitUntil(board.findings.keep.isVisible)
    page.head.other.setFocus(Qt.FocusReason.TabFocusReason)
    passed = [keys.target()]
    for _ in range(10):
        keys.press(K.Key_Tab)
        passed.append(keys.target())
    fields = board.columns.fields
    assert passed == [
        page.head.other,
        page.head.take,
        board.columns.headers,
        board.columns.form,
        board.columns.table,
        fields.low,
        fields.high,
        fields.weight,
        board.preview.table,
        board.findings.keep,
        board.findings.list,
    ]


def test_keys_of_the_sheet_do_nothing_while_it_is_out_of_sight(
    importing, book_page, figures_book, keys
) -> None:
    page = importing()
    before = figures_book.read_bytes()
    for key, modifier in (
        (K.Key_F4, M.NoModifier),
        (K.Key_F6, M.NoModifier),
        (K.Key_R, M.ControlModifier),
        (K.Key_G, M.ControlModifier),
    ):
        keys.press(key, modifier)
        assert keys.target() is page.board.columns.table
    keys.press(K.Key_Escape)
    assert figures_book.read_bytes() == before
    assert book_page.acts["incomplete"].isEnabled()
    keys.press(K.Key_F6)
    assert book_page.work.isVisible()
