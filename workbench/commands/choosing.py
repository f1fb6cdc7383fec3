"""What the options of a command name in a round: services, indicators, evaluators."""

from workbench.definition.terms import Definition, Evaluator, Service, Uid
from workbench.errors import InputError


def service_of(definition: Definition, number: int) -> Service:
    """Return the service with ``number``.

    Raises:
        InputError: there is none.
    """
    for row in definition.services:
        if row.number == number:
            return row
    raise InputError("no_such_service", number=number)


def pair_of(definition: Definition, number: int, code: str) -> tuple[Uid, Uid]:
    """Return the uids of service ``number`` and of the indicator that ``code`` means there.

    Raises:
        InputError: there is no such service, or the code does not apply to it.
    """
    service = service_of(definition, number)
    for uid in definition.applies.get(service.uid, ()):
        if definition.indicator[uid].code == code:
            return service.uid, uid
    raise InputError("no_such_indicator", number=number, code=code or "?")


def evaluator_of(definition: Definition, code: str) -> Evaluator:
    """Return the evaluator with ``code``.

    Raises:
        InputError: there is none.
    """
    for row in definition.evaluators:
        if row.code.casefold() == code.casefold():
            return row
    raise InputError("no_such_evaluator", code=code)
