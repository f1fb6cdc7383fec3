"""``check``: integrity, history and derived state of files; with ``--repair`` what helps."""

from pathlib import Path
from typing import Any

import click

from workbench.checking import check_file, final_hash_of
from workbench.commands.building import FILE, argument, command, option
from workbench.commands.opening import tell_taken
from workbench.commands.speaking import Speaker
from workbench.definition.places import places_of
from workbench.documents import taken_now
from workbench.errors import AppError, InputError
from workbench.refusals_log import log_refusals
from workbench.salvaging.repairing import Repair, repair
from workbench.salvaging.salvaging import Salvaged, free_name
from workbench.salvaging.telling import group_words, left_out_words, sentences
from workbench.sentences import say


def check_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench check``."""
    return command(
        speaker,
        "check",
        _check,
        [
            argument("FILE", many=True),
            option(speaker, "--repair", key="option_repair", is_flag=True),
            option(speaker, "-o", "--output", key="option_repair_to", type=FILE),
        ],
    )


def _check(speaker: Speaker, file: tuple[Path, ...], repair: bool, output: Path | None) -> int:
    if output is not None and not repair:
        raise InputError("usage_repair_needed")
    if output is not None and len(file) > 1:
        raise InputError("usage_repair_one")
    if repair:
        return _repair(speaker, file, output)
    taken = {path: taken_now(path) for path in file}
    found = [(path, check_file(path)) for path in file]
    for path, problems in found:
        log_refusals(path, ((path, problem) for problem in problems))
    final = {path: "" if problems else final_hash_of(path) for path, problems in found}
    for path, problems in found:
        tell_taken(speaker, taken[path])
        _tell(speaker, path, problems, final[path])
    speaker.answer(
        {
            "ok": not any(problems for _, problems in found),
            "files": [_object(speaker, path, problems, final[path]) for path, problems in found],
        }
    )
    return max((problem.exit_code for _, problems in found for problem in problems), default=0)


def _tell(speaker: Speaker, path: Path, problems: tuple[AppError, ...], final: str) -> None:
    if not problems:
        speaker.line("check_good", name=path.name)
    if final:
        speaker.line("check_final", name=path.name, hash=final)
    for problem in problems:
        speaker.complain(problem)


def _object(
    speaker: Speaker, path: Path, problems: tuple[AppError, ...], final: str
) -> dict[str, Any]:
    found = {
        "file": str(path.absolute()),
        "ok": not problems,
        "problems": [speaker.sentence(problem) for problem in problems],
    }
    return found | {"final": final} if final else found


# --- repair ---------------------------------------------------------------------------------


def _repair(speaker: Speaker, files: tuple[Path, ...], output: Path | None) -> int:
    code, told, word = 0, [], say("salvage_word", speaker.language)
    for path in files:
        try:
            done = repair(path, output or free_name(path, word))
        except AppError as error:
            speaker.complain(error)
            code = max(code, error.exit_code)
            told.append(_object(speaker, path, (error,), "") | {"repair": "none"})
            continue
        _tell_repair(speaker, done)
        code = max(code, 0 if done.is_good else _worst(done.problems))
        told.append(_repair_object(speaker, done))
    speaker.answer({"ok": all(row["ok"] for row in told), "files": told})
    return code


def _worst(problems: tuple[AppError, ...]) -> int:
    return max(problem.exit_code for problem in problems)


def _tell_repair(speaker: Speaker, done: Repair) -> None:
    if done.salvaged is None:
        if done.backup is None:
            speaker.line("check_good", name=done.path.name)
        else:
            speaker.line(
                "repaired_heads", name=done.path.name, count=done.rebuilt, backup=done.backup
            )
        return
    for problem in done.problems:
        speaker.complain(problem)
    speaker.line("salvage_left_alone", name=done.path.name)
    for sentence in sentences(done.salvaged):
        speaker.text(speaker.sentence(sentence))


def _repair_object(speaker: Speaker, done: Repair) -> dict[str, Any]:
    found = _object(speaker, done.path, done.problems, "") | {"ok": done.is_good}
    if done.salvaged is not None:
        return found | {"repair": "salvaged"} | _salvaged_object(speaker, done.salvaged)
    if done.backup is None:
        return found | {"repair": "nothing"}
    backup = str(done.backup.absolute())
    return found | {"repair": "rebuilt", "rebuilt": done.rebuilt, "backup": backup}


def _salvaged_object(speaker: Speaker, done: Salvaged) -> dict[str, Any]:
    losses, definition = done.losses, done.found.definition
    people = definition.evaluator
    return {
        "new": str(done.path.absolute()),
        "sha256": done.sha256,
        "kept": done.kept,
        "from_backup": done.found.from_backup,
        "backup": "" if done.backup is None else str(done.backup.backup.path),
        "missing": {
            "revisions": losses.count,
            "unreadable": [
                {
                    "evaluator": people[row.owner].code if row.owner in people else "",
                    "service": definition.service[row.service].number
                    if row.service in definition.service
                    else None,
                    "count": row.count,
                    "text": speaker.sentence(group_words(row, definition)),
                }
                for row in losses.missing
            ],
            "left_out": [
                speaker.sentence(left_out_words(row, definition)) for row in losses.left_out
            ],
            "absent_parents": [id_.hex() for id_ in losses.absent_parents],
            "older": [speaker.sentence(place) for place in places_of(definition, losses.older)],
            "imports": [{"number": row.number, "file": row.file} for row in losses.imports],
            "books": [people[uid].code for uid in losses.books if uid in people],
            "seals": losses.seals,
            "versions": losses.versions,
            "events": losses.events,
            "pages": losses.pages,
            "torn": list(losses.torn),
            "was_final": losses.was_final,
        },
    }
