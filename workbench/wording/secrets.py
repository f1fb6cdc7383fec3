"""What a text of the public report must not say: evaluators, verdicts, services below the cut."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from workbench.exact import plain
from workbench.results.outcome import Outcome, ServiceOutcome, Verdict
from workbench.wording.remarks import About, Remark, remark

_LEAST_NAME: Final = 2
_LEAST_SERVICE: Final = 4
_LEAST_CODE: Final = 2
_BEHIND_NAME: Final = (
    r"(?=$|[^가-힣]|(?:위원|평가위원|교수|박사|간사|님|씨|은|는|이|가|의|을|를|과|와|도))"
)
_VERDICT: Final = r"재계약\s?배제|재계약\s?제외"


class Secrets:
    """Knows every name of one round that the public report leaves out."""

    def __init__(self, outcome: Outcome) -> None:
        """Take the names of the evaluators and of the services below the cut."""
        people = outcome.definition.evaluators
        names = [row.name for row in people if len(row.name) >= _LEAST_NAME]
        codes = [row.code for row in people if _is_telling(row.code)]
        self._names = _any_of(names, r"(?<![가-힣A-Za-z])", _BEHIND_NAME)
        self._codes = _any_of(codes, r"(?<![0-9A-Za-z가-힣])", r"(?![0-9A-Za-z])")
        self._below = {
            row.service.uid: row.service.name
            for row in outcome.services
            if row.verdict is Verdict.BELOW and len(row.service.name) >= _LEAST_SERVICE
        }
        self._services = _any_of(self._below.values(), "", "")
        cut = re.escape(plain(outcome.definition.rules.cut))
        self._verdict = re.compile(rf"{_VERDICT}|(?<![\d.]){cut}(?:\.0+)?점\s?미만")

    def remarks(self, service: ServiceOutcome, text: str) -> Iterator[Remark]:
        """Yield what in ``text`` a reader of the public report could learn a secret from."""
        for match in self._names.finditer(text):
            yield remark(About.SECRET, match.span(), "wording_secret_name", name=match[0])
        for match in self._codes.finditer(text):
            yield remark(About.SECRET, match.span(), "wording_secret_code", code=match[0])
        for match in self._verdict.finditer(text):
            yield remark(About.SECRET, match.span(), "wording_secret_verdict", said=match[0])
        own = service.service.name
        blank = text.replace(own, "\x00" * len(own))
        for match in self._services.finditer(blank):
            yield remark(About.SECRET, match.span(), "wording_secret_below", name=match[0])


def _is_telling(code: str) -> bool:
    return len(code) >= _LEAST_CODE and not code.isdigit()


def _any_of(words: Iterable[str], before: str, behind: str) -> re.Pattern[str]:
    """Return what finds any of ``words``, longer ones first; of no words what finds nothing."""
    escaped = "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
    return re.compile(f"{before}(?:{escaped}){behind}" if escaped else r"(?!)")
