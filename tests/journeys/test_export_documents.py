"""The report as .docx and .pdf from the command line: one gate, one content, three forms."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document

from tests.journeys.command_line import done, nothing_changes, refused, scorebench
from tests.journeys.conftest import small
from tests.journeys.marks import drawn
from tests.journeys.rounds import new_round, write_scores
from tests.workbench.reports.conftest import HOSTILE
from workbench.home import home
from workbench.ledger.entries import history
from workbench.reports.document.template import OWN_NAME
from workbench.rounds.desk import open_round
from workbench.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.rounds import Round

FORMS = ("docx", "pdf")


@pytest.fixture
def played(small_round: Round) -> Round:
    small_round.played(drawn(small_round.tables, 10, texts=True))
    return small_round


def words(report: Path) -> str:
    """Everything that can be read in a report, white space left out."""
    if report.suffix.casefold() == ".docx":
        with zipfile.ZipFile(report) as archive:
            xml = "".join(
                archive.read(name).decode()
                for name in archive.namelist()
                if re.fullmatch(r"word/(document|header|footer).*\.xml", name)
            )
        return "".join("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml)).split())
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed")
    read = subprocess.run(
        ["pdftotext", "-layout", str(report), "-"], check=True, capture_output=True, text=True
    )
    return "".join(read.stdout.split())


@pytest.mark.parametrize("form", FORMS)
def test_a_complete_round_exports_finally(played: Round, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"결과 보고.{form}"
    found = done("export", played.path, "-o", target)
    assert found == {"audience": "internal", "draft": False, "file": str(target), "form": form}
    said = words(target)
    results = played.results()
    assert f"평가점수:평균{results['average']}점" in said
    assert "잠정" not in said
    for service in results["services"]:
        assert service["name"].replace(" ", "") in said
        assert service["total"] in said
    assert [path.name for path in tmp_path.glob(f"*.{form}")] == [target.name]


@pytest.mark.parametrize("form", FORMS)
def test_a_public_draft_names_no_score(small_round: Round, tmp_path: Path, form: str) -> None:
    small_round.enter(drawn(small_round.tables, 10, texts=True))
    small_round.merge()
    target = tmp_path / f"결과.{form}"
    done("export", small_round.path, "-o", target, "--draft", "--audience", "public")
    said = words(target)
    assert "잠정" in said
    totals = {row["total"] for row in small_round.results()["services"]}
    assert not any(total in said for total in totals - {small_round.results()["average"]})
    assert "김가상" not in said


@pytest.mark.parametrize("form", FORMS)
def test_the_gate_of_the_final_export_holds_for_every_form(
    small_round: Round, tmp_path: Path, form: str
) -> None:
    target = tmp_path / f"결과.{form}"
    with nothing_changes(small_round.folder):
        sentences = refused(4, "export", small_round.path, "-o", target)
    assert len(sentences) > 5
    assert not target.exists()


def test_the_ending_may_be_written_in_capitals(played: Round, tmp_path: Path) -> None:
    for name in ("A.DOCX", "A.PDF", "A.XLSX"):
        found = done("export", played.path, "-o", tmp_path / name)
        assert found["form"] == name[2:].lower()


@pytest.mark.parametrize("name", ["보고", "보고.hwp", "보고.doc", "보고.docx.bak", ".pdf"])
def test_another_ending_is_a_wrong_argument(played: Round, tmp_path: Path, name: str) -> None:
    with nothing_changes(played.folder):
        (sentence,) = refused(2, "export", played.path, "-o", tmp_path / name)
        refused(2, "export", tmp_path / "none.round", "-o", tmp_path / name)
    assert name in sentence
    assert ".docx" in sentence
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("form", FORMS)
def test_a_folder_that_is_missing_is_5(played: Round, tmp_path: Path, form: str) -> None:
    with nothing_changes(played.folder):
        refused(5, "export", played.path, "-o", tmp_path / "없는 폴더" / f"보고.{form}")


@pytest.mark.parametrize("form", FORMS)
def test_a_report_is_never_written_over_a_round(played: Round, tmp_path: Path, form: str) -> None:
    disguised = Path(shutil.copy2(played.path, tmp_path / f"회차.{form}"))
    before = disguised.read_bytes()
    refused(5, "export", played.path, "-o", disguised)
    assert disguised.read_bytes() == before


def test_the_history_keeps_every_form(played: Round, tmp_path: Path) -> None:
    for name in ("가.xlsx", "나.docx", "다.pdf"):
        done("export", played.path, "-o", tmp_path / name)
    with open_round(played.path, read_only=True) as desk:
        details = [row.detail for row in history(desk).entries if row.kind == "exported"]
    assert [(row["file"], row["form"]) for row in details] == [
        ("가.xlsx", "xlsx"),
        ("나.docx", "docx"),
        ("다.pdf", "pdf"),
    ]


LIMITED = """
import resource, sys
from workbench.commands.main import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.skipif(os.name == "nt", reason="no limits to the size of a file there")
@pytest.mark.parametrize(("form", "most"), [("docx", 4000), ("pdf", 40_000)])
def test_a_disk_that_takes_no_more_is_5_and_leaves_the_older_report(
    played: Round, tmp_path: Path, form: str, most: int
) -> None:
    folder = tmp_path / "보고"
    folder.mkdir()
    target = folder / f"보고.{form}"
    target.write_bytes(b"older")
    ask = ["export", str(played.path), "-o", str(target), "--lang", "ko"]
    with nothing_changes(played.folder):
        answer = subprocess.run(
            [sys.executable, "-c", LIMITED, str(most), *ask],
            capture_output=True,
            text=True,
            check=False,
            cwd=Path(__file__).parents[2],
        )
    assert answer.returncode == 5, answer.stderr
    assert "자리가 없어" in answer.stderr
    assert target.read_bytes() == b"older"
    assert list(folder.iterdir()) == [target]


def test_a_broken_template_is_5_and_names_it(played: Round, tmp_path: Path) -> None:
    (home() / OWN_NAME).parent.mkdir(parents=True, exist_ok=True)
    (home() / OWN_NAME).write_bytes(b"no template")
    (sentence,) = refused(5, "export", played.path, "-o", tmp_path / "가.docx")
    assert OWN_NAME in sentence
    done("export", played.path, "-o", tmp_path / "가.pdf")  # has the built-in look


def test_hostile_texts_go_through_both_forms(tmp_path: Path) -> None:
    tables = small()
    made = new_round(tmp_path / "회차", tables)
    made.played(drawn(tables, 12))
    texts = [text for text in HOSTILE if clean_text(text).strip()]
    rows = [(3, "", "achievement", clean_text(text)) for text in texts]
    rows += [(8, "", "improvement", clean_text(text)) for text in texts]
    done("enter", made.books["E1"], write_scores(tmp_path / "글.csv", rows))
    done("seal", made.books["E1"])
    made.merge("E1")
    for form in FORMS:
        done("export", made.path, "-o", tmp_path / f"보고.{form}")
    found = Document(str(tmp_path / "보고.docx"))
    said = {
        line.text
        for table in found.tables
        for row in table.rows
        for cell in row.cells
        for line in cell.paragraphs
    }
    assert {"- =cmd|' /C calc'!A0", "- +1", "- @x", "- -1", "- 이름[]:*?/\\"} <= said
    assert max(map(len, said)) > 39_000
    painted = words(tmp_path / "보고.pdf")
    assert painted.count("가나다") >= 20_000
    assert "-=cmd|'/Ccalc'!A0" in painted


@pytest.fixture
def started(tmp_path: Path) -> Callable[[str], set[str]]:
    """What a command imports, as a process of its own."""

    def modules(code: str) -> set[str]:
        done_ = subprocess.run(
            [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        )
        return set(done_.stdout.split())

    return modules


HEAVY = {"docx", "lxml", "PySide6", "openpyxl"}


def test_the_command_line_starts_without_what_only_reports_need(
    started: Callable[[str], set[str]],
) -> None:
    loaded = started("from workbench.commands.main import main; main(['--help'])")
    assert "workbench.commands.export_command" in loaded
    assert not loaded & HEAVY


@pytest.mark.parametrize(
    ("name", "unused"),
    [("가.xlsx", {"docx", "PySide6"}), ("가.docx", {"PySide6"}), ("가.pdf", {"docx", "PySide6"})],
)
def test_each_form_imports_what_it_needs(
    played: Round,
    started: Callable[[str], set[str]],
    tmp_path: Path,
    name: str,
    unused: set[str],
) -> None:
    words_ = ["export", str(played.path), "-o", str(tmp_path / name)]
    loaded = started(f"from workbench.commands.main import main; assert main({words_!r}) == 0")
    assert not loaded & unused


def test_a_desk_and_the_command_line_write_the_same_report(played: Round, tmp_path: Path) -> None:
    done("export", played.path, "-o", tmp_path / "가.docx")
    with open_round(played.path) as desk:
        desk.export(tmp_path / "나.docx")
    assert words(tmp_path / "가.docx") == words(tmp_path / "나.docx")


def test_an_export_to_a_terminal_says_where(played: Round, tmp_path: Path) -> None:
    answer = scorebench("export", played.path, "-o", tmp_path / "가.pdf", as_text=True)
    assert (answer.code, answer.err) == (0, "")
    assert "가.pdf" in answer.out
