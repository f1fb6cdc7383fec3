"""The lead's final wording of the report: passages of a service, each with what it comes from.

The value of the lead's cell (service, passage, ``wording``) is canonical JSON.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.journal import Revision
from workbench.definition.terms import Definition, Uid
from workbench.journal.fields import FINDINGS, Field
from workbench.journal.revisions import Cell
from workbench.results.outcome import Outcome, Passage


@dataclass(frozen=True, slots=True)
class Worded:
    """What the cell holds."""

    kind: str
    """``achievement`` or ``improvement``."""
    place: int
    """Where it stands among the passages of its kind, lowest first."""
    text: str
    sources: tuple[tuple[Uid, Uid], ...]
    """(evaluator, finding) of what it was worded from."""

    def stored(self) -> str:
        """Return the text that is kept in the cell."""
        content = {
            "kind": str(self.kind),
            "place": self.place,
            "text": self.text,
            "sources": [[owner.hex(), finding.hex()] for owner, finding in self.sources],
        }
        return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_worded(value: str) -> Worded:
    """Return what ``Worded.stored`` made.

    Raises:
        KeyError, TypeError, ValueError: the text was not made by it.
    """
    content = json.loads(value)
    pairs = ((bytes.fromhex(owner), bytes.fromhex(row)) for owner, row in content["sources"])
    return Worded(content["kind"], content["place"], content["text"], tuple(pairs))


def passages(
    definition: Definition, heads: Mapping[Cell, Sequence[Revision]]
) -> tuple[Passage, ...]:
    """Return the final wording of every service of the roster, sorted for the report."""
    numbers = {row.uid: row.number for row in definition.services}
    found: list[tuple[tuple[int, int, int, bytes], Passage]] = []
    for (_, service, uid, field), group in heads.items():
        value = group[0].value
        if field != Field.WORDING or value is None or service not in numbers:
            continue
        held = read_worded(value)
        place = (numbers[service], FINDINGS.index(Field(held.kind)), held.place, uid)
        passage = Passage(uid, service, held.kind, held.text, held.sources, group[0].id)
        found.append((place, passage))
    return tuple(passage for _, passage in sorted(found, key=lambda pair: pair[0]))


@dataclass(frozen=True, slots=True)
class PrintedText:
    """One line of 주요 성과 or 개선 과제, or an opinion, as it stands in the report."""

    text: str
    evaluators: tuple[Uid, ...]
    """Whose findings it is or comes from, in the order of the roster of evaluators."""
    is_final: bool
    """The lead's wording, not an evaluator's own."""
    uid: Uid
    """The passage's or the finding's; of an opinion its service's."""


def printed_texts(outcome: Outcome) -> dict[tuple[Uid, str], tuple[PrintedText, ...]]:
    """Return what stands in the report by (service, kind); opinions are the evaluators' own."""
    places = {row.uid: at for at, row in enumerate(outcome.definition.evaluators)}
    found: dict[tuple[Uid, str], list[PrintedText]] = {}
    for passage in outcome.passages:
        known = {owner for owner, _ in passage.sources if owner in places}
        owners = tuple(sorted(known, key=places.__getitem__))
        made = PrintedText(passage.text, owners, is_final=True, uid=passage.uid)
        found.setdefault((passage.service, passage.kind), []).append(made)
    final = frozenset(found)
    for finding in outcome.findings:
        key = (finding.service, str(finding.kind))
        if key not in final:
            owner = (finding.evaluator,)
            made = PrintedText(finding.text, owner, is_final=False, uid=finding.uid)
            found.setdefault(key, []).append(made)
    return {key: tuple(rows) for key, rows in found.items()}
