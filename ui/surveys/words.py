"""The words of the survey page that depend on numbers."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.explaining import words as explaining
from ui.language import language
from ui.results.wording import verdict_word
from ui.scoring.numbers import points_text
from workbench.definition.terms import Formula, Rules
from workbench.exact import half_up, plain, printed
from workbench.measures.amounts import closely
from workbench.measures.catalogue import WARNINGS, Part, flag_words, why_words
from workbench.measures.explaining import Explained
from workbench.results.outcome import PointState
from workbench.surveys.answers import Bar
from workbench.surveys.arithmetic import INDEX_PLACES, MEAN_PLACES
from workbench.surveys.basis import Basis
from workbench.surveys.standing import Otherwise, Source, SurveyEntry, SurveyRow

CHANGES: Final = "◆"
STAYS: Final = "○"
HASH_SHOWN: Final = 8
_MEAN_SHOWN: Final = 2
_WEIGHT_SHOWN: Final = 2


def index_text(index: Decimal) -> str:
    """Return an index, or its error, with its two decimals."""
    return printed(index, INDEX_PLACES)


def mean_text(value: Decimal) -> str:
    """Return a mean as a table shows it."""
    return printed(half_up(Fraction(value), _MEAN_SHOWN), _MEAN_SHOWN)


def difference_text(difference: Decimal) -> str:
    """Return a difference of indices, always with its sign."""
    said = index_text(abs(difference))
    return f"−{said}" if difference < 0 else f"+{said}" if difference > 0 else said


def weight_text(weight: Fraction) -> str:
    """Return what percent of the composite something carries."""
    return f"{plain(half_up(weight, _WEIGHT_SHOWN))}%"


def scale_text(made: Explained) -> str:
    """Return the ends of the scale as far as they are known."""
    low, high = made.input(Part.SURVEY_MIN), made.input(Part.SURVEY_MAX)
    if high is None:
        return ""
    return f"0–{closely(high)}" if low is None else f"{closely(low)}–{closely(high)}"


def example_words(formula: Formula) -> str:
    """Return what four of five is by a conversion: what it means in one number."""
    index = 75 if formula is Formula.SURVEY_LINEAR else 80
    words = QCoreApplication.translate("Survey", "4 of 1–5 makes {index}")
    return words.format(index=index)


def bars_words(bars: tuple[Bar, ...]) -> str:
    """Return a distribution for those who cannot see it."""
    return ", ".join(
        f"{bar.low}: {bar.count}" if bar.low == bar.high else f"{bar.low}–{bar.high}: {bar.count}"
        for bar in bars
    )


def source_words(entry: SurveyEntry) -> str:
    """Return in a caption where figures come from: a file with its hash, or a hand."""
    if entry.source is Source.NONE:
        return ""
    if entry.source is Source.TYPED:
        return QCoreApplication.translate("Survey", "typed by hand")
    if entry.source is Source.UNREADABLE or entry.basis is None:
        return QCoreApplication.translate("Survey", "source cannot be read")
    named = f"{entry.basis.source}{hash_end(entry.basis)}"
    changed = QCoreApplication.translate("Survey", "changed since")
    return f"{changed} · {named}" if entry.source is Source.CHANGED else named


def hash_end(basis: Basis) -> str:
    """Return what stands behind the name of a file: the beginning of its hash."""
    return f" · {basis.sha256[:HASH_SHOWN]}"


def told_source(entry: SurveyEntry) -> str:
    """Return the same as a sentence."""
    if entry.source is Source.TYPED:
        return QCoreApplication.translate(
            "Survey", "Typed by hand: there is no file behind these figures."
        )
    if entry.source is Source.NONE:
        return QCoreApplication.translate("Survey", "No figures have come in.")
    if entry.source is Source.UNREADABLE or entry.basis is None:
        return QCoreApplication.translate(
            "Survey", "What is stored as the source of these figures cannot be read."
        )
    basis = entry.basis
    sheet = f" [{basis.sheet}]" if basis.sheet else ""
    words = QCoreApplication.translate("Survey", "Source: {file} · SHA-256 {hash}…")
    said = words.format(file=f"{basis.source}{sheet}", hash=basis.sha256[:HASH_SHOWN])
    if entry.source is Source.FIGURES:
        ready = QCoreApplication.translate("Survey", "Ready figures: no answers came with them.")
        return f"{said}\n{ready}"
    return said


def changed_words(entry: SurveyEntry) -> str:
    """Return that the source is no longer that of the figures; empty where it is."""
    basis = entry.basis
    if entry.source is not Source.CHANGED or basis is None:
        return ""
    words = QCoreApplication.translate(
        "Survey",
        "The figures were changed after the import: n {n}, mean {mean} in the file. What follows"
        " is of the file, not of the figures that count.",
    )
    return words.format(n=basis.n, mean=plain(basis.mean))


def few_words(rules: Rules, entry: SurveyEntry) -> str:
    """Return that fewer answered than the round asks for; empty where they are enough."""
    least = rules.min_respondents
    return explaining.few_words(entry.n, least) if entry.is_few and least is not None else ""


def doubled_words(basis: Basis) -> str:
    """Return what stood in the file twice, and whether it counts; empty where nothing did."""
    found = basis.duplicates
    if not found.block_rows and not found.respondent_rows:
        return ""
    words = QCoreApplication.translate(
        "Survey", "Twice in the file and left out: {rows} rows in blocks, {people} of respondents."
    )
    if found.is_kept:
        words = QCoreApplication.translate(
            "Survey",
            "Twice in the file and counted all the same: {rows} rows in blocks, {people} of"
            " respondents.",
        )
    return words.format(rows=found.block_rows, people=found.respondent_rows)


def allowed_words(basis: Basis) -> str:
    """Return which columns about persons were read all the same; empty where none were."""
    if not basis.overrides:
        return ""
    words = QCoreApplication.translate(
        "Survey", "Taken for columns about persons, and let in: {columns}."
    )
    return words.format(columns=", ".join(basis.overrides))


def points_words(entry: SurveyEntry, places: int) -> str:
    """Return how the points come about, in one line with its numbers; or why there are none."""
    made = entry.explained
    if made is None:
        return explaining.state_words(entry.mark.state)
    if made.why is None:
        return explaining.points_words(made, places)
    return "" if entry.source is Source.NONE else why_words(made.why, language())


def composite_words(basis: Basis) -> str:
    """Return how the mean is composed of factors and overall questions; empty for one part."""
    if basis.factor_mean is None or basis.overall_mean is None:
        return ""
    factors, overall = basis.factor_weight, 100 - basis.factor_weight
    if not factors or not overall:
        return ""
    words = QCoreApplication.translate(
        "Survey", "Mean {mean} = {w}% × factors {factors} + {v}% × overall {overall}"
    )
    return words.format(
        mean=plain(basis.mean),
        w=plain(factors),
        v=plain(overall),
        factors=_six(basis.factor_mean),
        overall=_six(basis.overall_mean),
    )


def _six(value: Decimal) -> str:
    return plain(half_up(Fraction(value), MEAN_PLACES))


def flags_words(made: Explained | None) -> str:
    """Return what asks for a second look at the figures themselves."""
    flags = made.flags if made is not None else ()
    return ". ".join(flag_words(flag, language()) for flag in flags if flag in WARNINGS)


def fate_words(row: SurveyRow) -> str:
    """Return why the points of the figures are not those that count; empty where they are."""
    if row.made.is_agreed:
        return QCoreApplication.translate(
            "Survey", "An agreed mark counts instead of these figures."
        )
    return {
        PointState.OUT: QCoreApplication.translate("Survey", "Not applicable."),
        PointState.UNASSIGNED: QCoreApplication.translate("Survey", "Assigned to nobody."),
        PointState.STALE: QCoreApplication.translate(
            "Survey", "The agreed mark rests on other figures; it has to be confirmed."
        ),
    }.get(row.made.state, "")


def changes_words(other: Otherwise) -> str:
    """Return whether the other conversion changes the verdict."""
    if other.made.verdict is None:
        return QCoreApplication.translate("Survey", "no total yet")
    if other.made.flips:
        words = QCoreApplication.translate("Survey", "becomes {verdict}")
        return words.format(verdict=verdict_word(other.made.verdict))
    return QCoreApplication.translate("Survey", "same verdict")


def other_words(row: SurveyRow, entry: SurveyEntry, places: int) -> str:
    """Return what the other conversion would give, in one line; empty where it gives nothing."""
    other = entry.explained.other if entry.explained is not None else None
    if other is None:
        return ""
    said = explaining.converted_words(other, places)
    made = row.otherwise.made
    if made.total is not None:
        total = QCoreApplication.translate("Survey", "total {total}")
        said = f"{said}, {total.format(total=points_text(made.total, places))}"
    shape = CHANGES if made.flips else STAYS
    return f"{said}  {shape} {changes_words(row.otherwise)}"
