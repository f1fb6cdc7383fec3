"""A whole table of marks and texts into a score book: all of it, or every reason why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.errors import AppError
from workbench.definition.csv_folder import table_in_file
from workbench.definition.layout import Layout
from workbench.definition.problems import DefinitionProblem
from workbench.definition.tables import Row, Table, absent
from workbench.definition.terms import Service, Uid
from workbench.definition.workbook import some_tables_in_workbook
from workbench.errors import EntryUnfit, InputError
from workbench.exact import parse_whole
from workbench.journal.fields import FIGURES, FINDINGS, YES, Field
from workbench.scoring.book import Book

if TYPE_CHECKING:
    from workbench.journal.pen import Change

SCORES: Final = Layout("scores", ("service", "indicator", "field", "value"))
_BOOKS: Final = frozenset({".xlsx", ".xlsm"})
_OWN_SENTENCES: Final = {
    "definition_not_book": "table_not_book",
    "definition_book_large": "table_book_large",
}
_OF_INDICATOR: Final = FIGURES | {Field.NOT_APPLICABLE, Field.COMMENT}
_OF_SERVICE: Final = frozenset(FINDINGS) | {Field.OPINION}


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a scores table; ``line`` as a spreadsheet shows it, the header is 1."""

    line: int
    service: str
    indicator: str
    field: str
    value: str


class RowUnfit(InputError):
    """One line that cannot be entered; ``why`` says it, the line is named before."""

    def __init__(self, line: int, why: AppError) -> None:
        """Name the line and the reason."""
        super().__init__("entry_row", line=line, why=why)


def enter_table(book: Book, source: Path) -> tuple[int, int]:
    """Enter the table in ``source``; return how many rows it has and revisions they made.

    It is a .csv file, or the sheet ``scores`` of an .xlsx workbook (its first one if none is).

    Raises:
        EntryUnfit: with every problem of the table; nothing was stored.
        StoreError: the disk refuses; nothing was stored.
    """
    problems: list[DefinitionProblem] = []
    table = _table(source, problems)
    if problems:
        raise EntryUnfit("entry_unfit", tuple(problems), name=source.name)
    rows = [_row(row) for row in table.rows]
    return len(rows), enter_rows(book, rows, name=source.name)


def _table(source: Path, problems: list[DefinitionProblem]) -> Table:
    if source.suffix.casefold() not in _BOOKS:
        return table_in_file(SCORES, source, problems)
    table = absent(SCORES, source.name, problems)
    try:
        table = some_tables_in_workbook(source, problems, SCORES).get(SCORES.sheet, table)
    except DefinitionProblem as problem:
        key = _OWN_SENTENCES.get(problem.key, problem.key)
        problems.append(DefinitionProblem(key, None, **problem.values))
        return table
    if not table.positions and not problems:
        table.refuse("definition_sheet_missing")
    return table


def _row(row: Row) -> TableRow:
    """Return a line as it is seen; a truth value says yes only where a word is asked for."""
    service, indicator, field = map(row.seen, SCORES.columns[:3])
    is_yes = field == Field.NOT_APPLICABLE and row.text("value") == YES
    return TableRow(row.number, service, indicator, field, YES if is_yes else row.seen("value"))


def enter_rows(book: Book, rows: Sequence[TableRow], *, name: str = "") -> int:
    """Enter ``rows`` in one transaction and return how many revisions they made.

    Raises:
        EntryUnfit: with every problem of the rows; nothing was stored.
        StoreError: the disk refuses; nothing was stored.
    """
    entry = _Entry(book)
    for row in rows:
        entry.take(row)
    entry.take_lists()
    entry.judge_ends()
    if entry.problems:
        raise EntryUnfit("entry_unfit", tuple(entry.problems), name=name)
    return book.write(entry.changes)


class _Entry:
    """Turns rows into changes, collecting every problem on the way."""

    def __init__(self, book: Book) -> None:
        self.changes: list[Change] = []
        self.problems: list[RowUnfit] = []
        self._book = book
        self._services = {row.number: row for row in book.definition.services}
        self._scored = {sheet.service.uid for sheet in book.sheets()}
        self._codes = {
            (service, book.definition.indicator[uid].code): uid
            for service, uids in book.definition.applies.items()
            for uid in uids
        }
        self._first: dict[tuple[Uid, Uid | None, str], int] = {}
        self._lists: dict[tuple[Uid, str], list[tuple[int, str]]] = {}

    def take(self, row: TableRow) -> None:
        try:
            self._judge(row)
        except InputError as why:
            self.problems.append(RowUnfit(row.line, why))

    def take_lists(self) -> None:
        for (service, kind), texts in self._lists.items():
            try:
                self.changes += self._book.list_change(service, kind, [text for _, text in texts])
            except InputError as why:
                self.problems.append(RowUnfit(texts[0][0], why))

    def judge_ends(self) -> None:
        """Refuse the ends of a survey's scale that do not go together, at their own rows."""
        for (_, service, indicator, field), why in self._book.reversed_ends(self.changes):
            self.problems.append(RowUnfit(self._first[service, indicator, field], why))

    def _judge(self, row: TableRow) -> None:
        service = self._service(row.service)
        if row.field in _OF_INDICATOR:
            indicator = self._codes.get((service.uid, row.indicator))
            if indicator is None:
                raise InputError(
                    "entry_no_indicator", code=row.indicator[:40], number=service.number
                )
            self._require_once(service.uid, indicator, row)
            change = self._book.change(service.uid, indicator, row.field, row.value)
            self.changes.append(change)
        elif row.field in _OF_SERVICE:
            self._judge_text(row, service)
        else:
            raise InputError("entry_no_field", field=row.field[:40])

    def _judge_text(self, row: TableRow, service: Service) -> None:
        if row.indicator:
            raise InputError("entry_indicator_with_text", field=row.field)
        if service.uid not in self._scored:
            raise InputError("entry_no_service", number=row.service[:40])
        if row.field in FINDINGS:
            self._lists.setdefault((service.uid, row.field), []).append((row.line, row.value))
            return
        self._require_once(service.uid, None, row)
        self.changes.append(self._book.change(service.uid, None, row.field, row.value))

    def _service(self, text: str) -> Service:
        service = self._services.get(parse_whole(text))
        if service is None:
            raise InputError("entry_no_service", number=text[:40])
        return service

    def _require_once(self, service: Uid, indicator: Uid | None, row: TableRow) -> None:
        first = self._first.setdefault((service, indicator, row.field), row.line)
        if first != row.line:
            raise InputError("entry_twice", first=first)
