"""What fills a template: the blocks as its body, the labels around its pages, the properties."""

import io
from datetime import UTC, datetime
from typing import Any, Final

from workbench.reports.document import styles
from workbench.reports.document.blocks import ReportDocument
from workbench.reports.document.docx_body import body, runs
from workbench.reports.document.template_parts import WORD
from workbench.reports.safe_text import cut_to

_TITLE_UNITS: Final = 36
_ROUND_UNITS: Final = 28
"""What stands beside the marks, and beside the number of the page, on one line."""
_PROPERTY_UNITS: Final = 200
_SHOWN: Final = tuple(
    f"{{{WORD}}}{name}" for name in ("t", "drawing", "pict", "object", "fldSimple", "instrText")
)
"""What an institute may have put above or below its pages."""


def above(document: ReportDocument) -> str:
    """Return what stands above every page: the title and, at the right, the marks."""
    return f"{cut_to(document.title, _TITLE_UNITS, '…')}\t{document.marks}"


def below(document: ReportDocument) -> str:
    """Return what stands below every page: round, page of pages, day."""
    return f"{cut_to(document.round, _ROUND_UNITS, '…')}\t / \t{document.day}"


def filled(template: Any, document: ReportDocument, made_at: datetime) -> bytes:
    """Return ``template`` with ``document`` in it, as the bytes of a .docx file.

    What the library says of a template that is none comes out as it is.
    """
    _fill(template, document)
    _describe(template, document, made_at)
    packed = io.BytesIO()  # in memory: a full disk leaves no archive half open
    template.save(packed)
    return packed.getvalue()


def _fill(template: Any, document: ReportDocument) -> None:
    from docx.oxml import parse_xml

    section = template.sections[-1]
    width = round(section.page_width.twips - section.left_margin.twips - section.right_margin.twips)
    ids = {style.name: style.style_id for style in template.styles}
    _label(template, section, document, ids, width)
    old = template.element.body
    page = old.sectPr
    for element in list(old):
        if element is not page:
            old.remove(element)
    made: Any = parse_xml(body(document.blocks, ids, width))
    for element in list(made):
        page.addprevious(element)


def _label(
    template: Any, section: Any, document: ReportDocument, ids: dict[str, str], width: int
) -> None:
    """Put the labels above and below every kind of page that the template knows."""
    title, _, marks = above(document).partition("\t")
    mark = f"<w:r><w:tab/></w:r>{runs(marks, ids[styles.MARK[0]])}"
    top = _edge(ids[styles.ABOVE.name], f"{runs(title)}{mark}", [("right", width)])
    name, _, day = below(document).replace("\t / ", "").partition("\t")
    pages = f"{_field('PAGE')}{runs(' / ')}{_field('NUMPAGES')}"
    tab = "<w:r><w:tab/></w:r>"
    foot = _edge(
        ids[styles.BELOW.name],
        f"{runs(name)}{tab}{pages}{tab}{runs(day)}",
        [("center", width // 2), ("right", width)],
    )
    kinds = [(section.header, section.footer)]
    if section.different_first_page_header_footer:
        kinds.append((section.first_page_header, section.first_page_footer))
    if template.settings.odd_and_even_pages_header_footer:
        kinds.append((section.even_page_header, section.even_page_footer))
    for header, footer in kinds:
        _add(header, top)
        _add(footer, foot)


def _add(edge: Any, xml: str) -> None:
    """Add a paragraph to a header or footer; what an institute put there stays above it."""
    from docx.oxml import parse_xml

    edge.is_linked_to_previous = False
    element = edge._element
    if not any(True for _ in element.iter(*_SHOWN)):
        for child in list(element):
            element.remove(child)
    element.append(parse_xml(xml))


def _edge(style: str, content: str, tabs: list[tuple[str, int]]) -> str:
    stops = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in tabs)
    return (
        f'<w:p xmlns:w="{WORD}"><w:pPr><w:pStyle w:val="{style}"/>'
        f"<w:tabs>{stops}</w:tabs></w:pPr>{content}</w:p>"
    )


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _describe(template: Any, document: ReportDocument, made_at: datetime) -> None:
    told = template.core_properties
    moment = made_at.astimezone(UTC).replace(tzinfo=None)
    told.title = cut_to(document.title, _PROPERTY_UNITS)
    told.author = told.last_modified_by = "Scoring Workbench"
    told.created = told.modified = moment
    told.comments = told.subject = told.keywords = told.category = ""
    told.revision = 1
