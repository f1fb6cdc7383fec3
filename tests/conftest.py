"""What every test stands on: no screen, no user's folders, a stated number of examples."""

from __future__ import annotations

import gc
import os
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest_plugins = ["tests.tallying", "tests.reaching", "tests.office"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# no verdict depends on the speed of the machine: neither a deadline nor the health check on time
_UNHURRIED = [HealthCheck.too_slow]
settings.register_profile(
    "normal", max_examples=100, deadline=None, suppress_health_check=_UNHURRIED
)
settings.register_profile(
    "long", max_examples=3000, deadline=None, suppress_health_check=_UNHURRIED
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--long",
        action="store_true",
        help="3,000 Hypothesis examples, not 100; 1,000 kills, not 10",
    )


def pytest_configure(config: pytest.Config) -> None:
    chosen = os.environ.get("SCORING_WORKBENCH_TESTS", "normal")
    settings.load_profile("long" if config.getoption("--long") else chosen)
    # thousands of tests and their modules stay to the end: seldom look through them for garbage
    gc.set_threshold(50_000, 20, 20)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say the figures that tests measured, beside the verdict."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "measured":
                terminalreporter.write_line(f"{report.nodeid}: {value}")


@pytest.fixture(scope="session", autouse=True)
def _home_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what session fixtures write out of the user's own folders."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCORING_WORKBENCH_HOME", str(tmp_path_factory.mktemp("session-home")))
        yield


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Name one folder after the other; made numbered, each would look through all before it."""
    root = tmp_path_factory.mktemp("homes")
    return (root / str(number) for number in count())


@pytest.fixture(autouse=True)
def _home_of_the_test(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test its own backups, logs and settings."""
    home = next(_homes)
    home.mkdir()
    monkeypatch.setenv("SCORING_WORKBENCH_HOME", str(home))
