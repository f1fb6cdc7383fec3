"""The questions as sentences, the same in the window and on paper."""

from fractions import Fraction
from typing import Final

from workbench.calibration.questions import ALPHA_LEAST, Ask, Question
from workbench.definition.terms import Definition
from workbench.exact import half_up, plain, printed
from workbench.sentences import say

NUMBERS_MOST: Final = 8
"""So many services are named by number; the rest is counted."""
TEXT_MOST: Final = 48
"""So many characters of a text are quoted."""
COEFFICIENT_PLACES: Final = 2
PERCENT_PLACES: Final = 1

_KINDS: Final = {
    Ask.SEVERITY: "calibration_kind_severity",
    Ask.AGREEMENT: "calibration_kind_agreement",
    Ask.AT_MAX: "calibration_kind_scale",
    Ask.NARROW: "calibration_kind_scale",
    Ask.LEVEL_SERVICE: "calibration_kind_marks",
    Ask.LEVEL_INDICATOR: "calibration_kind_marks",
    Ask.EQUAL_SERVICES: "calibration_kind_marks",
    Ask.EQUAL_EVALUATORS: "calibration_kind_marks",
    Ask.LIKE_TEXTS: "calibration_kind_texts",
    Ask.REPEATED_TEXT: "calibration_kind_texts",
}
_SENTENCES: Final = {
    Ask.AGREEMENT: "calibration_agreement",
    Ask.AT_MAX: "calibration_at_max",
    Ask.NARROW: "calibration_narrow",
    Ask.LEVEL_SERVICE: "calibration_level_service",
    Ask.LEVEL_INDICATOR: "calibration_level_indicator",
    Ask.EQUAL_SERVICES: "calibration_equal_services",
    Ask.EQUAL_EVALUATORS: "calibration_equal_evaluators",
    Ask.LIKE_TEXTS: "calibration_like_texts",
    Ask.REPEATED_TEXT: "calibration_repeated_text",
}


def kind_word(question: Question, language: str) -> str:
    """Return what a question is about, in a word or two."""
    return say(_KINDS[question.ask], language)


def who_words(question: Question, definition: Definition) -> str:
    """Return the codes of those whom a question concerns."""
    return ", ".join(definition.evaluator[uid].code for uid in question.evaluators)


def question_sentence(question: Question, definition: Definition, language: str) -> str:
    """Return the question as one finished sentence with its figures."""
    is_strict = question.ask is Ask.SEVERITY and (question.figure or 0) < 0
    milder = "calibration_stricter" if is_strict else "calibration_milder"
    key = _SENTENCES.get(question.ask, milder)
    is_over_services = question.ask is Ask.LEVEL_INDICATOR
    numbers = [str(definition.service[uid].number) for uid in question.services]
    ends = numbers if is_over_services else question.codes
    return say(
        key,
        language,
        who=who_words(question, definition),
        section=_section(question, definition),
        figure=_figure(question),
        upper=percent_text(question.upper),
        least=plain(half_up(ALPHA_LEAST, 3)),
        count=question.count,
        of=question.of,
        services=_numbered(numbers, language),
        code=question.codes[0] if question.codes else "",
        first=ends[0] if ends else "",
        last=ends[-1] if ends else "",
        text=_quoted(question.text),
    )


def percent_text(value: Fraction | None) -> str:
    """Return a percentage with one decimal, without it where it is 0; nothing for None."""
    return "" if value is None else plain(half_up(value, PERCENT_PLACES))


def coefficient_text(value: Fraction) -> str:
    """Return a coefficient with two decimals and a true minus sign."""
    shown = printed(half_up(value, COEFFICIENT_PLACES), COEFFICIENT_PLACES)
    return shown.replace("-", "\N{MINUS SIGN}")


def _figure(question: Question) -> str:
    if question.figure is None:
        return ""
    if question.ask is Ask.AGREEMENT:
        return coefficient_text(question.figure)
    return percent_text(abs(question.figure))


def _section(question: Question, definition: Definition) -> str:
    names = (row.name for row in definition.sections if row.code is question.section)
    return next(names, "")


def _numbered(numbers: list[str], language: str) -> str:
    named = ", ".join(numbers[:NUMBERS_MOST])
    more = len(numbers) - NUMBERS_MOST
    return say("calibration_more", language, services=named, count=more) if more > 0 else named


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= TEXT_MOST else f"{line[: TEXT_MOST - 1].rstrip()}…"
