"""``survey``: a satisfaction survey, raw or as ready figures, into a score book."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from workbench.commands.building import FILE, argument, command, option
from workbench.commands.opening import opened_book
from workbench.commands.speaking import Speaker
from workbench.definition.problems import shown
from workbench.errors import EntryUnfit, InputError
from workbench.exact import plain, printed
from workbench.rounds.creating import refuse_existing
from workbench.scoring.book import Book
from workbench.surveys.arithmetic import INDEX_PLACES
from workbench.surveys.columns import whole_or_none
from workbench.surveys.headers import MOST_HEADERS
from workbench.surveys.judging import target_of
from workbench.surveys.mapping import (
    AnyMapping,
    SurveyMapping,
    as_object,
    read_mapping,
    write_mapping,
)
from workbench.surveys.preview import ServicePreview, SurveyPreview
from workbench.surveys.previewing import preview_table
from workbench.surveys.remembering import mapping_for, open_survey
from workbench.surveys.taking import take_survey
from workbench.surveys.telling import told
from workbench.surveys.typed_answers import with_word
from workbench.text import clean_text

NOTHING = "–"


class _Asked(NamedTuple):
    """What stands on the command line."""

    mapping: Path | None
    write_mapping: Path | None
    indicator: str
    sheet: str
    dry_run: bool
    header_rows: int
    word: tuple[str, ...]
    keep_duplicates: bool
    allow_personal: tuple[str, ...]


def survey_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench survey``."""
    return command(
        speaker,
        "survey",
        _survey,
        [
            argument("BOOK.score"),
            argument("RAW.xlsx"),
            option(speaker, "--mapping", key="survey_option_mapping", type=FILE),
            option(speaker, "--write-mapping", key="survey_option_write_mapping", type=FILE),
            option(speaker, "--indicator", key="survey_option_indicator", default=""),
            option(speaker, "--sheet", key="survey_option_sheet", default=""),
            option(
                speaker,
                "--header-rows",
                key="survey_option_headers",
                type=click.IntRange(0, MOST_HEADERS),
                default=0,
            ),
            option(
                speaker, "--word", key="survey_option_word", metavar="WORD=NUMBER", multiple=True
            ),
            option(speaker, "--dry-run", key="option_dry_run", is_flag=True),
            option(speaker, "--keep-duplicates", key="survey_option_keep", is_flag=True),
            option(
                speaker,
                "--allow-personal",
                key="survey_option_allow",
                metavar="COLUMN",
                multiple=True,
            ),
        ],
    )


def _survey(speaker: Speaker, book: Path, raw: Path, **given: Any) -> int:
    asked = _Asked(**given)
    if asked.write_mapping is not None:
        refuse_existing([asked.write_mapping])
    with opened_book(speaker, book, read_only=asked.dry_run) as opened:
        try:
            target_of(opened, asked.indicator)  # before a large table is read for nothing
            preview = _previewed(opened, raw, asked)
        except InputError as error:
            raise _by_options(error) from error
        stored = 0 if asked.dry_run else take_survey(opened, preview)
        is_sealed = opened.receipt() is not None
        places = opened.definition.rules.score_places
    _tell(speaker, preview, places, book.name, None if asked.dry_run else stored)
    speaker.answer(
        {
            "applied": not asked.dry_run,
            "file": str(book.absolute()),
            "source": {"file": str(raw.absolute()), "sha256": preview.source.sha256},
            "indicator": preview.code,
            "rows": preview.rows,
            "stored": stored,
            "sealed": is_sealed,
            "mapping": as_object(preview.mapping),
            "findings": [speaker.sentence(words) for words in told(preview)],
            "services": [_service_object(row, places) for row in preview.services],
        }
    )
    return 0


def _previewed(book: Book, raw: Path, asked: _Asked) -> SurveyPreview:
    given = None if asked.mapping is None else read_mapping(asked.mapping)
    table = open_survey(
        raw,
        book.definition.services,
        sheet=asked.sheet,
        allowed=asked.allow_personal,
        header_rows=asked.header_rows or (given.header_rows if given else 0),
    )
    mapping = mapping_for(table)
    if given is not None:
        mapping = replace(given, header_rows=table.heading.rows)
    for text in asked.word:
        mapping = _with_pair(mapping, text)
    if asked.write_mapping is not None:
        # also one that does not fit yet: it is written to be edited
        write_mapping(mapping, asked.write_mapping)
    return preview_table(
        book, table, mapping, code=asked.indicator, keep_duplicates=asked.keep_duplicates
    )


def _with_pair(mapping: AnyMapping, text: str) -> AnyMapping:
    """Return ``mapping`` with the answer word of ``word=number``.

    Raises:
        InputError: it is no such pair, or the mapping is of ready figures.
    """
    word, sign, number = (part.strip() for part in text.rpartition("="))
    whole = whole_or_none(number)
    if not (sign and word) or whole is None or not isinstance(mapping, SurveyMapping):
        raise InputError("survey_word_pair", text=shown(text))
    return replace(mapping, words=with_word(mapping.words, clean_text(word), whole))


_OF_OPTIONS: Final = {
    "survey_which_indicator": "survey_which_indicator_asked",
    "survey_column_refused": "survey_column_refused_asked",
}
"""Sentences that name an option here; in the window one chooses from a list."""


def _by_options(error: InputError) -> InputError:
    """Return ``error`` as it is said where one answers with an option."""
    if isinstance(error, EntryUnfit):
        problems = tuple(map(_by_options, error.problems))
        values = {name: value for name, value in error.values.items() if name != "count"}
        return EntryUnfit(error.key, problems, **values)
    asked = _OF_OPTIONS.get(error.key)
    return error if asked is None else InputError(asked, **error.values)


def _tell(
    speaker: Speaker, preview: SurveyPreview, places: int, name: str, stored: int | None
) -> None:
    speaker.line(
        "survey_read", name=preview.source.name, rows=preview.rows, services=len(preview.services)
    )
    for words in told(preview):
        speaker.text(f"- {speaker.sentence(words)}")
    for row in preview.services:
        error = row.basis.standard_error
        speaker.line(
            "survey_row",
            number=row.service.number,
            service=row.service.name,
            n=row.basis.n,
            mean=plain(row.basis.mean),
            index=printed(row.basis.index, INDEX_PLACES),
            error=NOTHING if error is None else printed(error, INDEX_PLACES),
            points=printed(row.points, places),
        )
    if stored is None:
        speaker.line("survey_not_taken", changed=preview.changed)
    else:
        speaker.line("survey_taken", name=name, stored=stored)


def _service_object(row: ServicePreview, places: int) -> dict[str, Any]:
    error = row.basis.standard_error
    return {
        "number": row.service.number,
        "name": row.service.name,
        "n": row.basis.n,
        "mean": plain(row.basis.mean),
        "index": printed(row.basis.index, INDEX_PLACES),
        "standard_error": None if error is None else printed(error, INDEX_PLACES),
        "points": printed(row.points, places),
        "few": row.is_few,
        "missing": row.missing,
        "changes": [change.field for change in row.changes],
    }
