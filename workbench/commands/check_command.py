"""``check``: integrity, history and derived state of rounds and score books."""

from pathlib import Path

import click

from workbench.checking import check_file, final_hash_of
from workbench.commands.building import argument, command
from workbench.commands.speaking import Speaker


def check_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench check``."""
    return command(speaker, "check", _check, [argument("FILE", many=True)])


def _check(speaker: Speaker, file: tuple[Path, ...]) -> int:
    found = [(path, check_file(path)) for path in file]
    final = {path: "" if problems else final_hash_of(path) for path, problems in found}
    for path, problems in found:
        if not problems:
            speaker.line("check_good", name=path.name)
        if final[path]:
            speaker.line("check_final", name=path.name, hash=final[path])
        for problem in problems:
            speaker.complain(problem)
    speaker.answer(
        {
            "ok": not any(problems for _, problems in found),
            "files": [
                {
                    "file": str(path.absolute()),
                    "ok": not problems,
                    "problems": [speaker.sentence(problem) for problem in problems],
                    **({"final": final[path]} if final[path] else {}),
                }
                for path, problems in found
            ],
        }
    )
    return max((problem.exit_code for _, problems in found for problem in problems), default=0)
