"""Another evaluator takes over: recusal, new assignment and new book in one step."""

from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from models.imports import add_book
from workbench.backups.shelf import Why, back_up
from workbench.definition.places import named
from workbench.definition.problems import runs
from workbench.definition.terms import Charge, Definition, Evaluator, Standing, Uid
from workbench.errors import InputError, MergeError
from workbench.rounds.creating import NewFolders, refuse_existing, take_away
from workbench.rounds.desk import RoundDesk
from workbench.rounds.finality import require_open
from workbench.rounds.handing_out import book_paths, read_material, write_book
from workbench.rounds.history import is_entered, next_entry, record_event
from workbench.rounds.redefining import ChangePlan, detail_of, planned, put_in_force, state_basis
from workbench.rounds.state import RoundState, read_state
from workbench.setup.draft import stored_draft
from workbench.setup.reading import read_sheets
from workbench.setup.sheets import sheets_of
from workbench.text import clean_text


@dataclass(frozen=True, slots=True)
class Arriving:
    """Who takes over: somebody in the roster by code alone, or somebody new with a name."""

    code: str
    name: str = ""
    affiliation: str = ""


@dataclass(frozen=True)
class ReplacementReport:
    """What was done: who went and came, where the new book is, and what it does to marks."""

    leaving: Evaluator
    arriving: Evaluator
    numbers: tuple[int, ...]
    """The services that were taken over."""
    book: Path
    plan: ChangePlan


def replace_evaluator(
    desk: RoundDesk,
    leaving: str,
    arriving: Arriving,
    *,
    numbers: tuple[int, ...] | None,
    standing: Standing,
    reason: str,
    folder: Path,
) -> ReplacementReport:
    """Recuse one evaluator, assign his services to another and write his new book, or nothing.

    ``leaving`` is a code; ``numbers`` are the services taken over, None for all that he has. The
    marks of who leaves are kept and listed as stray; his book is still taken when it comes.

    Raises:
        DefinitionUnfit: the assignments would not be fit, each thing by name.
        InputError: no reason, an existing file, who goes or comes does not fit, nothing would be
            taken over, or edits of the definition are waiting.
        MergeError: the round is final, or became another meanwhile.
        StoreError: the disk refuses; the round is as before and no book is left.
    """
    wanted = _Wanted(leaving, arriving, numbers, standing, clean_text(reason))
    if not wanted.reason:
        raise InputError("change_reason_missing")
    if stored_draft(desk) is not None:
        raise InputError("change_draft_waiting")
    with desk.store.read() as connection:
        require_open(connection)
        state, entry = read_state(connection), next_entry(connection)
    made = _replaced(state, wanted)
    plan = planned(state, made.definition)
    people = plan.definition.evaluator
    target = book_paths([people[made.arriving]], folder)[made.arriving]
    refuse_existing([target])
    back_up(desk.store, state.uid, Why.CHANGE)
    folders = NewFolders()
    try:
        folders.make(folder)
        _carry_out(desk, plan, made, target)
    except BaseException as error:
        if not is_entered(desk.path, entry):
            take_away([] if isinstance(error, InputError) else [target])
            folders.remove()
        raise
    desk.reload()
    return ReplacementReport(
        people[made.leaving], people[made.arriving], made.numbers, target, plan
    )


@dataclass(frozen=True, slots=True)
class _Wanted:
    leaving: str
    arriving: Arriving
    numbers: tuple[int, ...] | None
    standing: Standing
    reason: str


@dataclass(frozen=True)
class _Replaced:
    definition: Definition
    leaving: Uid
    arriving: Uid
    numbers: tuple[int, ...]
    wanted: _Wanted


def _carry_out(desk: RoundDesk, plan: ChangePlan, made: _Replaced, target: Path) -> None:
    reason = made.wanted.reason
    with desk.store.write() as connection:
        before = read_state(connection)
        if state_basis(before) != plan.basis:
            raise MergeError("change_outdated")
        version = put_in_force(connection, plan.definition, reason)
        uid = before.books.get(made.arriving)
        if uid is None:
            uid = uuid4().bytes
            add_book(connection, made.arriving, uid)
        people = plan.definition.evaluator
        record_event(
            connection,
            "evaluator_replaced",
            **detail_of(plan, version, reason),
            leaving=people[made.leaving].code,
            arriving=people[made.arriving].code,
            services=list(made.numbers),
            standing=made.wanted.standing.value,
            book=clean_text(target.name),
        )
        write_book(connection, target, made.arriving, uid, read_material(connection))


def _replaced(state: RoundState, wanted: _Wanted) -> _Replaced:
    definition = state.definition
    leaving = _person(definition, wanted.leaving)
    if leaving is None:
        raise InputError("change_nobody", code=wanted.leaving)
    arriving = _arriving(definition, leaving, wanted.arriving)
    held = [row for row in leaving.charges if row.standing is Standing.ASSIGNED]
    number = {row.uid: row.number for row in definition.services}
    has = {number[row.service] for row in held}
    asked = has if wanted.numbers is None else set(wanted.numbers)
    if not asked or asked - has:
        lacking = runs(sorted(asked - has)) or "–"
        raise InputError(
            "change_not_his", evaluator=named(definition, leaving.uid), services=lacking
        )
    given = {(row.service, row.indicator): row for row in held if number[row.service] in asked}
    recused = replace(
        leaving,
        charges=tuple(
            row._replace(standing=wanted.standing, reason=wanted.reason)
            if (row.service, row.indicator) in given
            else row
            for row in leaving.charges
        ),
    )
    taking = _taking(definition, arriving, given)
    people = [recused if row.uid == leaving.uid else row for row in definition.evaluators]
    people = [taking if row.uid == arriving.uid else row for row in people]
    if arriving.uid not in definition.evaluator:
        people.append(taking)
    changed = replace(definition, evaluators=tuple(people))
    return _Replaced(
        read_sheets(sheets_of(changed)),
        leaving.uid,
        arriving.uid,
        tuple(sorted(asked)),
        wanted,
    )


def _person(definition: Definition, code: str) -> Evaluator | None:
    wanted = code.strip().casefold()
    return next((row for row in definition.evaluators if row.code.casefold() == wanted), None)


def _arriving(definition: Definition, leaving: Evaluator, wanted: Arriving) -> Evaluator:
    known = _person(definition, wanted.code)
    name = clean_text(wanted.name)
    if known is None:
        if not name:
            raise InputError("change_name_missing", code=wanted.code)
        code, affiliation = clean_text(wanted.code), clean_text(wanted.affiliation)
        return Evaluator(uuid4().bytes, code, name, affiliation, leaving.role)
    if known.uid == leaving.uid:
        raise InputError("change_same_person", evaluator=named(definition, known.uid))
    if name and name != known.name:
        raise InputError("change_other_name", evaluator=named(definition, known.uid), name=name)
    return known


def _taking(
    definition: Definition, arriving: Evaluator, given: dict[tuple[Uid, Uid], Charge]
) -> Evaluator:
    """Return who arrives with what is given to him; where he is recused nothing can be."""
    own = {(row.service, row.indicator): row for row in arriving.charges}
    for pair in given:
        if pair in own and own[pair].standing is not Standing.ASSIGNED:
            raise InputError(
                "change_recused_there",
                evaluator=f"{arriving.code} {arriving.name}",
                service=definition.service[pair[0]].name,
                standing=own[pair].standing.value,
            )
    fresh = tuple(Charge(*pair) for pair in given if pair not in own)
    return replace(arriving, charges=(*arriving.charges, *fresh))
