"""What differs between two states of a definition, said part by part."""

from collections.abc import Iterator, Mapping

from models.errors import AppError
from workbench.definition.layout import ORDER
from workbench.definition.problems import runs, shown
from workbench.definition.terms import Definition, Evaluator, Standing, Uid
from workbench.setup.sheets import SheetRow, columns_of, sheets_of

_Key = tuple[str, object]


def changed_parts(before: Definition, after: Definition) -> tuple[AppError, ...]:
    """Return what is different in ``after``, in the order of the sheets; empty if nothing is."""
    old, new = _rows(before), _rows(after)
    keys = sorted(dict.fromkeys([*old, *new]), key=lambda key: ORDER[key[0]])
    found: list[AppError] = []
    for key in keys:
        found += _of_row(key[0], old.get(key), new.get(key))
    found += _services_of_indicators(before, after)
    found += _charges(before, after)
    return tuple(found) or _order_of_rows(before, after)


def _rows(definition: Definition) -> dict[_Key, SheetRow]:
    """Return the rows by who they are; levels and measures of a code as one row each."""
    sheets = sheets_of(definition)
    found: dict[_Key, SheetRow] = {}
    for sheet in ORDER:
        for row in () if sheet in ("assignments", "levels") else sheets.of(sheet):
            found[sheet, row.uid or row.text(columns_of(sheet)[0])] = row
    levels: dict[str, list[str]] = {}
    for row in sheets.of("levels"):
        said = " ".join(filter(None, map(row.text, ("label", "percent", "description"))))
        levels.setdefault(row.text("indicator"), []).append(said)
    for code, said_of_code in levels.items():
        texts = {"indicator": code, "label": ", ".join(said_of_code)}
        found["levels", code] = SheetRow(None, texts)
    return found


def _of_row(sheet: str, old: SheetRow | None, new: SheetRow | None) -> Iterator[AppError]:
    row = new or old
    if row is None:
        return
    if old is None or new is None:
        key = "change_added" if old is None else "change_removed"
        yield AppError(key, what=_what(sheet, row))
        return
    for column in columns_of(sheet):
        was, becomes = old.text(column), new.text(column)
        if was == becomes:
            continue
        said = {"before": shown(was) or "–", "after": shown(becomes) or "–"}
        if sheet == "round":
            yield AppError("change_rule", what=_what(sheet, old), **said)
        else:
            named = AppError(f"change_column_{column}")
            yield AppError("change_cell", what=_what(sheet, old), column=named, **said)


def _what(sheet: str, row: SheetRow) -> AppError:
    """Return what people call a row: the cut, indicator C2, service 3."""
    first, second = columns_of(sheet)[:2]
    if sheet == "round":
        return AppError(f"change_key_{row.text(first)}")
    name = row.text("name") if sheet in ("services", "evaluators", "sections") else ""
    named = shown(f"{row.text(first)} {name}".strip() or row.text(second))
    return AppError(f"change_what_{sheet}", named=named)


def _services_of_indicators(before: Definition, after: Definition) -> Iterator[AppError]:
    """Yield the indicators that apply to other services though nothing of their row changed."""
    old, new = _applying(before), _applying(after)
    for uid, numbers in new.items():
        row, was = after.indicator[uid], before.indicator.get(uid)
        is_said = was is None or was.applies_to != row.applies_to
        if not is_said and old.get(uid, []) != numbers:
            yield AppError(
                "change_cell",
                what=AppError("change_what_indicators", named=row.code),
                column=AppError("change_column_services"),
                before=runs(old.get(uid, [])) or "–",
                after=runs(numbers) or "–",
            )


def _applying(definition: Definition) -> dict[Uid, list[int]]:
    found: dict[Uid, list[int]] = {row.uid: [] for row in definition.indicators}
    for service in definition.services:
        for uid in definition.applies[service.uid]:
            found[uid].append(service.number)
    return found


_Held = Mapping[tuple[Uid, Uid], tuple[Standing, str]]


def _charges(before: Definition, after: Definition) -> Iterator[AppError]:
    """Yield what is given to or taken from each evaluator, services drawn together."""
    for evaluator in after.evaluators:
        earlier = before.evaluator.get(evaluator.uid)
        old, new = _held(earlier), _held(evaluator)
        yield from _difference(evaluator, before, after, old, new)


def _held(evaluator: Evaluator | None) -> _Held:
    charges = () if evaluator is None else evaluator.charges
    return {(row.service, row.indicator): (row.standing, row.reason) for row in charges}


def _difference(
    evaluator: Evaluator, before: Definition, after: Definition, old: _Held, new: _Held
) -> Iterator[AppError]:
    codes: dict[tuple[int, str, str], list[str]] = {}
    for service, indicator in dict.fromkeys([*old, *new]):
        was, becomes = old.get((service, indicator)), new.get((service, indicator))
        if was == becomes:
            continue
        holder = after if becomes else before
        row, said = holder.indicator[indicator], becomes or (None, "")
        key = (holder.service[service].number, said[0].value if said[0] else "", said[1])
        codes.setdefault(key, []).append(row.code)
    numbers: dict[tuple[str, str, tuple[str, ...]], list[int]] = {}
    for (number, standing, reason), named in codes.items():
        numbers.setdefault((standing, reason, tuple(named)), []).append(number)
    for (standing, reason, of_these), services in numbers.items():
        given = {
            "evaluator": f"{evaluator.code} {evaluator.name}",
            "services": runs(services),
            "codes": ", ".join(of_these),
        }
        if not standing:
            yield AppError("change_taken", **given)
        elif standing == Standing.ASSIGNED.value:
            yield AppError("change_given", **given)
        else:
            yield AppError("change_recused", standing=standing, reason=reason or "–", **given)


def _order_of_rows(before: Definition, after: Definition) -> tuple[AppError, ...]:
    """Return that rows stand in another order, where nothing else is different."""
    return () if before == after else (AppError("change_order"),)
