"""A piece of work in a process of its own, so that none inherits another's memory or caches.

``python -m tests.bench.fresh JOB ARGUMENT…`` does one job of ``tests.bench.jobs`` and prints its
figures as JSON; ``figures_of`` starts it and reads them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.rows import Figures


def surroundings() -> dict[str, str]:
    """The environment of a process whose modules are compiled once, beside the bench's home."""
    # whoever has the program installed has it compiled; a checkout is not to be written into
    around = {name: it for name, it in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return around | {"PYTHONPYCACHEPREFIX": str(Path(around["SCORING_WORKBENCH_HOME"], "bytecode"))}


def figures_of(job: str, *arguments: object) -> Figures:
    """Do ``job`` in a fresh process and return its figures."""
    command = [sys.executable, "-m", "tests.bench.fresh", job, *map(str, arguments)]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, text=True, check=True, env=surroundings()
    )
    return json.loads(done.stdout.splitlines()[-1])


def main() -> None:
    from tests.bench.jobs import JOBS

    name, *arguments = sys.argv[1:]
    sys.stdout.write(json.dumps(JOBS[name](*arguments)) + "\n")


if __name__ == "__main__":
    main()
