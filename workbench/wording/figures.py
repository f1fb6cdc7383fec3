"""Targets, actuals and rates named in a text, against the marks of its service."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from workbench.definition.terms import Formula, Indicator, Scale
from workbench.journal.fields import Field
from workbench.results.formulas import formula_of
from workbench.results.outcome import MarkState, ServiceOutcome
from workbench.wording.amounts import Amount, amounts, folded, is_written_as, shown
from workbench.wording.remarks import About, Remark, remark

_JOINT: Final = r"(?:치|값|량|인원|건수)?\s*(?:은|는|이|가|:|=)?\s*(?:약|총|연간)?\s*"
_TARGET: Final = re.compile(rf"목표{_JOINT}(?=\d)")
_ACTUAL: Final = re.compile(rf"실적{_JOINT}(?=\d)")
_RATE_BEFORE: Final = re.compile(r"달성[률율도]\s*(?:은|는|이|가|:)?\s*(?:약\s*)?(?=\d)")
_RATE_BEHIND: Final = re.compile(r"%\s*(?:를|을)?\s*(?P<beyond>초과|상회)?\s*달성")
_QUOTE: Final = "['\"\u2018\u2019\u201c\u201d]"
_TOPIC: Final = re.compile(r"\(([^()]+)\)$")
_LOWER: Final = frozenset({Formula.ACHIEVEMENT_LOWER})
_RATED: Final = frozenset({Formula.ACHIEVEMENT, Formula.STEPS}) | _LOWER
"""Formulas whose rate is nothing but actual over target, or the other way round."""


@dataclass(frozen=True, slots=True)
class Known:
    """One pair of figures of a measured indicator, as an evaluator typed it."""

    indicator: Indicator
    target: Fraction
    actual: Fraction

    def rates(self) -> tuple[Fraction, ...]:
        """Return the rates that a text may say of the pair, in percent."""
        found = [self.actual * 100 / self.target] if self.target else []
        if formula_of(self.indicator) in _LOWER and self.actual:
            found.append(self.target * 100 / self.actual)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a text says, where it says each once."""

    target: Amount | None
    actual: Amount | None
    rate: Amount | None
    beyond: bool
    """9% 초과 달성: what is above the target."""


def known_figures(service: ServiceOutcome) -> tuple[Known, ...]:
    """Return the figures of every measured indicator of ``service`` that has both."""
    found = []
    for row in service.indicators:
        if row.indicator.scale is not Scale.MEASURE:
            continue
        for mark in row.marks:
            values = dict(mark.values)
            if mark.state is MarkState.GIVEN and {Field.TARGET, Field.ACTUAL} <= values.keys():
                target, actual = Fraction(values[Field.TARGET]), Fraction(values[Field.ACTUAL])
                found.append(Known(row.indicator, target, actual))
    return tuple(dict.fromkeys(found))


def figure_remarks(known: tuple[Known, ...], text: str) -> Iterator[Remark]:
    """Yield a remark where ``text`` gives a target, an actual or a rate that the marks do not.

    What cannot be told to be about one of the indicators is only compared with itself.
    """
    plain = folded(text)
    said = _said(plain)
    near = _meant(known, said, text)
    if near:
        yield from _against_marks(near, said)
    else:
        yield from _against_itself(said)


def _said(text: str) -> _Said:
    found = {one.start: one for one in amounts(text)}

    def single(pattern: re.Pattern[str]) -> Amount | None:
        places = [match.end() for match in pattern.finditer(text) if match.end() in found]
        return found[places[0]] if len(places) == 1 else None

    target, actual = single(_TARGET), single(_ACTUAL)
    behind = [
        (one, match)
        for one in found.values()  # 목표 78% 달성을 위한 tells a target, no rate
        if one.is_percent
        and one not in (target, actual)
        and (match := _RATE_BEHIND.match(text, one.end)) is not None
    ]
    rate = single(_RATE_BEFORE)
    beyond = False
    if rate is None and len(behind) == 1:
        rate, beyond = behind[0][0], bool(behind[0][1]["beyond"])
    if rate is not None and not rate.is_percent:
        rate = None
    return _Said(target, actual, rate, beyond)


def _meant(known: tuple[Known, ...], said: _Said, text: str) -> tuple[Known, ...]:
    """Return the figures that a text speaks of: by name, by its target, or by its actual."""
    named = [row for row in known if _is_named(row.indicator, text)]
    for rows in (named, known):
        for amount, which in ((said.target, "target"), (said.actual, "actual")):
            if amount is None or (rows is known and not _tells(amount)):
                continue
            fitting = [row for row in rows if _is(amount, getattr(row, which), row.indicator)]
            if fitting:
                return tuple(fitting)
    only = {row.indicator.uid for row in named}
    return tuple(named) if len(only) == 1 else ()


def _is_named(indicator: Indicator, text: str) -> bool:
    """Say whether a text names an indicator, or in quotes what stands in its brackets."""
    code = rf"(?<![0-9A-Za-z가-힣]){re.escape(indicator.code)}(?![0-9A-Za-z])"
    topic = _TOPIC.search(indicator.name)
    quoted = "" if topic is None else f"{_QUOTE}{re.escape(topic[1])}{_QUOTE}"
    is_quoted = bool(quoted) and re.search(quoted, text) is not None
    return indicator.name in text or is_quoted or re.search(code, text) is not None


def _tells(amount: Amount) -> bool:
    digits = str(amount.value.numerator).rstrip("0")
    return len(digits) > 1 or amount.value.denominator > 1


def _is(amount: Amount, figure: Fraction, indicator: Indicator) -> bool:
    unit = "" if indicator.measure is None else indicator.measure.unit
    is_other = unit and amount.unit and not amount.unit.startswith(unit)
    if amount.scale > 1:
        return amount.whole == figure or (not is_other and amount.value == figure)
    return not is_other and amount.value == figure


def _against_marks(near: tuple[Known, ...], said: _Said) -> Iterator[Remark]:
    first = near[0]
    code = first.indicator.code
    pairs = [
        (said.target, "target", "wording_target_wrong"),
        (said.actual, "actual", "wording_actual_wrong"),
    ]
    for amount, which, key in pairs:
        if amount is None or any(_is(amount, getattr(row, which), row.indicator) for row in near):
            continue
        if not _can_compare(amount, first.indicator):
            continue
        right = _exactly(getattr(first, which))
        span = amount.start, amount.end
        yield remark(About.FIGURE, span, key, code=code, said=_written(amount), right=right)
    rates = [rate for row in near if formula_of(row.indicator) in _RATED for rate in row.rates()]
    yield from _rate(said, rates, code)


def _can_compare(amount: Amount, indicator: Indicator) -> bool:
    unit = "" if indicator.measure is None else indicator.measure.unit
    return amount.scale == 1 and (not unit or not amount.unit or amount.unit.startswith(unit))


def _against_itself(said: _Said) -> Iterator[Remark]:
    if said.target is None or said.actual is None or not said.target.whole:
        return
    rates = [said.actual.whole * 100 / said.target.whole]
    if said.actual.whole:
        rates.append(said.target.whole * 100 / said.actual.whole)
    yield from _rate(said, rates, "")


def _rate(said: _Said, rates: list[Fraction], code: str) -> Iterator[Remark]:
    written = said.rate
    if written is None or not rates:
        return
    meant = [rate - 100 for rate in rates] if said.beyond else rates
    fits = [*meant, *(Fraction(100) for rate in rates if rate > 100)]
    if any(is_written_as(written, abs(rate)) for rate in fits):
        return
    span = written.start, written.end + 1
    right = shown(abs(meant[0]), max(written.places, 1))
    values = {"said": _written(written), "right": right}
    if code:
        yield remark(About.FIGURE, span, "wording_rate_wrong_of", code=code, **values)
    else:
        yield remark(About.FIGURE, span, "wording_rate_wrong", **values)


def _written(amount: Amount) -> str:
    return shown(amount.value, amount.places)


def _exactly(figure: Fraction) -> str:
    places = next((at for at in range(7) if (figure * 10**at).denominator == 1), 6)
    return shown(figure, places)
