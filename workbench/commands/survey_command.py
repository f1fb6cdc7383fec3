"""``survey``: a satisfaction survey, raw or as ready figures, into a score book."""

from pathlib import Path
from typing import Any, NamedTuple

import click

from workbench.commands.building import FILE, argument, command, option
from workbench.commands.speaking import Speaker
from workbench.exact import plain, printed
from workbench.rounds.creating import refuse_existing
from workbench.scoring.book import Book, open_book
from workbench.surveys.arithmetic import INDEX_PLACES
from workbench.surveys.judging import target_of
from workbench.surveys.mapping import as_object, read_mapping, write_mapping
from workbench.surveys.preview import ServicePreview, SurveyPreview
from workbench.surveys.previewing import preview_table
from workbench.surveys.remembering import mapping_for
from workbench.surveys.table_reading import read_survey
from workbench.surveys.taking import take_survey
from workbench.surveys.telling import told

NOTHING = "–"


class _Asked(NamedTuple):
    """What stands on the command line."""

    mapping: Path | None
    write_mapping: Path | None
    indicator: str
    sheet: str
    dry_run: bool
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
    with open_book(book, read_only=asked.dry_run) as opened:
        target_of(opened, asked.indicator)  # before a large table is read for nothing
        preview = _previewed(opened, raw, asked)
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
    table = read_survey(
        raw, book.definition.services, sheet=asked.sheet, allowed=asked.allow_personal
    )
    mapping = mapping_for(table) if asked.mapping is None else read_mapping(asked.mapping)
    if asked.write_mapping is not None:
        # also one that does not fit yet: it is written to be edited
        write_mapping(mapping, asked.write_mapping)
    return preview_table(
        book, table, mapping, code=asked.indicator, keep_duplicates=asked.keep_duplicates
    )


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
