"""The table of what was tried, from a run of its own."""

from __future__ import annotations

pytest_plugins = ["pytester"]

TRYING = """
import pytest

pytest_plugins = ["tests.tallying"]

@pytest.mark.parametrize("times", [3, 4])
def test_try(tally, times):
    tally("kills", times)

def test_wrong(tally):
    tally("mutants", 5, 1)
    assert False
"""


def test_tries_of_one_name_add_up_and_what_fails_is_counted_too(pytester, monkeypatch) -> None:
    monkeypatch.setattr("tests.tallying.TARGET", pytester.path / "build")
    pytester.makeconftest(
        "def pytest_addoption(parser):\n    parser.addoption('--long', action='store_true')\n"
    )
    pytester.makepyfile(TRYING)
    pytester.inline_run()
    written = (pytester.path / "build" / "normal.md").read_text(encoding="utf-8")
    assert written.splitlines()[2:] == ["| kills | 7 | 0 |", "| mutants | 5 | 1 |"]
