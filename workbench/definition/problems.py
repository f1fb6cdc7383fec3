"""What keeps a definition from becoming a round: one error per problem, each with its place."""

from dataclasses import dataclass
from typing import Final

from models.errors import AppError
from workbench.errors import InputError

_SHOWN_CHARACTERS: Final = 60


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem stands, as a spreadsheet shows it: the header is row 1."""

    sheet: str
    name: str
    """What people see: the sheet, or the file with its ending."""
    row: int | None = None
    column: str | None = None
    position: int = 0
    """Where the column stands in its sheet, for the order of problems."""
    key: str = ""
    """The key of a row of the round sheet, whose columns say nothing by themselves."""

    def words(self) -> AppError:
        """Return the place as words; an error, so that they come out in the reader's language."""
        if self.row is None and self.column is None:
            return AppError("definition_place_sheet", name=self.name)
        if self.row is None:
            return AppError("definition_place_column", name=self.name, column=self.column)
        if self.column is None:
            return AppError("definition_place_row", name=self.name, row=self.row)
        column = f"{self.column}({self.key})" if self.key else self.column
        return AppError("definition_place_cell", name=self.name, row=self.row, column=column)


class DefinitionProblem(InputError):
    """One thing to mend in a definition; ``place`` is None where a whole file is meant."""

    def __init__(self, key: str, place: Place | None, /, **values: object) -> None:
        """Name the sentence, the place and what was found there."""
        if place is not None:
            values["place"] = place.words()
        super().__init__(key, **values)
        self.place = place


def shown(value: str) -> str:
    """Return ``value`` as a sentence quotes it: on one line and not too long."""
    line = " ".join(value.split())
    return line if len(line) <= _SHOWN_CHARACTERS else line[: _SHOWN_CHARACTERS - 1] + "…"


def runs(numbers: list[int]) -> str:
    """Return service numbers as a sentence lists them, neighbours drawn together: 1-3, 7."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}{'-' if len(run) > 2 else ', '}{run[-1]}"
        for run in found
    )
