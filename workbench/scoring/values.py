"""What may stand in a cell: typed text becomes its stored form, or a sentence saying why not."""

import re
from decimal import Decimal
from typing import Final

from workbench.definition.terms import Indicator, Scale
from workbench.errors import InputError
from workbench.exact import is_plain, parse_number, parse_whole, plain
from workbench.journal.fields import FIGURES, SCALE_FIELDS, TEXTS_OF_INDICATOR, YES, Field
from workbench.text import MAX_CHARACTERS, clean_text, is_clean

RATING_MAX: Final = Decimal(100)
_UID_AS_TEXT: Final = re.compile("[0-9a-f]{32}")


class ValueUnfit(InputError):
    """What was typed cannot stand in this cell; the value before stays."""


def stored_mark(indicator: Indicator, field: str, text: str) -> str | None:
    """Return the stored form of ``text`` typed into a field of ``indicator``; blank is None.

    Raises:
        InputError: not a number, out of range, off the step, no such grade, or a field that
            this indicator's scale does not have.
    """
    if field in TEXTS_OF_INDICATOR:
        return stored_text(text)
    if field != Field.NOT_APPLICABLE and field not in SCALE_FIELDS[indicator.scale]:
        raise ValueUnfit("field_not_of_scale", field=field, code=indicator.code)
    typed = text.strip()
    if not typed:
        return None
    if field == Field.NOT_APPLICABLE:
        return _not_applicable(indicator, typed)
    if field == Field.SURVEY_N:
        return str(parse_whole(typed))
    if field != Field.SCORE:
        return plain(parse_number(typed))
    if indicator.scale is Scale.GRADE:
        return _grade(indicator, typed)
    return plain(_on_scale(indicator, parse_number(typed)))


def stored_text(text: str) -> str | None:
    """Return ``text`` through the one door; blank is None.

    Raises:
        ValueUnfit: longer than 100,000 characters.
    """
    cleaned = clean_text(text)
    if len(cleaned) > MAX_CHARACTERS:
        raise ValueUnfit("text_too_long", length=len(cleaned), most=MAX_CHARACTERS)
    return cleaned or None


def fits(indicator: Indicator, field: str, value: str) -> bool:
    """Say whether a stored ``value`` is one that ``stored_mark`` makes for ``indicator``."""
    try:
        return stored_mark(indicator, field, value) == value
    except InputError:
        return False


def is_stored_form(field: str, value: str) -> bool:
    """Say whether ``value`` has the form that some indicator or text cell could store."""
    if field == Field.NOT_APPLICABLE:
        return value == YES
    if field == Field.ABOUT:
        return _UID_AS_TEXT.fullmatch(value) is not None
    if field in (Field.SURVEY_N, Field.ORDER):
        return is_plain(value) and "." not in value
    if field in FIGURES and field != Field.SCORE:
        return is_plain(value)
    return bool(value) and is_clean(value)  # a score may be a grade's label


def largest(indicator: Indicator) -> Decimal:
    """Return the largest number that may be typed as a score of ``indicator``."""
    return RATING_MAX if indicator.scale is Scale.RATING else indicator.max_points


def _on_scale(indicator: Indicator, number: Decimal) -> Decimal:
    most = largest(indicator)
    asked = {"number": plain(number), "most": plain(most), "step": plain(indicator.step)}
    if number > most:
        raise ValueUnfit("score_too_high", **asked)
    if number % indicator.step:
        raise ValueUnfit("score_off_step", **asked)
    return number


def _grade(indicator: Indicator, typed: str) -> str:
    labels = [level.label for level in indicator.levels]
    cleaned = clean_text(typed)
    if cleaned not in labels:
        raise ValueUnfit("grade_unknown", text=cleaned[:40], labels=", ".join(labels))
    return cleaned


def _not_applicable(indicator: Indicator, typed: str) -> str:
    if typed != YES:
        raise ValueUnfit("not_applicable_unfit", text=typed[:40])
    if not indicator.allow_not_applicable:
        raise ValueUnfit("not_applicable_closed", code=indicator.code)
    return YES
