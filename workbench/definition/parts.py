"""A definition as parts that are hashed one by one, so that a book proves its part alone.

A part is canonical JSON with a salt; the version hash is the SHA-256 over the sorted hashes of
all parts. A score book holds the texts of its owner's parts and only the (salted, so
unguessable) hashes of the rest.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from itertools import groupby
from secrets import token_hex
from typing import Any

from workbench.definition.terms import (
    Aggregation,
    Band,
    Charge,
    Definition,
    Evaluator,
    Formula,
    Indicator,
    Kind,
    Level,
    Measure,
    Role,
    RoundingStage,
    Rules,
    Scale,
    Section,
    SectionCode,
    Service,
    Standing,
    Uid,
)
from workbench.exact import plain


def to_parts(
    definition: Definition, earlier: Mapping[bytes, str] | None = None
) -> dict[bytes, str]:
    """Return the parts of ``definition`` by hash; unchanged parts of ``earlier`` are kept."""
    kept = {_without_salt(body): (hash_, body) for hash_, body in (earlier or {}).items()}
    parts: dict[bytes, str] = {}
    for content in _contents(definition):
        found = kept.get(_canonical(content))
        if found is None:
            body = _canonical(content | {"salt": token_hex(16)})
            found = part_hash(body), body
        parts[found[0]] = found[1]
    return parts


def part_hash(body: str) -> bytes:
    """Return the hash by which a part is known."""
    return sha256(body.encode()).digest()


def version_hash(hashes: Iterable[bytes]) -> bytes:
    """Return the hash of the definition version made of these parts."""
    return sha256(b"scoring-workbench definition 1\n" + b"".join(sorted(hashes))).digest()


def parts_for(parts: Mapping[bytes, str], owner: Uid) -> dict[bytes, str]:
    """Return those of ``parts`` that the score book of ``owner`` may hold.

    That is the rules, the sections, the owner's own entry, and the services and indicators of
    his charges: nobody else's name, code or assignment.
    """
    loaded = {hash_: json.loads(body) for hash_, body in parts.items()}
    seen = {owner.hex()}
    for row in loaded.values():
        if row["kind"] == "evaluator" and row["uid"] == owner.hex():
            for charge in row["charges"]:
                seen |= {charge["service"], *charge["indicators"]}
    return {
        hash_: parts[hash_]
        for hash_, row in loaded.items()
        if row["kind"] in ("rules", "sections") or row["uid"] in seen
    }


def from_parts(bodies: Collection[str]) -> Definition:
    """Return the definition that these parts hold, whole or one owner's part of it.

    Raises:
        KeyError, TypeError, ValueError: the texts were not made by ``to_parts``.
    """
    rows: dict[str, list[dict[str, Any]]] = {}
    evaluators: list[tuple[int, Evaluator]] = []
    shared: dict[Charge, Charge] = {}
    for body in bodies:
        row = json.loads(body)
        if row["kind"] == "evaluator":  # the largest by far: read at once and let go of
            evaluators.append((row["place"], _evaluator(row, shared)))
        else:
            rows.setdefault(row["kind"], []).append(row)
    evaluators.sort(key=lambda one: one[0])
    ((rules,), (sections,)) = rows["rules"], rows["sections"]
    indicators = sorted(rows.get("indicator", ()), key=lambda row: row["place"])
    services = sorted(rows.get("service", ()), key=lambda row: row["number"])
    known = {row["uid"] for row in indicators}
    return Definition(
        rules=_rules(rules),
        sections=tuple(
            Section(SectionCode(row["code"]), row["name"], Decimal(row["max_points"]))
            for row in sections["sections"]
        ),
        indicators=tuple(_indicator(row) for row in indicators),
        services=tuple(_service(row) for row in services),
        evaluators=tuple(evaluator for _, evaluator in evaluators),
        applies={
            bytes.fromhex(row["uid"]): tuple(
                bytes.fromhex(uid) for uid in row["applies"] if uid in known
            )
            for row in services
        },
    )


def _contents(definition: Definition) -> Iterable[dict[str, Any]]:
    yield {"kind": "rules"} | _encoded(definition.rules)
    yield {"kind": "sections", "sections": _encoded(definition.sections)}
    for place, indicator in enumerate(definition.indicators):
        body = _encoded(indicator) | {"nature": indicator.kind.value}
        yield body | {"kind": "indicator", "place": place}
    for service in definition.services:
        applies = [uid.hex() for uid in definition.applies.get(service.uid, ())]
        yield {"kind": "service", "applies": applies} | _encoded(service)
    for place, evaluator in enumerate(definition.evaluators):
        alone = _encoded(replace(evaluator, charges=()))
        body = alone | {"charges": _packed(evaluator.charges)}
        yield body | {"kind": "evaluator", "place": place}


def _packed(charges: Iterable[Charge]) -> list[dict[str, Any]]:
    """Draw neighbours of one service, standing and reason together, in the order they stand."""
    return [
        {
            "service": service.hex(),
            "standing": standing.value,
            "reason": reason,
            "indicators": [row.indicator.hex() for row in rows],
        }
        for (service, standing, reason), rows in groupby(
            charges, key=lambda row: (row.service, row.standing, row.reason)
        )
    ]


def _encoded(value: Any) -> Any:
    if is_dataclass(value):
        return {item.name: _encoded(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, tuple):
        return [_encoded(item) for item in value]
    return value


def _canonical(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _without_salt(body: str) -> str:
    content = json.loads(body)
    content.pop("salt", None)
    return _canonical(content)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _rules(row: dict[str, Any]) -> Rules:
    given = {name: row[name] for name in (item.name for item in fields(Rules))}
    return Rules(
        **given
        | {
            "cut": Decimal(row["cut"]),
            "rounding_stage": RoundingStage(row["rounding_stage"]),
            "aggregation": Aggregation(row["aggregation"]),
            "bands": tuple(Band(band["label"], Decimal(band["lower"])) for band in row["bands"]),
            "comment_below": _number(row["comment_below"]),
            "adjustment_cap": _number(row["adjustment_cap"]),
        }
    )


def _indicator(row: dict[str, Any]) -> Indicator:
    measure = row["measure"]
    return Indicator(
        uid=bytes.fromhex(row["uid"]),
        code=row["code"],
        section=SectionCode(row["section"]),
        group=row["group"],
        name=row["name"],
        kind=Kind(row["nature"]),
        scale=Scale(row["scale"]),
        max_points=Decimal(row["max_points"]),
        step=Decimal(row["step"]),
        applies_to=row["applies_to"],
        aggregation=Aggregation(row["aggregation"]),
        guidance=row["guidance"],
        allow_not_applicable=row["allow_not_applicable"],
        levels=tuple(
            Level(level["label"], Decimal(level["percent"]), level["description"])
            for level in row["levels"]
        ),
        measure=None
        if measure is None
        else Measure(
            Formula(measure["formula"]),
            tuple((name, value) for name, value in measure["parameters"]),
            measure["unit"],
        ),
    )


def _service(row: dict[str, Any]) -> Service:
    given = {name: row[name] for name in (item.name for item in fields(Service))}
    return Service(
        **given | {"uid": bytes.fromhex(row["uid"]), "operators": tuple(row["operators"])}
    )


def _evaluator(row: dict[str, Any], shared: dict[Charge, Charge]) -> Evaluator:
    return Evaluator(
        uid=bytes.fromhex(row["uid"]),
        code=row["code"],
        name=row["name"],
        affiliation=row["affiliation"],
        role=Role(row["role"]),
        charges=tuple(_charges(row["charges"], shared)),
    )


def _charges(groups: Iterable[dict[str, Any]], shared: dict[Charge, Charge]) -> Iterator[Charge]:
    """Yield the charges of one evaluator; every indicator stands there for many services.

    Several evaluators have the same ones: each is kept once, in ``shared``.
    """
    known: dict[str, Uid] = {}
    for group in groups:
        service, standing = bytes.fromhex(group["service"]), Standing(group["standing"])
        reason = group["reason"]
        for indicator in group["indicators"]:
            uid = known.get(indicator)
            if uid is None:
                uid = known[indicator] = bytes.fromhex(indicator)
            charge = Charge(service, uid, standing, reason)
            yield shared.setdefault(charge, charge)
