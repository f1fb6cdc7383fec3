"""The .pdf as a file: painted by a process of its own, and that a bad moment leaves nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

import workbench.reports.document.pdf_file as painting
from tests.workbench.reports.conftest import HOSTILE
from tests.workbench.reports.document.conftest import reported, texts
from tests.workbench.reports.document.test_rendered import bare
from workbench.errors import Cancelled, ExportError
from workbench.home import home
from workbench.reports.document.pdf_file import write_pdf
from workbench.reports.edition import Audience
from workbench.sentences import LANGUAGES, sentence_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.reports.document.blocks import ReportDocument
    from workbench.results.outcome import Outcome

CIRCLED = re.compile("[①-⑳㉑-㉟㊱-㊿]")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "결과 보고.pdf"


@pytest.fixture
def report(sample: Outcome) -> ReportDocument:
    return reported(sample, draft=True, rehearsal=True, version="결과 제2판")


@pytest.mark.parametrize("audience", list(Audience))
def test_every_word_of_the_blocks_is_on_a_page(
    sample: Outcome, target: Path, pages_of: Callable[[Path], list[str]], audience: Audience
) -> None:
    document = reported(sample, audience=audience)
    whole = bare("".join(pages_of(write_pdf(document, target))))
    for words in texts(document):
        if "\n" in words or len(words) > 40:
            continue
        parts = [words] if CIRCLED.match(words) is None else [words[2:]]
        # names in the totals table may stand on two lines, with figures between
        found = [part for part in parts if bare(part) in whole or bare(part)[:9] in whole]
        assert found, words


def test_marks_and_numbers_stand_on_every_page(
    report: ReportDocument, target: Path, pages_of: Callable[[Path], list[str]]
) -> None:
    pages = pages_of(write_pdf(report, target))
    assert len(pages) > 5
    for number, page in enumerate(pages, start=1):
        lines = [line for line in page.splitlines() if line.strip()]
        assert bare(report.marks) in bare(lines[0])
        assert bare(report.title) in bare(lines[0])
        assert f"{number}/{len(pages)}" in bare(lines[-1])
        assert lines[-1].endswith(report.day)
        assert len(lines) >= 3


def test_hostile_texts_are_painted_whole(
    hostile_round: Callable[[list[str]], Outcome],
    target: Path,
    pages_of: Callable[[Path], list[str]],
) -> None:
    document = reported(hostile_round(list(HOSTILE)), draft=True)
    pages = pages_of(write_pdf(document, target))
    whole = bare("".join(pages))
    assert "-=cmd|'/Ccalc'!A0" in whole
    assert "-=1+1" in whole
    assert whole.count("가나다") >= 20_000
    assert all("주요내용" in bare(page) for page in pages[2:20])


def test_the_type_is_embedded(report: ReportDocument, target: Path) -> None:
    image = write_pdf(report, target).read_bytes()
    assert b"Pretendard" in image
    assert b"/FontFile" in image


def test_the_child_shows_nothing_and_ends(report: ReportDocument, tmp_path: Path) -> None:
    from workbench.reports.document.blocks import as_json

    done = subprocess.run(
        [sys.executable, "-m", "ui", "--print-report", str(tmp_path / "a.pdf")],
        input=as_json(report).encode(),
        capture_output=True,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert re.fullmatch(rb'\{"pages": \d+\}', done.stdout)


def refusal(document: ReportDocument, target: Path, **given: Any) -> ExportError:
    """What keeps the report from being painted; nothing is left of it."""
    before = {path.name: path.read_bytes() for path in target.parent.iterdir()}
    with pytest.raises(ExportError) as caught:
        write_pdf(document, target, **given)
    assert {path.name: path.read_bytes() for path in target.parent.iterdir()} == before
    for language in LANGUAGES:
        (sentence,) = sentence_of(caught.value, language).splitlines()
        assert target.name in sentence
        assert "None" not in sentence
    return caught.value


def instead(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Another program in the place of the window's."""
    monkeypatch.setattr(painting, "window_program", lambda: [sys.executable, "-c", program])


def test_a_missing_window_program_is_one_sentence(
    report: ReportDocument, target: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(painting, "window_program", lambda: [str(tmp_path / "no" / "program")])
    assert refusal(report, target).key == "report_no_painter"


def test_a_child_that_fails_is_one_sentence_and_its_words_go_to_the_log(
    report: ReportDocument, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.write_bytes(b"older")
    instead(monkeypatch, "import sys; sys.exit('the child complains')")
    assert refusal(report, target).key == "report_not_painted"
    (log,) = (home() / "logs").glob("*.log")
    assert "the child complains" in log.read_text(encoding="utf-8")


CRASH = "os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))"


@pytest.mark.parametrize(
    "last_words",
    [
        CRASH,
        "open(sys.argv[2], 'wb').write(b'%PDF-1.4 half of it'); " + CRASH,
        "print('no answer that can be read')",
        "print('[]')",
        'print(\'{"pages": "many"}\')',
        "sys.exit(5)",
    ],
)
def test_a_child_that_dies_or_says_nothing_is_one_sentence(
    report: ReportDocument, target: Path, monkeypatch: pytest.MonkeyPatch, last_words: str
) -> None:
    target.write_bytes(b"older")
    instead(monkeypatch, f"import os, signal, sys; {last_words}")
    assert refusal(report, target).key == "report_not_painted"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_a_screen_that_is_not_there_is_not_missed(
    report: ReportDocument, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.delenv("DISPLAY", raising=False)
    assert write_pdf(report, target).read_bytes().startswith(b"%PDF-")


def test_a_public_pdf_carries_nothing_of_anybody(
    sample: Outcome, target: Path, pages_of: Callable[[Path], list[str]]
) -> None:
    document = reported(sample, audience=Audience.PUBLIC)
    whole = "".join(pages_of(write_pdf(document, target)))
    secrets = [row.name for row in sample.definition.evaluators]
    secrets += [f"{row.total}" for row in sample.services]
    secrets += ["7K4F", "접수코드", "순위 :", "붙임", "제2판"]
    assert [secret for secret in secrets if secret in whole] == []
    image = target.read_bytes()
    (told,) = re.findall(rb"/Title.*?/Trapped", image, re.DOTALL)
    assert b"/Author (" not in told.replace(b"/Author ()", b"")
    kinds = {b"Title", b"Creator", b"Author", b"Producer", b"CreationDate", b"ModDate", b"Trapped"}
    assert set(re.findall(rb"/([A-Z]\w+)", told)) <= kinds
    assert re.search(rb"/Type /(Annot|EmbeddedFile|Filespec)\b", image) is None


@pytest.mark.parametrize(
    "written",
    ["b''", "b'%PDF-1.4 cut off'", "b'something %%EOF'", "b'%PDF-1.4 /Type /Page %%EOF'"],
)
def test_what_is_no_whole_pdf_is_not_left(
    report: ReportDocument, target: Path, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    instead(
        monkeypatch,
        f"import sys; open(sys.argv[2], 'wb').write({written}); print('{{\"pages\": 2}}')",
    )
    assert refusal(report, target).key == "report_differs"


def test_a_full_disk_of_the_child_is_named(
    report: ReportDocument, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead(monkeypatch, "import errno, sys; print('{\"errno\": %d}' % errno.ENOSPC); sys.exit(5)")
    assert refusal(report, target).key == "report_disk_full"


HANGS = "import threading; threading.Event().wait()"


def test_a_child_that_hangs_is_ended(
    report: ReportDocument, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(painting, "LONGEST_S", 0)
    instead(monkeypatch, HANGS)
    assert refusal(report, target).key == "report_painter_hangs"


def test_stopping_ends_the_child_and_leaves_the_older_report(
    report: ReportDocument, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    children: list[subprocess.Popen[bytes]] = []
    started = painting._started

    def kept(*given: Any) -> subprocess.Popen[bytes]:
        children.append(started(*given))
        return children[-1]

    def progress(done: int, total: int, doing: str) -> None:
        if done == 1:
            raise Cancelled

    monkeypatch.setattr(painting, "_started", kept)
    instead(monkeypatch, HANGS)
    target.write_bytes(b"older")
    with pytest.raises(Cancelled):
        write_pdf(report, target, progress=progress)
    assert [child.poll() is not None for child in children] == [True]
    assert target.read_bytes() == b"older"
    assert list(target.parent.iterdir()) == [target]
