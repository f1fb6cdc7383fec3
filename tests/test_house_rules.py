"""Rules of the house that no linter knows; each names the place that breaks it."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import sqlalchemy

import models

ROOT = Path(__file__).parents[1]
PACKAGES = ("models", "workbench", "ui")
MODULE_LINES = 300
FUNCTION_LINES = 40
NAMES_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "manager", "managers", "misc"}
FIXED_WAITS = {"sleep", "qWait", "qSleep", "processEvents"}

# Modules below ui that may hold a binary float, for something that is never a score.
FLOATS_ALLOWED: set[str] = set()

# Who answers a person at a terminal: the commands, and the window asked only for its picture.
SPEAKERS = ("workbench/commands/", "ui/picture.py")


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def documented(tree: ast.AST) -> list[ast.AST]:
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def docstring_lines(node: ast.AST) -> int:
    first = node.body[0] if node.body else None
    if ast.get_docstring(node, clean=False) is None or first is None:
        return 0
    return first.end_lineno - first.lineno + 1


def code_lines(node: ast.AST, source: str) -> int:
    """Physical lines, docstrings left out: a longer promise is not a longer function."""
    if isinstance(node, ast.Module):
        length = len(source.splitlines())
    else:
        length = node.end_lineno - node.lineno + 1
    return length - sum(docstring_lines(inner) for inner in documented(node))


def calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_modules_and_functions_stay_short() -> None:
    long = []
    for path in [*sources(*PACKAGES), ROOT / "dev.py"]:
        source = path.read_text(encoding="utf-8")
        for node in documented(ast.parse(source)):
            length = code_lines(node, source)
            if isinstance(node, ast.Module) and path.name != "dev.py" and length > MODULE_LINES:
                long.append(f"{named(path)}: {length} lines")
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length > FUNCTION_LINES:
                long.append(f"{named(path)}:{node.lineno} {node.name}: {length} lines")
    assert long == []


def test_only_the_command_line_speaks_to_the_terminal() -> None:
    speaking = [
        f"{named(path)}:{call.lineno}"
        for path in sources(*PACKAGES)
        if not named(path).startswith(SPEAKERS)
        for call in calls(parsed(path))
        if isinstance(call.func, ast.Name) and call.func.id == "print"
    ]
    assert speaking == []


def waits(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Name):
        return call.func.id in FIXED_WAITS
    if not isinstance(call.func, ast.Attribute):
        return False
    on_qtbot = isinstance(call.func.value, ast.Name) and call.func.value.id == "qtbot"
    return call.func.attr in FIXED_WAITS or (on_qtbot and call.func.attr == "wait")


def test_tests_wait_for_events_and_never_for_time() -> None:
    waiting = [
        f"{named(path)}:{call.lineno}"
        for path in sources("tests")
        for call in calls(parsed(path))
        if waits(call)
    ]
    assert waiting == []


def makes_a_float(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, float)
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    return called and node.func.id == "float"


def names_seconds(node: ast.AST) -> bool:
    """A pause may be a binary float where its name says that it is seconds."""
    if not isinstance(node, ast.Assign | ast.AnnAssign):
        return False
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return all(isinstance(target, ast.Name) and target.id.endswith("_S") for target in targets)


def floats(node: ast.AST) -> list[int]:
    if names_seconds(node):
        return []
    here = [node.lineno] if makes_a_float(node) else []
    return here + [line for inner in ast.iter_child_nodes(node) for line in floats(inner)]


def test_no_binary_float_below_the_window() -> None:
    found = [
        f"{named(path)}:{line}"
        for path in sources("models", "workbench")
        if named(path) not in FLOATS_ALLOWED
        for line in floats(parsed(path))
    ]
    assert found == []


def tables() -> list[sqlalchemy.Table]:
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(models.__path__, "models.")
    ]
    return [
        thing
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, sqlalchemy.Table)
    ]


def test_no_table_keeps_a_binary_float() -> None:
    inexact = [
        f"{table.name}.{column.name}"
        for table in tables()
        for column in table.columns
        if isinstance(column.type, sqlalchemy.Numeric | sqlalchemy.Float | sqlalchemy.Double)
    ]
    assert inexact == []


def test_no_schema_text_names_an_inexact_type() -> None:
    inexact = [
        f"{named(path)}:{node.lineno}"
        for path in sources("models")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if "CREATE TABLE" in node.value
        if re.search(r"\b(REAL|FLOAT|DOUBLE|NUMERIC|DECIMAL)\b", node.value)
    ]
    assert inexact == []


def test_names_say_what_a_thing_is() -> None:
    parts = {
        named(path): {part for piece in path.relative_to(ROOT).parts for part in words(piece)}
        for path in sources(*PACKAGES, "tests")
    }
    assert [name for name, found in parts.items() if found & NAMES_THAT_SAY_NOTHING] == []


def words(piece: str) -> list[str]:
    return piece.removesuffix(".py").split("_")


def test_classes_are_no_managers() -> None:
    vague = [
        f"{named(path)}:{node.lineno} {node.name}"
        for path in sources(*PACKAGES)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef) and re.search(r"(Manager|Helper|Utils?)$", node.name)
    ]
    assert vague == []


def test_tests_are_no_package() -> None:
    # tests/models/__init__.py would stand in front of models
    assert list((ROOT / "tests").rglob("__init__.py")) == []


@pytest.mark.parametrize("name", [*PACKAGES, "resources"])
def test_top_level_names_are_ours_alone(name: str) -> None:
    assert set(packages_distributions().get(name, [])) <= {"scoring-workbench"}
    assert Path(importlib.import_module(name).__file__).is_relative_to(ROOT)


@pytest.mark.parametrize(
    "name", ["requirements.lock", "requirements-dev.lock", "pyproject.toml", "dev.py", ".ci/run"]
)
def test_no_file_names_a_package_index(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    address = r"\w+://|--(?:extra-)?index-url|--find-links|--trusted-host|^\s*index-url"
    assert re.findall(address, text, re.MULTILINE) == []


def pins(name: str) -> dict[str, str]:
    lock = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", lock, re.MULTILINE))


def test_locks_cover_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run, test = pins("requirements.lock"), pins("requirements-dev.lock")
    wanted = {first_name(line) for line in project["project"]["dependencies"]}
    groups = project["dependency-groups"]
    wanted_dev = {first_name(line) for line in groups["dev"] if isinstance(line, str)}
    assert wanted <= run.keys()
    assert wanted_dev <= test.keys()
    assert run.items() <= test.items()


def first_name(requirement: str) -> str:
    return re.match(r"[A-Za-z0-9-]+", requirement)[0].lower()


def test_every_locked_package_carries_its_hashes() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        entries = re.split(r"\n(?=[a-z])", (ROOT / name).read_text(encoding="utf-8"))
        assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
