"""What the figures of one service were made of, as one canonical JSON text in a cell.

It holds counts, means and names of columns: no free text, nothing about persons, no single
response. The same file read in the same way makes the same text, byte by byte.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final

from models.journal import Revision
from workbench.definition.terms import Formula, Uid
from workbench.exact import plain, printed
from workbench.journal.fields import Field
from workbench.results.findings import one_value
from workbench.results.marks import Heads
from workbench.surveys.arithmetic import INDEX_PLACES, Shape, mean_as_stored, parts_of
from workbench.surveys.found import Found, whole
from workbench.text import MAX_CHARACTERS

_FORM: Final = 1
_SHA256: Final = re.compile("[0-9a-f]{64}")


class BasisKind(StrEnum):
    """What was imported: every respondent's answers, or figures somebody else had computed."""

    ANSWERS = "answers"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class QuestionBasis:
    """One question of one service."""

    label: str
    part: str
    """The dimension; empty for an overall question."""
    n: int
    """Valid answers."""
    missing: int
    out_of_range: tuple[tuple[int | None, int], ...]
    """(answer, how often); None stands for large numbers that no scale has."""
    not_numbers: int
    answers: tuple[tuple[int, int], ...]
    """(valid answer, how often), lowest first."""
    mean: Decimal | None

    @property
    def exact(self) -> Fraction | None:
        """Return the mean computed from the distribution."""
        total = sum(answer * count for answer, count in self.answers)
        return Fraction(total, self.n) if self.n else None


@dataclass(frozen=True, slots=True)
class DimensionBasis:
    """One dimension of one service."""

    name: str
    mean: Decimal | None


@dataclass(frozen=True, slots=True)
class DuplicatesBasis:
    """What stood in the file twice for this service, and whether it was counted all the same."""

    blocks: int = 0
    block_rows: int = 0
    respondent_rows: int = 0
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """Where the figures of one service come from."""

    kind: BasisKind
    source: str
    sha256: str
    sheet: str
    n: int
    mean: Decimal
    low: Decimal
    high: Decimal
    formula: Formula
    """The rubric's formula at the import; ``index`` and its error are made by it."""
    index: Decimal
    standard_error: Decimal | None = None
    """Of the index; None below two respondents, or for ready figures."""
    standard_error_n: int = 0
    factor_weight: Decimal = Decimal(0)
    """Percent that was in force."""
    factor_mean: Decimal | None = None
    overall_mean: Decimal | None = None
    dimensions: tuple[DimensionBasis, ...] = ()
    questions: tuple[QuestionBasis, ...] = ()
    duplicates: DuplicatesBasis = DuplicatesBasis()
    left_out: tuple[str, ...] = ()
    """Columns that were not used."""
    refused: tuple[str, ...] = ()
    """Columns about persons and of free text, which were not read."""
    overrides: tuple[str, ...] = ()
    """Columns of that kind that were left in by override."""
    words: tuple[tuple[str, int], ...] = ()
    """Answers in words that the file holds, each with the number it was read as."""

    def is_of(self, figures: Mapping[str, str]) -> bool:
        """Say whether stored figures (text by field) still are those of this basis."""
        own = {
            Field.SURVEY_N: str(self.n),
            Field.SURVEY_MEAN: plain(self.mean),
            Field.SURVEY_MIN: plain(self.low),
            Field.SURVEY_MAX: plain(self.high),
        }
        return all(figures.get(field, text) == text for field, text in own.items())

    def recomputed(self) -> Decimal | None:
        """Return the mean computed anew from the distributions; None for ready figures."""
        if not self.questions:
            return None
        exact = [row.exact for row in self.questions]
        names = [row.name for row in self.dimensions]
        groups = tuple(
            tuple(at for at, row in enumerate(self.questions) if row.part == name) for name in names
        )
        overall = tuple(at for at, row in enumerate(self.questions) if not row.part)
        shape = Shape(groups, overall, Fraction(self.factor_weight) / 100)
        composite = parts_of(shape, exact).composite
        return None if composite is None else mean_as_stored(composite)


def basis_text(basis: Basis) -> str:
    """Return ``basis`` as its cell holds it."""
    found: dict[str, Any] = {
        "form": _FORM,
        "kind": basis.kind.value,
        "source": {"name": basis.source, "sha256": basis.sha256, "sheet": basis.sheet},
        "n": basis.n,
        "mean": plain(basis.mean),
        "min": plain(basis.low),
        "max": plain(basis.high),
        "formula": basis.formula.value,
        "index": printed(basis.index, INDEX_PLACES),
        "standard_error": _or_none(basis.standard_error, INDEX_PLACES),
        "standard_error_n": basis.standard_error_n,
        "weights": {
            "factors": plain(basis.factor_weight),
            "overall": plain(100 - basis.factor_weight),
        },
        "factor_mean": _or_none(basis.factor_mean),
        "overall_mean": _or_none(basis.overall_mean),
        "dimensions": [{"name": row.name, "mean": _or_none(row.mean)} for row in basis.dimensions],
        "questions": [_question_object(row) for row in basis.questions],
        "duplicates": {
            "blocks": basis.duplicates.blocks,
            "block_rows": basis.duplicates.block_rows,
            "respondent_rows": basis.duplicates.respondent_rows,
            "kept": basis.duplicates.is_kept,
        },
        "left_out": list(basis.left_out),
        "refused": list(basis.refused),
        "overrides": list(basis.overrides),
    }
    if basis.words:
        found["words"] = [list(pair) for pair in basis.words]
    return json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _question_object(row: QuestionBasis) -> dict[str, Any]:
    return {
        "label": row.label,
        "part": row.part,
        "n": row.n,
        "missing": row.missing,
        "out_of_range": [list(pair) for pair in row.out_of_range],
        "not_numbers": row.not_numbers,
        "answers": [list(pair) for pair in row.answers],
        "mean": _or_none(row.mean),
    }


def _or_none(number: Decimal | None, places: int | None = None) -> str | None:
    if number is None:
        return None
    return plain(number) if places is None else printed(number, places)


def basis_in(heads: Heads, owner: Uid, service: Uid, indicator: Uid) -> Basis | None:
    """Return the basis that stands in an evaluator's cell, None where none can be read there."""
    text = one_value(heads, (owner, service, indicator, Field.SURVEY_BASIS))
    return None if text is None else basis_of(text)


def let_in(revisions: Iterable[Revision]) -> tuple[str, ...]:
    """Return the columns about persons that any basis among ``revisions`` let in, by name."""
    texts = {row.value for row in revisions if row.field == Field.SURVEY_BASIS and row.value}
    found = {name for text in texts if (basis := basis_of(text)) for name in basis.overrides}
    return tuple(sorted(found))


def basis_of(text: str) -> Basis | None:
    """Return the basis that ``text`` is; None for anything that ``basis_text`` does not write.

    A text from a foreign book may be anything: it never raises.
    """
    if len(text) > MAX_CHARACTERS:
        return None
    try:
        return _basis(Found(json.loads(text)))
    except (ValueError, RecursionError):  # ours say where a text is none of ours by ValueError
        return None


def _basis(found: Found) -> Basis:
    source, weights = found.within("source"), found.within("weights")
    duplicates = found.within("duplicates")
    if found.whole("form") != _FORM or not _SHA256.fullmatch(source.text("sha256")):
        raise ValueError("form")
    if weights.number("factors") > 100:
        raise ValueError("weights")
    return Basis(
        kind=BasisKind(found.text("kind")),
        source=source.text("name"),
        sha256=source.text("sha256"),
        sheet=source.text("sheet"),
        n=found.whole("n"),
        mean=found.number("mean"),
        low=found.number("min"),
        high=found.number("max"),
        formula=Formula(found.text("formula")),
        index=found.rounded("index"),
        standard_error=None if found.is_none("standard_error") else found.rounded("standard_error"),
        standard_error_n=found.whole("standard_error_n"),
        factor_weight=weights.number("factors"),
        factor_mean=found.number_or_none("factor_mean"),
        overall_mean=found.number_or_none("overall_mean"),
        dimensions=tuple(
            DimensionBasis(row.text("name"), row.number_or_none("mean"))
            for row in found.rows("dimensions")
        ),
        questions=tuple(_question(row) for row in found.rows("questions")),
        duplicates=DuplicatesBasis(
            duplicates.whole("blocks"),
            duplicates.whole("block_rows"),
            duplicates.whole("respondent_rows"),
            duplicates.yes_or_no("kept"),
        ),
        left_out=found.texts("left_out"),
        refused=found.texts("refused"),
        overrides=found.texts("overrides"),
        words=() if found.is_none("words") else found.words("words"),
    )


def _question(found: Found) -> QuestionBasis:
    answers = tuple((whole(answer), count) for answer, count in found.pairs("answers"))
    row = QuestionBasis(
        label=found.text("label"),
        part=found.text("part"),
        n=found.whole("n"),
        missing=found.whole("missing"),
        out_of_range=tuple(found.pairs("out_of_range")),
        not_numbers=found.whole("not_numbers"),
        answers=answers,
        mean=found.number_or_none("mean"),
    )
    if sum(count for _, count in answers) != row.n:
        raise ValueError("answers")
    return row
