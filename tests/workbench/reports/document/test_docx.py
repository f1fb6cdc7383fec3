"""The .docx as a file: the template's styles, every word, and that a bad moment leaves nothing."""

from __future__ import annotations

import io
import random
import re
import zipfile
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from tests.workbench.reports.conftest import HOSTILE, MADE_AT
from tests.workbench.reports.document.conftest import reported, texts
from workbench.errors import Cancelled, ExportError
from workbench.reports.document.docx_file import write_docx
from workbench.reports.document.docx_filling import above, below
from workbench.reports.document.docx_reading import compare
from workbench.reports.document.styles import NAMES
from workbench.reports.document.template import own_template, template_bytes
from workbench.reports.edition import Audience
from workbench.sentences import LANGUAGES, sentence_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.reports.document.blocks import ReportDocument
    from workbench.results.outcome import Outcome

MAIN = "word/document.xml"


def written(document: ReportDocument, target: Path, **given: Any) -> Path:
    return write_docx(document, target, made_at=MADE_AT, **given)


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def put_own(image: bytes) -> None:
    own_template().parent.mkdir(parents=True, exist_ok=True)
    own_template().write_bytes(image)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "결과 보고.docx"


@pytest.fixture
def report(sample: Outcome) -> ReportDocument:
    return reported(sample, draft=True, rehearsal=True, version="결과 제2판")


def test_the_shipped_template_is_what_the_program_makes() -> None:
    shipped = files("resources").joinpath("templates", "report.docx").read_bytes()
    assert shipped == template_bytes()


def test_the_template_describes_every_style_it_has() -> None:
    told = files("resources").joinpath("templates", "README.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if name not in told] == []
    shown = Document(io.BytesIO(template_bytes()))
    assert set(NAMES) <= {style.name for style in shown.styles}


def test_every_word_stands_in_its_order(report: ReportDocument, target: Path) -> None:
    found = Document(str(written(report, target)))
    said = []
    for child in found.iter_inner_content():
        if hasattr(child, "rows"):
            said += [
                line.text for row in child.rows for cell in row.cells for line in cell.paragraphs
            ]
        elif child.text:
            said.append(child.text)
    assert said == texts(report)


def test_marks_and_page_numbers_stand_around_every_page(
    report: ReportDocument, target: Path
) -> None:
    (section,) = Document(str(written(report, target))).sections
    (over,) = section.header.paragraphs
    assert over.text == f"{report.title}\t결과 제2판 · 잠정 · 연습(가상 점수)"
    (under,) = section.footer.paragraphs
    xml = part(target, "word/footer.xml")
    assert re.findall(r'w:instr="(\w+)"', xml) == ["PAGE", "NUMPAGES"]
    assert under.text.startswith(report.round)
    assert under.text.endswith("2024. 7. 1.")


def test_pages_are_a4_and_the_type_is_korean(report: ReportDocument, target: Path) -> None:
    found = Document(str(written(report, target)))
    (section,) = found.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 'w:eastAsia="맑은 고딕"' in part(target, "word/styles.xml")
    assert {row.style.name for row in found.paragraphs} <= set(NAMES)


def test_heads_of_tables_come_again_and_rows_are_not_parted(
    report: ReportDocument, target: Path
) -> None:
    for table in Document(str(written(report, target))).tables:
        properties = [row._tr.trPr.xml for row in table.rows]
        assert ["w:tblHeader" in xml for xml in properties] == [True] + [False] * (
            len(properties) - 1
        )
        assert all("w:cantSplit" in xml for xml in properties)


def test_tables_are_as_wide_as_the_text(report: ReportDocument, target: Path) -> None:
    found = Document(str(written(report, target)))
    (section,) = found.sections
    width = section.page_width - section.left_margin - section.right_margin
    for table in found.tables:
        whole = sum(column.width for column in table.columns)
        assert 0 <= width - whole <= width // 100


def test_no_table_touches_another_and_none_ends_the_body(
    sample: Outcome, target: Path, report: ReportDocument
) -> None:
    only_tables = replace(report, blocks=tuple(row for row in report.blocks if not _is_text(row)))
    for document in (report, only_tables):
        found = list(Document(str(written(document, target))).iter_inner_content())
        kinds = [hasattr(child, "rows") for child in found]
        assert not any(one and other for one, other in pairwise(kinds))
        assert not kinds[-1]


def _is_text(block: object) -> bool:
    return hasattr(block, "voice")


def test_hostile_texts_stay_texts(
    hostile_round: Callable[[list[str]], Outcome], target: Path
) -> None:
    order = list(HOSTILE)
    for at in range(0, len(order), 5):
        document = reported(hostile_round(order[at:] + order[:at]), draft=True)
        found = Document(str(written(document, target)))
        said = " ".join(
            cell.text for table in found.tables for row in table.rows for cell in row.cells
        )
        assert "- =cmd|' /C calc'!A0" in said
        assert "- 널\ufffd\ufffd\ufffd끝" in said
        assert "- " + ("가나다 " * 10_000).strip() in said
        assert "- 👍🏽 이모지" in said


def test_the_properties_carry_nothing_of_anybody(sample: Outcome, target: Path) -> None:
    document = reported(sample, audience=Audience.PUBLIC)
    told = Document(str(written(document, target))).core_properties
    assert (told.author, told.title) == ("Scoring Workbench", document.title)
    with zipfile.ZipFile(target) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert not any(row.name in whole for row in sample.definition.evaluators)
    assert not any(f">{row.total}<" in whole for row in sample.services)
    marks = [mark for row in sample.services for made in row.indicators for mark in made.marks]
    ids = {row.uid for row in sample.findings} | {mark.evaluator for mark in marks}
    ids |= {one for mark in marks for heads in mark.origins for one, _ in heads}
    assert len(ids) > 100
    assert not any(one.hex() in whole for one in ids)
    assert "7K4F" not in whole


# what reads the file again


def changed(path: Path, name: str, before: str, after: str) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {row: archive.read(row) for row in archive.namelist()}
    assert before.encode() in parts[name]
    parts[name] = parts[name].replace(before.encode(), after.encode(), 1)
    with zipfile.ZipFile(path, "w") as archive:
        for row, image in parts.items():
            archive.writestr(row, image)
    return path


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (MAIN, "75.67", "75.68"),
        (MAIN, '<w:t xml:space="preserve">- 평가기간', '<w:t xml:space="preserve">- 기간'),
        (MAIN, "</w:tr><w:tr>", "</w:tr><w:tr><w:tc><w:p/></w:tc></w:tr><w:tr>"),
        (MAIN, "<w:sectPr", "<w:p><w:r><w:t>덧붙은 말</w:t></w:r></w:p><w:sectPr"),
        ("word/header.xml", "잠정", "최종"),
        ("word/footer.xml", "2024. 7. 1.", "2024. 7. 2."),
    ],
)
def test_a_file_that_holds_something_else_is_noticed(
    report: ReportDocument, target: Path, name: str, before: str, after: str
) -> None:
    path = written(report, target)
    compare(path, report, above(report), below(report), name=path.name)
    changed(path, name, before, after)
    with pytest.raises(ExportError) as caught:
        compare(path, report, above(report), below(report), name=path.name)
    assert caught.value.key == "report_differs"


def test_every_number_of_the_report_is_compared(report: ReportDocument, target: Path) -> None:
    path = written(report, target)
    image = path.read_bytes()
    xml = part(path, MAIN)
    numbers = [found.start(1) for found in re.finditer(r">[^<]*?(\d)[^<]*</w:t>", xml)]
    for at in random.Random(1).sample(numbers, 40):
        path.write_bytes(image)
        other = str((int(xml[at]) + 1) % 10)
        changed(path, MAIN, xml, xml[:at] + other + xml[at + 1 :])
        with pytest.raises(ExportError):
            compare(path, report, above(report), below(report), name=path.name)


def test_what_differs_is_not_left_behind(
    report: ReportDocument, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import workbench.reports.document.docx_filling as writing

    target.write_bytes(b"older")
    whole = writing.body

    def forgetful(blocks: Any, ids: Any, width: int) -> str:
        return whole(blocks, ids, width).replace("75.67", "75.68")

    monkeypatch.setattr(writing, "body", forgetful)
    with pytest.raises(ExportError) as caught:
        written(report, target)
    assert (caught.value.key, caught.value.values["name"]) == ("report_differs", target.name)
    assert target.read_bytes() == b"older"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("after", range(4))
def test_stopped_anywhere_it_leaves_the_older_report(
    report: ReportDocument, target: Path, after: int
) -> None:
    calls = iter(range(after))

    def progress(done: int, total: int, doing: str) -> None:
        assert done <= total
        assert doing
        if next(calls, None) is None:
            raise Cancelled

    target.write_bytes(b"older")
    with pytest.raises(Cancelled):
        written(report, target, progress=progress)
    assert target.read_bytes() == b"older"
    assert list(target.parent.iterdir()) == [target]


# an institute's own template


def own() -> Any:
    return Document(io.BytesIO(template_bytes()))


def packed(document: Any) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def test_an_own_template_gives_its_styles_page_and_header(
    report: ReportDocument, target: Path
) -> None:
    template = own()
    template.styles["보고서 항목"].font.name = "가상체"
    template.sections[0].left_margin = template.sections[0].right_margin = 900_000
    template.sections[0].header.paragraphs[0].text = "가상연구원"
    put_own(packed(template))
    found = Document(str(written(report, target)))
    assert found.styles["보고서 항목"].font.name == "가상체"
    (section,) = found.sections
    assert [row.text for row in section.header.paragraphs] == ["가상연구원", above(report)]
    assert section.left_margin == pytest.approx(900_000, abs=700)
    whole = sum(column.width for column in found.tables[0].columns)
    assert whole <= section.page_width - 2 * section.left_margin
    assert found.paragraphs[0].text == report.title  # the template's own body is dropped


def test_marks_stand_on_first_and_even_pages_too(report: ReportDocument, target: Path) -> None:
    template = own()
    template.sections[0].different_first_page_header_footer = True
    template.settings.odd_and_even_pages_header_footer = True
    put_own(packed(template))
    (section,) = Document(str(written(report, target))).sections
    for over in (section.header, section.first_page_header, section.even_page_header):
        assert over.paragraphs[-1].text == above(report)
    for under in (section.footer, section.first_page_footer, section.even_page_footer):
        assert under.paragraphs[-1].text.endswith("2024. 7. 1.")


def test_a_template_of_another_origin_gets_the_styles_it_lacks(
    report: ReportDocument, target: Path
) -> None:
    template = Document()  # as a word processor makes it, without any style of ours
    template.add_paragraph("지울 글")
    put_own(packed(template))
    found = Document(str(written(report, target)))
    assert {row.style.name for row in found.paragraphs} <= set(NAMES)
    assert "지울 글" not in [row.text for row in found.paragraphs]


def without(image: bytes, name: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(image)) as archive, zipfile.ZipFile(held, "w") as made:
        for row in archive.namelist():
            if row != name:
                made.writestr(row, archive.read(row))
    return held.getvalue()


def emptied(name: str, text: bytes) -> bytes:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(template_bytes())) as archive,
        zipfile.ZipFile(held, "w") as made,
    ):
        for row in archive.namelist():
            made.writestr(row, text if row == name else archive.read(row))
    return held.getvalue()


BROKEN = {
    "empty": b"",
    "a text": "서식이 아닌 글".encode(),
    "cut off": template_bytes()[:5000],
    "no main part": without(template_bytes(), MAIN),
    "no styles": without(template_bytes(), "word/styles.xml"),
    "no list of parts": without(template_bytes(), "[Content_Types].xml"),
    "no relations": without(template_bytes(), "_rels/.rels"),
    "no xml": emptied(MAIN, b"<w:document"),
    "another root": emptied(MAIN, b"<a/>"),
    "no page": emptied(
        MAIN,
        re.sub(
            rb"<w:sectPr>.*</w:sectPr>",
            b"",
            zipfile.ZipFile(io.BytesIO(template_bytes())).read(MAIN),
        ),
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_template_is_one_sentence(report: ReportDocument, target: Path, kind: str) -> None:
    put_own(BROKEN[kind])
    with pytest.raises(ExportError) as caught:
        written(report, target)
    for language in LANGUAGES:
        (sentence,) = sentence_of(caught.value, language).splitlines()
        assert str(own_template()) in sentence
    assert list(target.parent.iterdir()) == []


def spoilt(text: str, rng: random.Random) -> str:
    """The XML with one tag, value, attribute or element of it gone or another."""
    pattern, others = rng.choice(
        (
            (r"w:\w+", ("w:foo", "w:p", "w:val", "w:tbl")),
            (r'"[^"]*"', ('""', '"-1"', '"x"', '"99999999999999"', '"1.5"')),
            (r"<[^>]*/>", ("",)),
            (r' [\w:]+="[^"]*"', ("",)),
        )
    )
    found = list(re.finditer(pattern, text))
    if not found:
        return text
    place = rng.choice(found)
    return text[: place.start()] + rng.choice(others) + text[place.end() :]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_spoilt_template_gives_a_whole_report_or_one_sentence(
    sample: Outcome, target: Path
) -> None:
    rng, refused = random.Random(7), []
    whole = reported(sample, audience=Audience.PUBLIC)
    report = replace(whole, blocks=whole.blocks[:20])
    with zipfile.ZipFile(io.BytesIO(template_bytes())) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for _ in range(150):
        name = rng.choice(list(parts))
        put_own(emptied(name, spoilt(parts[name], rng).encode()))
        try:
            written(report, target)
        except ExportError as error:
            refused.append(error.key)
    assert set(refused) == {"report_template_unfit"}
    assert len(refused) < 150


def test_a_folder_in_the_place_of_the_template_is_one_sentence(
    report: ReportDocument, target: Path
) -> None:
    own_template().mkdir(parents=True)
    with pytest.raises(ExportError) as caught:
        written(report, target)
    assert caught.value.key == "report_template_unreadable"
