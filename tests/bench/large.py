"""Rounds and score books of any size, written row by row with plain SQL: valid, sealed, quick.

The definition goes the program's own way; books and journals are written beside it, as hundreds of
books by hand-out and keystroke would take hours. Every id is the one the program computes.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from models.journal import Revision
from models.schema import STATEMENTS, VERSION, DocumentKind
from tests.journeys.rounds import indicators, lines, rules, sections, services, write_definition
from workbench.journal.receipt import import_digest, seal_id
from workbench.journal.revisions import revision_id
from workbench.rounds.creating import new_round

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MADE_AT = 1_720_000_000_000
_SHARES = {"common": (40, 40), "individual": (45, 45), "satisfaction": (15, 15)}
"""Of a hundred indicators and of a hundred points."""
_LETTERS = {"common": "C", "individual": "I", "satisfaction": "S"}
_QUICK = "PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "PRAGMA foreign_keys=OFF"
_OF_PERSON, _TAIL = '"kind":"evaluator"', 400
"""The keys of a part are sorted, and behind the charges of a person little stands."""
_REVISION = f"INSERT INTO revision VALUES ({', '.join('?' * 13)})"


@dataclass(frozen=True, slots=True)
class Size:
    """How many people score how many services by how many indicators."""

    people: int
    services: int
    indicators: int

    @property
    def marks(self) -> int:
        return self.people * self.services * self.indicators

    def __str__(self) -> str:
        return f"{self.people} x {self.services} x {self.indicators}"


@dataclass(frozen=True, slots=True)
class Person:
    """An evaluator of the round: his book, and his part of the definition by hash."""

    code: str
    uid: bytes
    book: bytes
    parts: dict[bytes, str]


@dataclass(frozen=True, slots=True)
class Material:
    """What every book of a round is made of."""

    round: bytes
    version: bytes
    members: tuple[bytes, ...]
    cells: tuple[tuple[bytes, bytes, tuple[str, ...]], ...]
    """Service, indicator and the values that a mark of it may have."""
    people: tuple[Person, ...]


def large_round(folder: Path, size: Size, *, merged: bool = False) -> tuple[Path, Material]:
    """Make an empty round of ``size`` in ``folder``, or one with everybody's book merged."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "large.round"
    definition = new_round(write_definition(folder / "definition", tables_of(size)), path)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        _settle(raw)
        facts = dict(raw.execute("SELECT key, value FROM document"))
        bodies = dict(raw.execute("SELECT hash, body FROM part"))
        ((version,),) = raw.execute("SELECT hash FROM definition").fetchall()
        material = Material(
            bytes.fromhex(facts["uid"]),
            version,
            tuple(sorted(bodies)),
            tuple(
                (service.uid, one.uid, _values(one.scale.value, float(one.max_points)))
                for service in definition.services
                for one in definition.indicators
            ),
            tuple(_people(definition, bodies)),
        )
        raw.execute("BEGIN")
        books = [(person.uid, person.book) for person in material.people]
        raw.executemany("INSERT INTO book VALUES (?, ?)", books)
        if merged:
            for number, person in enumerate(material.people, start=1):
                _merge(raw, material, person, number)
        raw.execute("COMMIT")
    return path, material


def large_books(folder: Path, material: Material) -> list[Path]:
    """Write everybody's whole and sealed book into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for person in material.people:
        path = folder / f"{person.code}.score"
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            _fill_book(raw, material, person)
        made.append(path)
    return made


def tables_of(size: Size) -> dict[str, list[dict[str, str]]]:
    rubric = [
        (f"{_LETTERS[section]}{at}", section, scale, points)
        for section in _SHARES
        for at, (scale, points) in enumerate(_rubric_of(section, size.indicators), start=1)
    ]
    people = [f"E{at:03}" for at in range(1, size.people + 1)]
    levels = ("우수 ¦ 100", "보통 ¦ 80", "미흡 ¦ 60")
    return {
        "round": rules(rehearsal="", aggregation="mean"),
        "sections": sections(),
        "indicators": indicators(
            "\n".join(
                f"{code} ¦ {section} ¦ {scale} ¦ {points} ¦ {'0.1' if scale == 'points' else ''}"
                for code, section, scale, points in rubric
            )
        ),
        "services": services(range(1, size.services + 1)),
        "evaluators": lines("evaluators", "\n".join(f"{code} ¦ 가상{code}" for code in people)),
        "assignments": lines("assignments", "\n".join(f"{code} ¦ all ¦ all" for code in people)),
        "levels": lines(
            "levels",
            "\n".join(
                f"{code} ¦ {level}"
                for code, _, scale, _ in rubric
                if scale == "grade"
                for level in levels
            ),
        ),
    }


def _rubric_of(section: str, indicators: int) -> Iterator[tuple[str, str]]:
    """Yield scale and maximum; a tenth are ratings and a tenth grades, each mark one value."""
    share, points = _SHARES[section]
    others = sum(round(indicators * other / 100) for other, _ in (*_SHARES.values(),)[:-1])
    many = indicators - others if section == "satisfaction" else round(indicators * share / 100)
    each = int(points * 2 / many) / 2
    for at in range(many):
        scale = {8: "rating", 9: "grade"}.get(at % 10, "points")
        yield scale, f"{each if at else points - each * (many - 1):g}"


def _values(scale: str, most: float) -> tuple[str, ...]:
    if scale == "grade":
        return "우수", "보통", "미흡"
    top = 100.0 if scale == "rating" else most
    steps = [round(top * percent / 100, 1) for percent in range(55, 101)]
    return tuple(f"{step:g}" for step in steps)


def _people(definition: object, bodies: dict[bytes, str]) -> Iterator[Person]:
    ends = {hash_: body[-_TAIL:] for hash_, body in bodies.items()}
    shared = {hash_: bodies[hash_] for hash_, end in ends.items() if _OF_PERSON not in end}
    own = [(hash_, body) for hash_, body in bodies.items() if hash_ not in shared]
    for row in definition.evaluators:
        mark = f'"uid":"{row.uid.hex()}"'
        hash_, body = next(one for one in own if mark in one[1][-_TAIL:])
        book = sha256(b"book" + row.uid).digest()[:16]
        yield Person(row.code, row.uid, book, shared | {hash_: body})


def _settle(raw: sqlite3.Connection) -> None:
    for pragma in _QUICK:
        raw.execute(pragma)


def _rows(material: Material, person: Person) -> list[Revision]:
    """One mark for every cell, drawn by the person's own walk through the values."""
    step = person.uid[0] % 7 + 3
    replica = sha256(b"replica" + person.uid).digest()[:16]
    made = []
    for at, (service, indicator, values) in enumerate(material.cells, start=1):
        blank = Revision(
            b"",
            person.uid,
            service,
            indicator,
            "score",
            values[(at * step + at // 40 + person.uid[1]) % len(values)],
            person.uid,
            replica,
            at,
            material.version,
            MADE_AT + at,
            b"",
        )
        made.append(Revision(revision_id(blank), *blank[1:]))
    return made


def _write_rows(
    raw: sqlite3.Connection, material: Material, person: Person, rows: list[Revision], at: int = 1
) -> bytes:
    """Write ``rows`` as heads under one seal, numbered from ``at``; return the digest of all."""
    numbers = range(at, at + len(rows))
    raw.executemany(_REVISION, ((number, *row) for number, row in zip(numbers, rows, strict=True)))
    raw.executemany("INSERT INTO head VALUES (?)", ((number,) for number in numbers))
    covered = [row.id for row in rows]
    sealed_at = MADE_AT + len(rows) + 1
    seal = seal_id(person.book, person.uid, material.version, sealed_at, covered)
    (number,) = raw.execute("SELECT coalesce(max(number), 0) + 1 FROM seal").fetchone()
    raw.execute(
        "INSERT INTO seal VALUES (?, ?, ?, ?, ?, ?)",
        (number, seal, person.book, person.uid, material.version, sealed_at),
    )
    raw.executemany("INSERT INTO seal_head VALUES (?, ?)", ((number, one) for one in numbers))
    return import_digest(person.book, covered, [seal])


def _fill_book(raw: sqlite3.Connection, material: Material, person: Person) -> None:
    _settle(raw)
    raw.execute("BEGIN")
    raw.execute(f"PRAGMA application_id={DocumentKind.SCORE.value}")
    raw.execute(f"PRAGMA user_version={VERSION}")
    for statement in STATEMENTS[DocumentKind.SCORE][VERSION]:
        raw.execute(statement)
    facts = {
        "uid": person.book,
        "round": material.round,
        "owner": person.uid,
        "definition": material.version,
    }
    raw.executemany("INSERT INTO document VALUES (?, ?)", [(k, v.hex()) for k, v in facts.items()])
    raw.execute("INSERT INTO definition VALUES (1, ?, ?, '')", (material.version, MADE_AT))
    raw.executemany("INSERT INTO part VALUES (?, ?)", sorted(person.parts.items()))
    members = [(hash_,) for hash_ in material.members]
    raw.executemany("INSERT INTO definition_part VALUES (1, ?)", members)
    _write_rows(raw, material, person, _rows(material, person))
    raw.execute("COMMIT")


def _merge(raw: sqlite3.Connection, material: Material, person: Person, number: int) -> None:
    (last,) = raw.execute("SELECT coalesce(max(number), 0) FROM revision").fetchone()
    rows = _rows(material, person)
    digest = _write_rows(raw, material, person, rows, last + 1)
    values = number, digest, person.uid, f"{person.code}.score", MADE_AT, 0
    raw.execute('INSERT INTO "import" VALUES (?, ?, ?, ?, ?, ?)', values)
    raw.executemany(
        "INSERT INTO import_revision VALUES (?, ?)",
        ((number, one) for one in range(last + 1, last + 1 + len(rows))),
    )
    raw.execute("INSERT INTO import_seal VALUES (?, ?)", (number, number))
