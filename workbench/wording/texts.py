"""Everything the lead words from, service by service: originals, passages, remarks."""

from dataclasses import dataclass
from typing import Final

from models.journal import head_revisions
from workbench.definition.terms import Evaluator, Indicator, Service, Uid
from workbench.journal.fields import FINDINGS, Field
from workbench.journal.revisions import by_cell
from workbench.results.findings import one_value
from workbench.results.outcome import Finding, Outcome, Passage
from workbench.rounds.desk import RoundDesk
from workbench.wording.checks import TextChecks
from workbench.wording.passages import Line
from workbench.wording.remarks import Remarked

_KINDS: Final = frozenset(map(str, FINDINGS))


@dataclass(frozen=True, slots=True)
class Original:
    """One finding as its evaluator wrote it."""

    evaluator: Evaluator
    finding: Finding
    about: Indicator | None
    """The indicator it was linked to."""


@dataclass(frozen=True, slots=True)
class ServiceTexts:
    """What was written of one service, what the lead made of it, and what is remarked."""

    service: Service
    originals: tuple[Original, ...]
    """By kind, evaluator and their own order."""
    passages: tuple[Passage, ...]
    remarks: tuple[Remarked, ...]
    """On what the report prints."""

    @property
    def worded(self) -> frozenset[str]:
        """The kinds that have a final wording."""
        return frozenset(row.kind for row in self.passages)

    @property
    def remark_count(self) -> int:
        """How much is remarked."""
        return len(self.remarks)

    def lines(self, kind: str) -> tuple[Line, ...]:
        """Return the final wording of one kind, empty where there is none."""
        rows = (row for row in self.passages if row.kind == kind)
        return tuple(Line(row.uid, row.text, row.sources) for row in rows)


def read_texts(desk: RoundDesk, outcome: Outcome) -> tuple[ServiceTexts, ...]:
    """Return the texts of every service that is evaluated, by number."""
    abouts = _abouts(desk)
    definition = outcome.definition
    checks = TextChecks(outcome)
    originals: dict[Uid, list[Original]] = {}
    passages: dict[Uid, list[Passage]] = {}
    for finding in outcome.findings:
        if finding.kind in _KINDS:
            writer = definition.evaluator[finding.evaluator]
            about = definition.indicator.get(abouts.get((writer.uid, finding.uid), b""))
            originals.setdefault(finding.service, []).append(Original(writer, finding, about))
    for passage in outcome.passages:
        passages.setdefault(passage.service, []).append(passage)
    return tuple(
        ServiceTexts(
            row.service,
            tuple(originals.get(row.service.uid, ())),
            tuple(passages.get(row.service.uid, ())),
            checks.on_service(row),
        )
        for row in outcome.services
        if not row.service.exempt
    )


def _abouts(desk: RoundDesk) -> dict[tuple[Uid, Uid], Uid]:
    """Return by (evaluator, finding) the indicator it is about; where heads differ, none."""
    with desk.store.read() as connection:
        heads = by_cell(row for row in head_revisions(connection) if row.field == Field.ABOUT)
    values = {cell: one_value(heads, cell) for cell in heads}
    return {
        (owner, subject): bytes.fromhex(value)
        for (owner, _, subject, _), value in values.items()
        if value is not None
    }
