"""Why a foreign workbook is not read: a few kinds, each with its sentence."""

from enum import StrEnum

from workbench.errors import InputError


class Unfit(StrEnum):
    """What is wrong with a workbook, as the key of its sentence."""

    NOT_BOOK = "definition_not_book"
    """No .xlsx at all, cut off, or another format behind its name."""
    PROTECTED = "definition_book_protected"
    """A password, document security, or the old .xls: what begins like an OLE file."""
    UNSAFE = "definition_book_unsafe"
    """A structure that no spreadsheet program writes, or more than any table needs."""
    DAMAGED = "definition_book_damaged"
    """A workbook of which the content contradicts itself; half of it would be a guess."""


class BookUnfit(InputError):
    """The workbook cannot be read; who asked for it names the file."""

    def __init__(self, kind: Unfit) -> None:
        """Keep the kind."""
        super().__init__(kind.value)
        self.kind = kind
