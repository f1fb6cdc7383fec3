"""Applying a merge plan: one transaction, with a backup of the round before it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from models.imports import Import, add_import, add_seals, last_import, set_withdrawn
from models.journal import add_revisions, replace_heads
from models.store import Store
from workbench.backups.shelf import Why, back_up
from workbench.definition.terms import Uid
from workbench.home import now_ms
from workbench.merging.brought import Brought
from workbench.merging.owner_plan import OwnerPlan
from workbench.merging.planning import MergePlan, plan_merge
from workbench.merging.report import MergeReport
from workbench.progress import Progress, silent
from workbench.refusals_log import log_refusals
from workbench.rounds.finality import require_open
from workbench.rounds.history import record_event
from workbench.surveys.basis import let_in
from workbench.text import clean_text
from workbench.uncollected import uncollected


def merge(
    store: Store,
    files: Sequence[Path],
    *,
    dry_run: bool = False,
    all_or_nothing: bool = False,
    seen: MergeReport | None = None,
    progress: Progress = silent,
) -> MergeReport:
    """Merge score books into the round; bad files are refused, good ones taken.

    With ``all_or_nothing`` one refused file keeps all of them out; so does, where ``seen`` is the
    plan that somebody looked at, a file that has changed since. Bringing nothing changes no byte.
    What is refused is noted in the log of this computer, once for ``seen`` and its merge.

    Raises:
        MergeError: the round is final and the books would change it.
        StoreError: the disk refuses; the round is as before.
        Cancelled: the person asked to stop; the round is as before.
    """
    with store.read() as connection:
        plan = plan_merge(connection, files, progress=progress)
        report = plan.report
        log_refusals(store.path, report.refused_beyond(seen))
        if all_or_nothing and any(row.status == "refused" for row in report.files):
            as_before = plan_merge(connection, ()).report
            return replace(as_before, applied=False, files=report.files)
        if plan.books:  # a dry run too: it answers as the real run would
            require_open(connection)
    if dry_run or (seen is not None and not report.is_of_same_files(seen)):
        return replace(report, applied=False)
    if plan.books:
        apply_plan(store, plan, progress=progress)
    return report


def apply_plan(store: Store, plan: MergePlan, *, progress: Progress = silent) -> None:
    """Write what ``plan`` says, after a backup, in one transaction.

    Raises:
        MergeError: the round is final.
        StoreError: the disk refuses; the round is as before.
        Cancelled: the person asked to stop; the round is as before.
    """
    with store.read() as connection:
        require_open(connection)
    back_up(store, plan.state.uid, Why.MERGE)
    present = _heads_by_owner(plan)
    merged = [row for row in plan.report.files if row.status == "merged"]
    with uncollected(), store.write() as connection:
        for done, (uid, owner) in enumerate(plan.owners.items()):
            progress(done, len(plan.owners), plan.state.definition.evaluator[uid].name)
            _write_owner(connection, owner, _of_owner(plan, uid), present.get(uid, ()))
        record_event(
            connection,
            "merged",
            files=[
                {
                    "file": clean_text(row.file.name),
                    "evaluator": row.evaluator,
                    "new": row.new,
                    **book.noted(),
                }
                for row, (book, _) in zip(merged, plan.books, strict=True)
            ],
            **_let_in(plan),
        )


def _let_in(plan: MergePlan) -> dict[str, dict[str, tuple[str, ...]]]:
    """Tell, where there are any, the columns about persons that newly merged surveys let in."""
    people = plan.state.definition.evaluator
    found = {people[uid].code: let_in(owner.added) for uid, owner in plan.owners.items()}
    named = {code: columns for code, columns in found.items() if columns}
    return {"let_in": named} if named else {}


def _heads_by_owner(plan: MergePlan) -> dict[Uid, list[bytes]]:
    """Return the ids of the heads that stand in the round, by owner."""
    found: dict[Uid, list[bytes]] = {}
    for cell, group in plan.state.heads.items():
        if cell[0] in plan.owners:
            found.setdefault(cell[0], []).extend(row.id for row in group)
    return found


def _of_owner(plan: MergePlan, uid: Uid) -> list[tuple[Brought, Path]]:
    return [(book, path) for book, path in plan.books if book.owner == uid]


def _write_owner(
    connection: Connection,
    owner: OwnerPlan,
    books: Iterable[tuple[Brought, Path]],
    before: Iterable[bytes],
) -> None:
    """Write what ``books`` bring to one owner, whose heads were ``before``."""
    numbers = dict(owner.before.numbers) | add_revisions(connection, owner.added)
    seals = add_seals(connection, list(owner.seals.values()), numbers)
    for book, path in books:
        if book.digest in owner.before.withdrawn:
            set_withdrawn(connection, book.digest, withdrawn=False)
            continue
        add_import(
            connection,
            Import(
                last_import(connection) + 1,
                book.digest,
                book.owner,
                clean_text(path.name),
                now_ms(),
                withdrawn=False,
                revisions=frozenset(numbers[id_] for id_ in owner.imported[book.digest]),
            ),
            [seals[id_] for id_ in book.seals],
        )
    wanted = {numbers[id_] for id_ in owner.heads}
    present = {numbers[id_] for id_ in before}
    replace_heads(connection, sorted(present - wanted), sorted(wanted - present))
