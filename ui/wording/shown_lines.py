"""The rows of one list: its lines with their people and remarks, and what was refused."""

from collections.abc import Mapping

from ui.wording.drafts import Drafts
from ui.wording.passage_row import Shown
from workbench.definition.terms import Definition, Evaluator, Uid
from workbench.wording.passages import Line
from workbench.wording.remarks import Remark
from workbench.wording.texts import ServiceTexts


def shown_lines(
    drafts: Drafts, texts: ServiceTexts, kind: str, definition: Definition
) -> list[Shown]:
    """Return the lines of a service as they are wanted, then what could not become a new one.

    A remark is shown only while the line is what was remarked on.
    """
    key = (texts.service.uid, kind)
    refused = drafts.refused(key)
    stored = {row.uid: row.text for row in texts.passages}
    remarks = remarks_of(texts, kind)
    found = [
        Shown(
            line.uid,
            line.text,
            _people(line, definition),
            remarks.get(line.uid, ()) if stored.get(line.uid) == line.text else (),
            refused.pop(line.uid, None),
            is_line=True,
        )
        for line in drafts.lines(key)
    ]
    return found + [Shown(uid, refused=held, is_line=True) for uid, held in refused.items()]


def remarks_of(texts: ServiceTexts, kind: str) -> Mapping[Uid | None, tuple[Remark, ...]]:
    """Return the remarks on one kind by what they are on; on the list itself under None."""
    found: dict[Uid | None, tuple[Remark, ...]] = {}
    for row in texts.remarks:
        if row.kind == kind:
            found[row.subject] = (*found.get(row.subject, ()), row.remark)
    return found


def _people(line: Line, definition: Definition) -> tuple[Evaluator, ...]:
    known = definition.evaluator
    return tuple(known[owner] for owner, _ in line.sources if owner in known)
