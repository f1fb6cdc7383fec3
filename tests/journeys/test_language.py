"""The words of the command line: Korean unless the locale or ``--lang`` says English; UTF-8."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.journeys.command_line import scorebench
from tests.journeys.conftest import LOCALE
from tests.journeys.marks import drawn
from tests.journeys.rounds import write_definition, write_scores

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.rounds import Round

COMMANDS = (
    "demo",
    "new",
    "hand-out",
    "enter",
    "seal",
    "merge",
    "results",
    "export",
    "check",
)


def has_korean(text: str) -> bool:
    return any("가" <= sign <= "힣" for sign in text)


def program(*arguments: object, **locale: str) -> subprocess.CompletedProcess[bytes]:
    """Run the real program under a locale, as far from this process as can be."""
    environment = {name: value for name, value in os.environ.items() if name not in LOCALE}
    environment |= {"PYTHONIOENCODING": "ascii"} | locale
    command = [sys.executable, "-m", "workbench", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=environment, check=False)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str, language: str) -> None:
    answer = scorebench(command, "--help", "--lang", language, as_text=True)
    assert (answer.code, answer.err) == (0, "")
    example = [line for line in answer.out.splitlines() if f"scorebench {command} " in line]
    assert any(("예:" in line) if language == "ko" else ("Example:" in line) for line in example)
    assert has_korean(answer.out) == (language == "ko")
    for option in ("--lang", "--json", "--help"):
        assert option in answer.out


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_program_lists_every_command(language: str) -> None:
    answer = scorebench("--help", "--lang", language, as_text=True)
    assert answer.code == 0
    listed = [line.split()[0] for line in answer.out.splitlines() if line.startswith("  ")]
    assert set(COMMANDS) <= set(listed)


@pytest.mark.parametrize(
    ("locale", "korean"),
    [
        ({}, True),
        ({"LANG": "C"}, True),
        ({"LANG": "POSIX"}, True),
        ({"LANG": "C.UTF-8"}, True),
        ({"LC_ALL": "C", "LANG": "en_US.UTF-8"}, False),
        ({"LANG": "ko_KR.UTF-8"}, True),
        ({"LANG": "ko_KR.eucKR"}, True),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "en_GB"}, False),
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ko_KR.UTF-8"}, True),
    ],
    ids=str,
)
def test_the_language_is_the_locales_where_it_is_ours(
    locale: dict[str, str], korean: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    answer = scorebench("results", "없는 파일", as_text=True)
    assert answer.code == 3
    assert has_korean(answer.err.replace("없는 파일", "")) is korean


def test_asking_for_a_language_beats_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert has_korean(scorebench("results", "absent", "--lang", "ko", as_text=True).err)
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    assert not has_korean(scorebench("--lang", "en", "results", "absent", as_text=True).err)


def test_the_fixed_sentences_are_korean_in_every_language(small_round: Round) -> None:
    small_round.played(drawn(small_round.tables, 12))
    answers = [
        scorebench("results", small_round.path, "--lang", language, as_text=True).out.splitlines()
        for language in ("ko", "en")
    ]
    assert answers[0][:2] == answers[1][:2]
    assert answers[0][1].startswith("재계약배제(75점 미만) : 5개 사무 중")


def test_json_is_the_same_in_every_language(small_round: Round) -> None:
    small_round.played(drawn(small_round.tables, 12))
    outs = {
        scorebench("results", small_round.path, "--lang", language).out for language in ("ko", "en")
    }
    assert len(outs) == 1


def test_the_whole_way_by_real_processes(small_round: Round, tmp_path: Path) -> None:
    """From definition to report in the C locale; every byte that comes out is UTF-8."""
    made, books = tmp_path / "회차.round", tmp_path / "배포"
    definition = write_definition(tmp_path / "정의", small_round.tables)
    book = books / small_round.books["E1"].name
    table = write_scores(tmp_path / "점수.csv", drawn(small_round.tables, 13)["E1"])
    steps = (
        ("new", made, "--definition", definition),
        ("hand-out", made, "--to", books),
        ("enter", book, table),
        ("seal", book),
        ("merge", made, book),
        ("export", made, "-o", tmp_path / "보고.xlsx", "--draft"),
        ("check", made, book),
    )
    for step in steps:
        ended = program(*step, LC_ALL="C")
        assert (ended.returncode, ended.stderr) == (0, b""), ended.stderr.decode()
        assert has_korean(ended.stdout.decode())
    ended = program("results", made, "--json", LC_ALL="C")
    assert json.loads(ended.stdout)["counted"] == 0


def test_refusals_of_a_real_process_are_utf_8_and_no_traceback(tmp_path: Path) -> None:
    ended = program("results", tmp_path / "없는.round", "--json", LC_ALL="C")
    assert ended.returncode == 3
    sentence = ended.stderr.decode().strip()
    assert "없는.round" in sentence
    assert json.loads(ended.stdout) == {"code": 3, "error": sentence}


def test_results_import_no_window_and_no_workbook_library(small_round: Round) -> None:
    ask = (
        "import sys; from workbench.commands.main import main; code = main(sys.argv[1:]);"
        "print(sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr);"
        "sys.exit(code)"
    )
    command = [sys.executable, "-c", ask, "results", str(small_round.path)]
    ended = subprocess.run(command, capture_output=True, check=True)
    loaded = ended.stderr.decode()
    assert "'sqlalchemy'" in loaded
    assert not [
        name for name in ("PySide6", "shiboken6", "ui", "openpyxl") if f"'{name}'" in loaded
    ]
