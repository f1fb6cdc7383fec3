"""Every finding of a preview as a finished sentence, in the order in which one should look."""

from collections.abc import Iterator, Sequence

from models.errors import AppError
from workbench.definition.problems import runs, shown
from workbench.exact import plain
from workbench.surveys.columns import Column, whole_or_none
from workbench.surveys.ladders import is_middle, is_step
from workbench.surveys.preview import QuestionFindings, SurveyPreview
from workbench.surveys.table_reading import said_lines
from workbench.surveys.typed_answers import ReadAs


def told(preview: SurveyPreview) -> tuple[AppError, ...]:
    """Return what deserves a look before the survey is taken; errors, so that they are words."""
    return (
        *_headers(preview),
        *_read_as(preview),
        *_columns(preview),
        *_rows(preview),
        *_missing(preview),
        *(words for row in preview.questions for words in _question(row)),
        *_doubled(preview),
        *_services(preview),
        *_replaced(preview),
    )


def _headers(preview: SurveyPreview) -> Iterator[AppError]:
    """Say which rows were read as the header, wherever that is not simply the first one."""
    if preview.table is None:
        return
    heading, columns = preview.table.heading, preview.table.columns
    lines = "·".join(map(str, heading.lines))
    if heading.title:
        yield AppError("survey_told_title", line=heading.lines[0], title=shown(heading.title))
    joined = next((column.name for column in columns if column.group), "")
    if joined:
        yield AppError("survey_told_headers", lines=lines, count=heading.rows, column=shown(joined))
    elif heading.rows > 1 and not heading.title:
        yield AppError("survey_told_headers_apart", lines=lines, count=heading.rows)
    if heading.rows < heading.shown:
        yield AppError("survey_told_one_header", line=heading.lines[0])


def _read_as(preview: SurveyPreview) -> Iterator[AppError]:
    for key, is_word in (("survey_told_words", True), ("survey_told_signs", False)):
        rows = [row for row in preview.read_as if (whole_or_none(row.text) is None) is is_word]
        if rows:
            yield AppError(key, answers=tuple(map(_became, rows)))
    words = [row.text for row in preview.read_as if is_step(row.text)]
    if words and not any(map(is_middle, words)):
        yield AppError("survey_told_no_middle")


def _became(row: ReadAs) -> AppError:
    return AppError("survey_told_became", text=shown(row.text), number=row.number, count=row.count)


def _columns(preview: SurveyPreview) -> Iterator[AppError]:
    if preview.refused:
        yield AppError("survey_told_refused", columns=_with_kinds(preview.refused))
    if preview.allowed:
        yield AppError("survey_told_allowed", columns=_with_kinds(preview.allowed))
    if preview.unused:
        yield AppError("survey_told_unused", columns=", ".join(map(shown, preview.unused)))
    others = [title for title in preview.source.sheets if title != preview.source.sheet]
    if others:
        yield AppError(
            "survey_told_sheets",
            sheet=shown(preview.source.sheet),
            others=", ".join(map(shown, others)),
        )


def _with_kinds(columns: Sequence[Column]) -> tuple[AppError, ...]:
    return tuple(
        AppError(
            "survey_column_of_kind",
            column=shown(column.name),
            letters=column.letters,
            kind=AppError(f"survey_kind_{column.kind}"),
        )
        for column in columns
    )


def _rows(preview: SurveyPreview) -> Iterator[AppError]:
    if preview.without_service:
        yield _lined("survey_told_without_service", preview.without_service)
    for row in preview.unknown:
        yield _lined("survey_told_unknown_service", row.lines, text=shown(row.text))
    if preview.recused:
        numbers = runs([row.number for row in preview.recused])
        yield AppError("survey_told_recused", numbers=numbers)
    if preview.without_answers:
        yield _lined("survey_told_without_answers", preview.without_answers)
    if preview.rounded:
        yield _lined("survey_told_rounded", preview.rounded)


def _question(row: QuestionFindings) -> Iterator[AppError]:
    question = shown(row.question)
    for odd in row.out_of_range:
        if odd.answer is None:
            yield _lined("survey_told_far_out", odd.lines, question=question)
        else:
            yield _lined(
                "survey_told_out_of_range", odd.lines, question=question, answer=odd.answer
            )
    for word in row.unknown:
        yield _lined(
            "survey_told_unknown_word", word.lines, question=question, word=shown(word.text)
        )
    if row.not_numbers:
        yield _lined("survey_told_not_numbers", row.not_numbers, question=question)
    if row.silent:
        yield AppError("survey_told_silent", question=question, numbers=runs(list(row.silent)))


def _missing(preview: SurveyPreview) -> Iterator[AppError]:
    questions = tuple(
        AppError("survey_told_missing_at", question=shown(row.question), count=row.missing)
        for row in preview.questions
        if row.missing
    )
    if questions:
        yield AppError("survey_told_missing_by_question", questions=questions)
    counts = [(row.service.number, row.missing) for row in preview.services if row.missing]
    if counts:
        words = tuple(
            AppError("survey_told_missing_in", number=number, count=count)
            for number, count in counts
        )
        yield AppError("survey_told_missing_by_service", services=words)


def _doubled(preview: SurveyPreview) -> Iterator[AppError]:
    for block in preview.blocks:
        key = "survey_told_block_kept"
        if block.crosses:
            key = "survey_told_block_across"
        elif block.is_left_out:
            key = "survey_told_block_left_out"
        yield AppError(
            key,
            rows=block.rows,
            first=f"{block.first[0]}–{block.first[1]}",
            second=f"{block.second[0]}–{block.second[1]}",
        )
    if preview.respondents:
        is_out = preview.respondents[0].is_left_out
        key = "survey_told_respondents_left_out" if is_out else "survey_told_respondents_kept"
        yield _lined(key, [row.line for row in preview.respondents])


def _services(preview: SurveyPreview) -> Iterator[AppError]:
    if preview.few:
        few = [f"{row.service.number} (n {row.basis.n})" for row in preview.few]
        yield AppError("survey_told_few", services=", ".join(few), least=preview.min_respondents)
    for row in preview.uneven:
        ends = {"low": plain(row.low), "high": plain(row.high)}
        yield AppError("survey_told_scale", number=row.number, **ends)
    out = [row.service.number for row in preview.services if row.is_out]
    for key, numbers in (
        ("survey_told_empty", [row.number for row in preview.empty]),
        ("survey_told_no_figures", [row.number for row in preview.no_figures]),
        ("survey_told_out", out),
    ):
        if numbers:
            yield AppError(key, numbers=runs(numbers))


def _replaced(preview: SurveyPreview) -> Iterator[AppError]:
    for row in preview.replacing:
        for change in row.replaced:
            yield AppError(
                "survey_told_replaced",
                number=row.service.number,
                service=row.service.name,
                field=AppError(f"field_{change.field}"),
                before=change.before,
                after=change.after,
            )


def _lined(key: str, lines: Sequence[int], **values: object) -> AppError:
    return AppError(key, count=len(lines), lines=said_lines(lines), **values)
