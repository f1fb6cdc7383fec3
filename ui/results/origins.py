"""Which number somebody pressed, and the services that it is made of."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.results.figures import BY_TOTAL, in_order, orders, section_of
from ui.results.wording import band_name, below_title, bin_name, order_word, verdict_word
from workbench.exact import plain, printed
from workbench.reports.bands import band_counts
from workbench.results.figures import (
    below_the_cut,
    by_section,
    by_total,
    histogram,
    in_band,
    numbered,
    section_averages,
)
from workbench.results.outcome import Outcome, ServiceOutcome


class Kind(StrEnum):
    """Of which sort the number is."""

    RANKING = "ranking"
    BELOW = "below"
    AVERAGE = "average"
    SECTION = "section"
    BIN = "bin"
    BAND = "band"


class Origin(NamedTuple):
    """The number: an order of the ranking, a section's code, or the lower end of a range."""

    kind: Kind
    key: str = ""


class Gathered(NamedTuple):
    """The services behind a number, each with what it adds, in words."""

    title: str
    sentence: str
    services: tuple[ServiceOutcome, ...]
    values: tuple[str, ...]


def gathered(outcome: Outcome, origin: Origin) -> Gathered:
    """Return what stands behind the number that was pressed."""
    makers = {
        Kind.RANKING: _ranking,
        Kind.BELOW: _below,
        Kind.AVERAGE: _average,
        Kind.SECTION: _section,
        Kind.BIN: _bin,
        Kind.BAND: _band,
    }
    return makers[origin.kind](outcome, origin.key)


def _of(
    outcome: Outcome,
    title: str,
    sentence: str,
    services: tuple[ServiceOutcome, ...],
    section: str = "",
) -> Gathered:
    places = outcome.definition.rules.score_places
    values = tuple(_value(row, section, places) for row in services)
    return Gathered(title, sentence, services, values)


def _value(row: ServiceOutcome, section: str, places: int) -> str:
    if row.total is None or row.sections is None:
        return verdict_word(row.verdict)
    return printed(row.sections[section] if section else row.total, places)


def _ranking(outcome: Outcome, key: str) -> Gathered:
    title = QCoreApplication.translate("Origin", "Totals")
    key = key if key in orders(outcome.definition) else BY_TOTAL
    word = order_word(outcome.definition, key)
    return _of(outcome, title, word, in_order(outcome, key), section_of(key))


def _below(outcome: Outcome, _: str) -> Gathered:
    title = below_title(plain(outcome.definition.rules.cut))
    services = below_the_cut(outcome)
    return _of(outcome, title, _counted(len(services)), services)


def _average(outcome: Outcome, _: str) -> Gathered:
    title = QCoreApplication.translate("Origin", "Average")
    services = tuple(row for row in by_total(outcome) if row.total is not None)
    whole = sum((row.total for row in services if row.total is not None), Decimal(0))
    return _of(outcome, title, _mean(outcome, whole, len(services), outcome.average), services)


def _section(outcome: Outcome, code: str) -> Gathered:
    found = {str(section.code): (section, mean) for section, mean in section_averages(outcome)}
    if code not in found:
        return _average(outcome, code)
    section, mean = found[code]
    services = tuple(row for row in by_section(outcome, code) if row.sections is not None)
    whole = sum((row.sections[code] for row in services if row.sections), Decimal(0))
    title = QCoreApplication.translate("Origin", "Average of {section}")
    said = title.format(section=section.name)
    return _of(outcome, said, _mean(outcome, whole, len(services), mean), services, code)


def _mean(outcome: Outcome, whole: Decimal, count: int, mean: Decimal | None) -> str:
    if mean is None:
        return _counted(0)
    places = outcome.definition.rules.score_places
    words = QCoreApplication.translate("Origin", "Sum {sum} ÷ {count} services = {mean}")
    said = f"{whole:,.{places}f}"
    return words.format(sum=said, count=count, mean=printed(mean, places))


def _bin(outcome: Outcome, key: str) -> Gathered:
    data = histogram(outcome)
    found = next((one for one in data.bins if plain(one.lower) == key), None)
    services = () if found is None else numbered(outcome, found.services)
    title = bin_name(Decimal(key), data.width)
    return _of(outcome, title, _counted(len(services)), services)


def _band(outcome: Outcome, key: str) -> Gathered:
    bands = band_counts(outcome)
    band = bands[int(key)] if int(key) < len(bands) else None
    if band is None:
        return Gathered("", _counted(0), (), ())
    services = in_band(outcome, band.lower, band.upper)
    return _of(outcome, band_name(band), _counted(len(services)), services)


def _counted(count: int) -> str:
    return QCoreApplication.translate("Origin", "Services: {count}").format(count=count)
