"""Taking over what evaluators wrote: lists of lines in, lists of lines out, nothing stored."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import uuid4

from workbench.definition.terms import Uid
from workbench.results.outcome import Finding
from workbench.wording.nearness import is_near
from workbench.wording.passages import Line

Lines = tuple[Line, ...]


def source_of(finding: Finding) -> tuple[Uid, Uid]:
    """Return by what a line names ``finding`` as its source."""
    return finding.evaluator, finding.uid


def taken_over(lines: Sequence[Line], findings: Iterable[Finding]) -> Lines:
    """Return ``lines`` with ``findings`` behind them, each as a line of its own.

    One that is a source already is not taken twice; one that says nearly what a line says
    becomes a further source of that line.
    """
    found = list(lines)
    for finding in findings:
        source = source_of(finding)
        if any(source in line.sources for line in found):
            continue
        for at, line in enumerate(found):
            if is_near(line.text, finding.text):
                found[at] = replace(line, sources=(*line.sources, source))
                break
        else:
            found.append(Line(uuid4().bytes, finding.text, (source,)))
    return tuple(found)


def joined(lines: Sequence[Line], uid: Uid, finding: Finding) -> Lines:
    """Return ``lines`` with ``finding`` as a further source of the line ``uid``."""
    source = source_of(finding)
    return tuple(
        replace(line, sources=tuple(dict.fromkeys((*line.sources, source))))
        if line.uid == uid
        else line
        for line in lines
    )


def released(lines: Sequence[Line], finding: Finding) -> Lines:
    """Return ``lines`` with ``finding`` a source of none of them."""
    source = source_of(finding)
    return tuple(
        replace(line, sources=tuple(one for one in line.sources if one != source)) for line in lines
    )


def merged(lines: Sequence[Line], into: Uid, other: Uid) -> Lines:
    """Return ``lines`` with ``other`` gone into the line ``into``: sources and text of both.

    Where both say nearly the same, the text of ``into`` stays as it is.
    """
    known = {line.uid: line for line in lines}
    if into == other or not {into, other} <= known.keys():
        return tuple(lines)
    one, two = known[into], known[other]
    text = one.text if is_near(one.text, two.text) else f"{one.text}, {two.text}"
    both = Line(into, text, tuple(dict.fromkeys((*one.sources, *two.sources))))
    return tuple(both if line.uid == into else line for line in lines if line.uid != other)


def moved(lines: Sequence[Line], uid: Uid, steps: int) -> Lines:
    """Return ``lines`` with one moved by ``steps`` (up is negative), as far as it goes."""
    found = list(lines)
    before = next(at for at, line in enumerate(found) if line.uid == uid)
    found.insert(min(max(before + steps, 0), len(found) - 1), found.pop(before))
    return tuple(found)


def rewritten(lines: Sequence[Line], uid: Uid, text: str) -> Lines:
    """Return ``lines`` with the text of one changed; blank takes it away, a new one stands last."""
    if not text.strip():
        return tuple(line for line in lines if line.uid != uid)
    if all(line.uid != uid for line in lines):
        return (*lines, Line(uid, text))
    return tuple(replace(line, text=text) if line.uid == uid else line for line in lines)
