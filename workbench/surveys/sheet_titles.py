"""Which sheets a workbook has, for whom its first one is not the survey."""

from pathlib import Path

from workbench.definition.layout import MAX_FILE_BYTES
from workbench.definition.problems import DefinitionProblem
from workbench.definition.workbook import opened_workbook, parsing
from workbench.definition.workbook_guard import judge_workbook


def sheet_titles(path: Path) -> tuple[str, ...]:
    """Return the titles of a workbook's sheets; none for whatever is no readable workbook."""
    try:
        if path.suffix.casefold() == ".csv" or path.stat().st_size > MAX_FILE_BYTES:
            return ()
        content = path.read_bytes()
        judge_workbook(content, path.name)
        with parsing(path.name):
            book = opened_workbook(content, with_values=True)
            return tuple(sheet.title for sheet in book.worksheets)
    except (OSError, DefinitionProblem):
        return ()
