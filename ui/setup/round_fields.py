"""The fields of the round sheet in the order of the form, each with a line that explains it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from ui.setup.choices import aggregation_words, rounding_words, yes_words
from ui.setup.wording import round_word


@dataclass(frozen=True, slots=True)
class RoundField:
    """One key of the round sheet; ``choices`` are the words of fixed values."""

    key: str
    word: str
    explained: str
    choices: Mapping[str, str] = field(default_factory=dict)


def round_groups() -> tuple[tuple[str, tuple[RoundField, ...]], ...]:
    """Return headings, each with its fields."""
    return (
        (QCoreApplication.translate("SetupRound", "What is evaluated"), _named()),
        (QCoreApplication.translate("SetupRound", "How points are computed"), _computed()),
        (QCoreApplication.translate("SetupRound", "What evaluators must explain"), _explained()),
        (QCoreApplication.translate("SetupRound", "Until when, and whom to ask"), _asked()),
    )


def _named() -> tuple[RoundField, ...]:
    return (
        _field("title", QCoreApplication.translate("SetupRound", "Stands on every page and sheet")),
        _field("year", QCoreApplication.translate("SetupRound", "For example 2026")),
        _field("sequence", QCoreApplication.translate("SetupRound", "1 for the first of the year")),
        _field("legal_basis", QCoreApplication.translate("SetupRound", "Ordinance and article")),
        _field("period", QCoreApplication.translate("SetupRound", "As it shall be printed")),
        _field("institute", QCoreApplication.translate("SetupRound", "Who evaluates")),
        _field(
            "pool",
            QCoreApplication.translate("SetupRound", "How many services are evaluated this year"),
        ),
        _field(
            "rehearsal",
            QCoreApplication.translate("SetupRound", "Marks every page and sheet as a rehearsal"),
            yes_words(),
        ),
    )


def _computed() -> tuple[RoundField, ...]:
    return (
        _field(
            "cut",
            QCoreApplication.translate("SetupRound", "A total below it loses the renewal"),
        ),
        _field(
            "aggregation",
            QCoreApplication.translate("SetupRound", "Where an indicator does not say otherwise"),
            aggregation_words(),
        ),
        _field(
            "rounding_stage",
            QCoreApplication.translate("SetupRound", "Where points are rounded half up, once"),
            rounding_words(),
        ),
        _field(
            "score_places",
            QCoreApplication.translate("SetupRound", "Decimals of every printed score"),
            {str(places): str(places) for places in range(5)},
        ),
        _field(
            "bands",
            QCoreApplication.translate("SetupRound", "label:lower bound, highest first, by “;”"),
        ),
        _field(
            "adjustment_cap",
            QCoreApplication.translate("SetupRound", "Most points of an adjustment; may be empty"),
        ),
    )


def _explained() -> tuple[RoundField, ...]:
    return (
        _field(
            "comment_below",
            QCoreApplication.translate(
                "SetupRound", "Percent of the maximum below which a reason is asked"
            ),
        ),
        _field(
            "comment_at_max",
            QCoreApplication.translate("SetupRound", "A full mark asks for a reason"),
            yes_words(),
        ),
        _field(
            "min_respondents",
            QCoreApplication.translate("SetupRound", "A survey with fewer is pointed out"),
        ),
    )


def _asked() -> tuple[RoundField, ...]:
    return (
        _field(
            "deadline",
            QCoreApplication.translate("SetupRound", "Written like 2026-12-31; may be empty"),
        ),
        _field(
            "contact",
            QCoreApplication.translate("SetupRound", "Whom evaluators ask; stands in their books"),
        ),
    )


def _field(key: str, explained: str, choices: Mapping[str, str] | None = None) -> RoundField:
    return RoundField(key, round_word(key), explained, choices or {})
