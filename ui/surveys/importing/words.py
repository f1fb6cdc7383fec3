"""What the import of a survey says of columns, roles, conversions and changes."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from ui.problems import sentence_of
from ui.surveys.importing.roles import Part, Role
from workbench.definition.problems import runs
from workbench.definition.terms import Formula, Indicator
from workbench.errors import AppError
from workbench.exact import half_up, printed
from workbench.results.formulas import formula_of
from workbench.surveys.arithmetic import INDEX_PLACES, index_of
from workbench.surveys.columns import REFUSED, Column, Kind


def kind_word(column: Column) -> str:
    """Return what was found in a column."""
    if column.kind in REFUSED:
        return sentence_of(AppError(f"survey_kind_{column.kind}"))
    return {
        Kind.SERVICE: QCoreApplication.translate("SurveyImport", "services"),
        Kind.ANSWERS: QCoreApplication.translate("SurveyImport", "numbers"),
        Kind.WORDS: QCoreApplication.translate("SurveyImport", "words"),
        Kind.OTHER: QCoreApplication.translate("SurveyImport", "other"),
    }.get(column.kind, QCoreApplication.translate("SurveyImport", "empty"))


def role_word(role: Role) -> str:
    """Return what a column is for."""
    if role.part is Part.FACTOR:
        words = QCoreApplication.translate("SurveyImport", "Factor · {dimension}")
        return words.format(dimension=role.dimension)
    return {
        Part.SERVICE: QCoreApplication.translate("SurveyImport", "Service"),
        Part.RESPONDENT: QCoreApplication.translate("SurveyImport", "Respondent"),
        Part.OVERALL: QCoreApplication.translate("SurveyImport", "Overall question"),
        Part.N: QCoreApplication.translate("SurveyImport", "Number of respondents"),
        Part.MEAN: QCoreApplication.translate("SurveyImport", "Mean"),
        Part.LOW: QCoreApplication.translate("SurveyImport", "Lowest of the scale"),
        Part.HIGH: QCoreApplication.translate("SurveyImport", "Highest of the scale"),
    }.get(role.part, QCoreApplication.translate("SurveyImport", "Left out"))


def new_group_word() -> str:
    """Return the choice that begins another group of factor questions."""
    return QCoreApplication.translate("SurveyImport", "Factor · new group…")


def not_read_word() -> str:
    """Return how a column of persons' data stands."""
    return QCoreApplication.translate("SurveyImport", "Not read")


def read_anyway_word() -> str:
    """Return the choice that reads a column of persons' data all the same."""
    return QCoreApplication.translate("SurveyImport", "Read it all the same")


def why_not_read(column: Column) -> str:
    """Return why nothing of a column was read, or that it was read all the same."""
    kind = kind_word(column)
    if column.kind is Kind.FREE_TEXT:
        words = QCoreApplication.translate(
            "SurveyImport", "Looks like free text: what respondents write stays out of the book."
        )
    else:
        words = QCoreApplication.translate(
            "SurveyImport", "Looks like personal data ({kind}): nothing of it is kept."
        )
    if column.is_allowed:
        words = QCoreApplication.translate(
            "SurveyImport", "Looks like {kind} and is read all the same; the book notes that."
        )
    return words.format(kind=kind)


def conversions(indicators: Mapping[int, Indicator]) -> dict[Formula, tuple[int, ...]]:
    """Return which conversion the rubric sets for which services, by their numbers."""
    found: dict[Formula, list[int]] = {}
    for number, indicator in indicators.items():
        found.setdefault(formula_of(indicator), []).append(number)
    return {formula: tuple(numbers) for formula, numbers in found.items()}


def conversion_words(indicators: Mapping[int, Indicator], low: int, high: int) -> str:
    """Return how the rubric turns a mean into an index, with an example on the scale."""
    found = conversions(indicators)
    said = []
    for formula, numbers in found.items():
        words = _conversion(formula, indicators[numbers[0]], low, high)
        if len(found) > 1:
            where = QCoreApplication.translate("SurveyImport", "{words} for No. {numbers}")
            words = where.format(words=words, numbers=runs(list(numbers)))
        said.append(words)
    whole = QCoreApplication.translate(
        "SurveyImport", "Conversion: {conversions}. The rubric sets it; it cannot be changed here."
    )
    return whole.format(conversions=", ".join(said))


def _conversion(formula: Formula, indicator: Indicator, low: int, high: int) -> str:
    word = QCoreApplication.translate("SurveyImport", "linear")
    if formula is Formula.SURVEY_PROPORTIONAL:
        word = QCoreApplication.translate("SurveyImport", "proportional")
    if not 0 <= low < high:
        return word
    index = index_of(indicator, Decimal(high - 1), Decimal(low), Decimal(high))
    if index is None:
        return word
    words = QCoreApplication.translate("SurveyImport", "{word} ({answer} of {high} = {index})")
    shown = printed(half_up(index, INDEX_PLACES), INDEX_PLACES)
    return words.format(word=word, answer=high - 1, high=high, index=shown)
