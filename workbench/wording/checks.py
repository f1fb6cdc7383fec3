"""Every check on the texts of the report together: pure, over an ``Outcome``."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from workbench.definition.terms import Uid
from workbench.journal.fields import FINDINGS
from workbench.results.outcome import Outcome, Passage, ServiceOutcome
from workbench.results.wording import PrintedText, printed_texts
from workbench.wording.figures import Known, figure_remarks, known_figures
from workbench.wording.growth import growth_remarks
from workbench.wording.nearness import is_near
from workbench.wording.remarks import About, Remark, Remarked, remark
from workbench.wording.scores import score_remarks
from workbench.wording.secrets import Secrets
from workbench.wording.shares import share_remarks
from workbench.wording.style import (
    FEWEST_LINES,
    MOST_LINES,
    length_remarks,
    sign_remarks,
    style_remarks,
)

_LONGEST: int = 4_000
"""What is longer is no line of a report; its length is remarked and nothing else looked for."""


class TextChecks:
    """Checks the texts of one result; what depends on the round is prepared once."""

    def __init__(self, outcome: Outcome) -> None:
        """Prepare the checks of ``outcome``."""
        self._outcome = outcome
        self._secrets = Secrets(outcome)
        self._printed = printed_texts(outcome)
        self._there = {(row.evaluator, row.uid) for row in outcome.findings}
        self._last: tuple[ServiceOutcome | None, tuple[Known, ...]] = (None, ())
        self._passages: dict[Uid, list[Passage]] = {}
        for passage in outcome.passages:
            self._passages.setdefault(passage.service, []).append(passage)

    def on_text(self, service: ServiceOutcome, text: str) -> tuple[Remark, ...]:
        """Return the remarks on one line of a service, by place."""
        found = list(_on_words(text))
        if len(text) <= _LONGEST:
            found += score_remarks(self._outcome, service, text)
            found += figure_remarks(self._figures(service), text)
            found += self._secrets.remarks(service, text)
        return tuple(sorted(found, key=lambda row: (row.start, row.length, row.key)))

    def _figures(self, service: ServiceOutcome) -> tuple[Known, ...]:
        """Return the figures of ``service``, read out of its marks once for all of its lines."""
        last, figures = self._last
        if last is not service:
            figures = known_figures(service)
            self._last = (service, figures)
        return figures

    def on_service(self, service: ServiceOutcome) -> tuple[Remarked, ...]:
        """Return the remarks on everything that the report prints of a service."""
        if service.service.exempt:
            return ()
        uid = service.service.uid
        found: list[Remarked] = []
        for kind in map(str, FINDINGS):
            lines = self._printed.get((uid, kind), ())
            found += [Remarked(kind, None, row) for row in _on_count(kind, lines)]
            for line in lines:
                rows = (*self.on_text(service, line.text), *_on_twins(line, lines))
                found += [Remarked(kind, line.uid, row) for row in rows]
        return (*found, *self._on_sources(uid))

    def _on_sources(self, service: Uid) -> Iterator[Remarked]:
        """A source that its evaluator took away, or who no longer counts there."""
        people = self._outcome.definition.evaluator
        for passage in self._passages.get(service, ()):
            gone = [source for source in passage.sources if source not in self._there]
            names = [people[owner].name for owner, _ in gone if owner in people]
            if gone:
                who = ", ".join(dict.fromkeys(names)) or "?"
                row = remark(About.SOURCE, (0, 0), "wording_source_gone", name=who)
                yield Remarked(passage.kind, passage.uid, row)


def _on_count(kind: str, lines: Sequence[PrintedText]) -> Iterator[Remark]:
    if not lines:
        yield remark(About.COUNT, (0, 0), f"wording_no_{kind}")
    elif not FEWEST_LINES <= len(lines) <= MOST_LINES:
        least = {"count": len(lines), "fewest": FEWEST_LINES, "most": MOST_LINES}
        yield remark(About.COUNT, (0, 0), "wording_unusual_count", **least)


def _on_twins(line: PrintedText, lines: Sequence[PrintedText]) -> Iterator[Remark]:
    """Remark the later of two lines that say nearly the same."""
    for one, other in combinations(enumerate(lines, start=1), 2):
        if other[1] is line and is_near(one[1].text, line.text):
            yield remark(About.TWIN, (0, len(line.text)), "wording_twin", number=one[0])
            return


@lru_cache(maxsize=32_768)
def _on_words(text: str) -> tuple[Remark, ...]:
    """Return what the words alone are enough to remark."""
    found = list(length_remarks(text))
    if len(text) <= _LONGEST:
        found += style_remarks(text)
        found += sign_remarks(text)
        found += growth_remarks(text)
        found += share_remarks(text)
    return tuple(found)
