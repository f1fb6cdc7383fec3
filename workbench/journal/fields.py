"""The fields of a cell: which exist, whose they are, and which make points (DESIGN §3)."""

from enum import StrEnum
from typing import Final

from workbench.definition.terms import Scale


class Field(StrEnum):
    """What a cell holds; each apart, so that a mended typo never fights a mark."""

    SCORE = "score"
    NOT_APPLICABLE = "not_applicable"
    COMMENT = "comment"
    EVIDENCE = "evidence"
    TARGET = "target"
    ACTUAL = "actual"
    SURVEY_N = "survey_n"
    SURVEY_MEAN = "survey_mean"
    SURVEY_MIN = "survey_min"
    SURVEY_MAX = "survey_max"
    SURVEY_BASIS = "survey_basis"
    ACHIEVEMENT = "achievement"
    IMPROVEMENT = "improvement"
    ORDER = "order"
    ABOUT = "about"
    OPINION = "opinion"
    RECUSAL = "recusal"
    PLEDGE = "pledge"
    MODERATION = "moderation"
    ADJUSTMENT = "adjustment"
    WORDING = "wording"
    OBJECTION = "objection"
    CONFIRMATION = "confirmation"


YES: Final = "yes"

SCALE_FIELDS: Final[dict[Scale, tuple[Field, ...]]] = {
    Scale.POINTS: (Field.SCORE,),
    Scale.RATING: (Field.SCORE,),
    Scale.GRADE: (Field.SCORE,),
    Scale.MEASURE: (Field.TARGET, Field.ACTUAL),
    Scale.SURVEY: (Field.SURVEY_N, Field.SURVEY_MEAN, Field.SURVEY_MIN, Field.SURVEY_MAX),
}
"""The fields in which a mark of each scale is typed."""

FIGURES: Final = frozenset(field for fields in SCALE_FIELDS.values() for field in fields)
FINDINGS: Final = (Field.ACHIEVEMENT, Field.IMPROVEMENT)
TEXTS_OF_INDICATOR: Final = frozenset({Field.COMMENT, Field.EVIDENCE, Field.SURVEY_BASIS})
OF_INDICATOR: Final = FIGURES | TEXTS_OF_INDICATOR | {Field.NOT_APPLICABLE}
OF_FINDING: Final = frozenset(FINDINGS) | {Field.ORDER, Field.ABOUT}
OF_SERVICE: Final = frozenset({Field.OPINION, Field.RECUSAL})
OF_ROUND: Final = frozenset({Field.PLEDGE})
OF_EVALUATOR: Final = OF_INDICATOR | OF_FINDING | OF_SERVICE | OF_ROUND

MAKE_POINTS: Final = FIGURES - {Field.SURVEY_N} | {Field.NOT_APPLICABLE, Field.RECUSAL}
"""A conflict in one of these leaves the service without a verdict; in others only texts differ."""
