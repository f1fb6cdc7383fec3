"""The words of moderation that depend on values."""

from datetime import UTC, datetime
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from ui.history.entries import when_words
from ui.scoring.numbers import NOTHING
from ui.scoring.wording import not_applicable_word, out_of
from ui.settling.moderation_entries import Entry, Part
from ui.theme.glyphs import Glyph
from workbench.definition.places import named
from workbench.definition.terms import Aggregation, Definition, Indicator, Scale
from workbench.exact import half_up, plain, printed
from workbench.results.moderated import changed_since
from workbench.results.outcome import IndicatorOutcome, Mark, MarkState, Moderated
from workbench.scoring.values import largest

COMPUTED = (Scale.MEASURE, Scale.SURVEY)


def part_word(part: Part) -> str:
    """Return the heading of a section of the list."""
    return {
        Part.STALE: QCoreApplication.translate("Moderation", "To be confirmed"),
        Part.OPEN: QCoreApplication.translate("Moderation", "Waits for an agreed mark"),
        Part.DIFFERS: QCoreApplication.translate("Moderation", "Marks differ"),
        Part.AGREED: QCoreApplication.translate("Moderation", "Agreed"),
        Part.OTHER: QCoreApplication.translate("Moderation", "Other cells"),
    }[part]


def aggregation_word(way: Aggregation) -> str:
    """Return how several marks become one."""
    return {
        Aggregation.SINGLE: QCoreApplication.translate("Moderation", "one evaluator"),
        Aggregation.MEAN: QCoreApplication.translate("Moderation", "mean"),
        Aggregation.MEDIAN: QCoreApplication.translate("Moderation", "median"),
        Aggregation.TRIMMED_MEAN: QCoreApplication.translate("Moderation", "trimmed mean"),
        Aggregation.CONSENSUS: QCoreApplication.translate("Moderation", "by consensus"),
    }[way]


def exact_text(points: Fraction | None, places: int) -> str:
    """Return exact points as printed, or a dash."""
    return NOTHING if points is None else printed(half_up(points, places), places)


def mark_text(mark: Mark, places: int) -> str:
    """Return one evaluator's mark in points, or the word for what it is instead."""
    if mark.state is MarkState.GIVEN:
        return exact_text(mark.points, places)
    if mark.state is MarkState.NOT_APPLICABLE:
        return not_applicable_word()
    return {
        MarkState.EMPTY: QCoreApplication.translate("Moderation", "blank"),
        MarkState.CONFLICT: QCoreApplication.translate("Moderation", "conflict"),
        MarkState.ENTER_AGAIN: QCoreApplication.translate("Moderation", "enter again"),
        MarkState.NO_POINTS: QCoreApplication.translate("Moderation", "no points"),
    }[mark.state]


def glyph_of(mark: Mark) -> Glyph:
    """Return the shape of a mark's state."""
    return {
        MarkState.EMPTY: Glyph.EMPTY,
        MarkState.GIVEN: Glyph.COMPLETE,
        MarkState.NOT_APPLICABLE: Glyph.NOT_APPLICABLE,
        MarkState.CONFLICT: Glyph.CONFLICT,
        MarkState.ENTER_AGAIN: Glyph.ERROR,
        MarkState.NO_POINTS: Glyph.PART,
    }[mark.state]


def typed_text(mark: Mark) -> str:
    """Return what the evaluator typed, figure by figure."""
    return " · ".join(value for field, value in mark.values if field != "not_applicable")


def spread_text(entry: Entry, places: int) -> str:
    """Return how far the marks are apart, or nothing."""
    if entry.meeting is None or not entry.meeting.spread:
        return ""
    words = QCoreApplication.translate("Moderation", "{points} apart")
    return words.format(points=exact_text(entry.meeting.spread, places))


def unit_text(indicator: Indicator) -> str:
    """Return what stands behind the field of the agreed mark."""
    if indicator.scale is Scale.GRADE:
        return " · ".join(
            f"{number} {level.label}" for number, level in enumerate(indicator.levels, start=1)
        )
    if indicator.scale in COMPUTED:
        return out_of(plain(indicator.max_points))
    if indicator.scale is Scale.RATING:
        return QCoreApplication.translate("Moderation", "/ {most} rating").format(
            most=plain(largest(indicator))
        )
    return out_of(plain(indicator.max_points))


def agreed_text(agreed: Moderated) -> str:
    """Return an agreed mark as it was typed."""
    return agreed.mark or not_applicable_word()


def note_words(definition: Definition, made: IndicatorOutcome) -> str:
    """Return what has to be known before a mark is agreed on, line by line, or nothing."""
    lines: list[str] = []
    agreed = made.moderated
    if agreed is not None:
        moment = datetime.fromtimestamp(agreed.made_at // 1000, UTC)
        lines.append(
            QCoreApplication.translate(
                "Moderation", "Agreed on {when}: {mark} · {people} · {reason}"
            ).format(
                when=when_words(moment, datetime.now(UTC)),
                mark=agreed_text(agreed),
                people=", ".join(agreed.people),
                reason=agreed.reason,
            )
        )
    if not made.is_whole:
        lines.append(
            QCoreApplication.translate(
                "Moderation",
                "A mark is missing or in conflict. An agreed mark counts only when all are there.",
            )
        )
    elif agreed is not None and agreed.is_stale:
        lines.append(_stale_words(definition, made, agreed))
    return "\n".join(lines)


def _stale_words(definition: Definition, made: IndicatorOutcome, agreed: Moderated) -> str:
    if agreed.is_unfit:
        return QCoreApplication.translate(
            "Moderation", "The rule has changed since, so this mark cannot stand. Agree anew."
        )
    changes = [
        f"{named(definition, uid)} {before or NOTHING} → {now or NOTHING}"
        for uid, _, before, now in changed_since(agreed, made.marks)
    ]
    words = QCoreApplication.translate(
        "Moderation", "Changed since then: {changes}. Confirm the mark or agree anew."
    )
    return words.format(changes=", ".join(changes))
