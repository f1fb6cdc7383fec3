"""Random damages: nothing that is whole is lost, nothing is invented, the new file is sound."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.workbench.salvaging.damaging import KINDS, content_of, pages_of_each
from workbench.backups.shelf import Why, keep_image
from workbench.checking import check_file
from workbench.errors import StoreError
from workbench.salvaging.salvaging import Salvaged, salvage

if TYPE_CHECKING:
    from tests.tallying import Tally
    from tests.workbench.rounds.small_round import Bench
    from workbench.salvaging.known import Known

NORMAL, LONG = 12, 600


def invented(done: Salvaged, held: Known) -> list[str]:
    """Names what the new document holds and the old one did not."""
    new = content_of(done.path)
    own_events = {"salvaged", "reopened"}
    return [
        name
        for name, wrong in {
            "revisions": new.revisions.items() - held.revisions.items(),
            "texts": new.texts.items() - held.texts.items(),
            "versions": {row._replace(made_at=0, reason="") for row in new.versions.values()}
            - {row._replace(made_at=0, reason="") for row in held.versions.values()},
            "seals": set(new.seals) - set(held.seals),
            "imports": {(row.number, *row[1:3], *row[5:]) for row in new.imports}
            - {(row.number, *row[1:3], *row[5:]) for row in held.imports},
            "books": new.books.items() - held.books.items(),
            "events": {row for row in new.events if row.kind not in own_events} - set(held.events),
            "facts": {item for item in new.facts.items() if item[0] != "salvaged"}
            - held.facts.items(),
        }.items()
        if wrong
    ]


def missing(done: Salvaged, held: Known) -> list[str]:
    """Names what the old document held and the new one does not."""
    new = content_of(done.path)
    return [
        name
        for name, lost in {
            "revisions": held.revisions.items() - new.revisions.items(),
            "texts": held.texts.items() - new.texts.items(),
            "versions": held.versions.keys() - new.versions.keys(),
            "seals": set(held.seals) - set(new.seals),
            "imports": {row.digest for row in held.imports} - {row.digest for row in new.imports},
            "books": held.books.items() - new.books.items(),
            "events": set(held.events) - set(new.events),
        }.items()
        if lost
    ]


@pytest.mark.parametrize("has_backup", [False, True], ids=["alone", "with a backup"])
@pytest.mark.parametrize("name", ["book", "round"])
def test_whatever_lies_on_whole_pages_survives(
    lived: Bench,
    name: str,
    has_backup: bool,
    request: pytest.FixtureRequest,
    tally: Tally,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    source = lived.books["E1"] if name == "book" else lived.round
    image, held = source.read_bytes(), content_of(source)
    where = pages_of_each(image, held)
    if has_backup:
        keep_image(bytes.fromhex(held.facts["uid"]), image, Why.TIME, source)
    folder = tmp_path_factory.mktemp("damaged")
    rng, counts, wrong = random.Random(20261127), Counter[str](), []
    tried = LONG if request.config.getoption("--long") else NORMAL
    for number in range(tried):
        kind = list(KINDS)[number % len(KINDS)]
        damaged = KINDS[kind](image, rng)
        path, target = folder / f"damaged{source.suffix}", folder / f"new{source.suffix}"
        path.write_bytes(damaged.image)
        target.unlink(missing_ok=True)
        whole = {id_ for id_, pages in where.items() if not pages & damaged.touched}
        try:
            done = salvage(path, target)
        except StoreError as error:
            if has_backup or error.key != "salvage_without_definition":
                wrong.append(f"{number} {kind}: {error}")
            counts["without a definition"] += 1
            continue
        kept = done.found.known.revisions.keys()
        readable = kept | {row.id for row in done.losses.left_out}
        counts["on whole pages"] += len(whole)
        counts["read"] += len(readable)
        counts["kept"] += len(kept)
        if whole - readable:
            wrong.append(f"{number} {kind}: {len(whole - readable)} on whole pages lost")
        if problems := [*invented(done, held), *check_file(target)]:
            wrong.append(f"{number} {kind}: {problems}")
        if done.losses.count != len(where) - len(kept) and not done.losses.pages:
            wrong.append(f"{number} {kind}: missing miscounted")
        if done.losses.is_nothing and missing(done, held):
            wrong.append(f"{number} {kind}: not named as missing: {missing(done, held)}")
        counts["said to be whole"] += done.losses.is_nothing
        if path.read_bytes() != damaged.image:
            wrong.append(f"{number} {kind}: the damaged file was written")
    with_backup = ", with a backup" if has_backup else ""
    tally(f"files damaged at random and salvaged{with_backup}", tried, len(wrong))
    tally(
        f"of these too damaged to know their definition{with_backup}",
        counts["without a definition"],
    )
    tally(f"of these said to lack nothing{with_backup}", counts["said to be whole"])
    tally(f"revisions on whole pages{with_backup}", counts["on whole pages"])
    tally(f"revisions salvaged{with_backup}", counts["read"])
    tally(f"revisions kept in a sound file{with_backup}", counts["kept"])
    assert wrong == []
