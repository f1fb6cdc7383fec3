"""Where something stands in a round, in the words people use for it."""

from collections.abc import Iterable

from models.errors import AppError
from workbench.definition.terms import Definition, Uid

Cell = tuple[bytes, bytes, bytes, str]


def place_of(definition: Definition, cell: Cell) -> AppError:
    """Return where ``cell`` stands (``3 사무명 C2 점수``), spelt out in the reader's language."""
    _, service_uid, subject, field = cell
    words = AppError(f"field_{field}")
    service = definition.service.get(service_uid)
    if service is None:
        return words
    indicator = definition.indicator.get(subject)
    named = {"number": service.number, "service": service.name, "field": words}
    if indicator is None:
        return AppError("place_service", **named)
    return AppError("place_indicator", code=indicator.code, **named)


def in_order(definition: Definition, cells: Iterable[Cell]) -> list[Cell]:
    """Return ``cells`` by service number, rubric order and field."""
    rubric = {row.uid: at for at, row in enumerate(definition.indicators)}

    def order(cell: Cell) -> tuple[int, int, str, bytes]:
        service = definition.service.get(cell[1])
        return (service.number if service else 0, rubric.get(cell[2], -1), cell[3], cell[2])

    return sorted(cells, key=order)


def places_of(definition: Definition, cells: Iterable[Cell]) -> tuple[AppError, ...]:
    """Return where ``cells`` stand, by service number, rubric order and field."""
    return tuple(place_of(definition, cell) for cell in in_order(definition, cells))


def named(definition: Definition, uid: Uid) -> str:
    """Return code and name of an evaluator."""
    row = definition.evaluator.get(uid)
    return "?" if row is None else f"{row.code} {row.name}"
