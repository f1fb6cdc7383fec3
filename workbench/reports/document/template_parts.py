"""The parts of the shipped template as literal text: a package small enough to be read whole."""

from collections.abc import Iterator
from typing import Final

from workbench.reports.document import styles
from workbench.reports.document.styles import Style

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES: Final = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
_OPEN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LINE: Final = 276
"""Between two lines: 1.15, in 240ths."""


def parts() -> Iterator[tuple[str, str]]:
    """Yield name and text of every part, in the order of the file."""
    yield "[Content_Types].xml", _content_types()
    yield "_rels/.rels", _relations((("officeDocument", "word/document.xml"),))
    yield (
        "word/_rels/document.xml.rels",
        _relations(
            (name, f"{name}.xml")
            for name in ("styles", "settings", "fontTable", "header", "footer")
        ),
    )
    yield "word/document.xml", _document()
    yield "word/styles.xml", _styles()
    yield "word/settings.xml", _settings()
    yield "word/fontTable.xml", _fonts()
    yield "word/header.xml", _edge("hdr", styles.ABOVE)
    yield "word/footer.xml", _edge("ftr", styles.BELOW)


def _content_types() -> str:
    names = {"document": "document.main"}
    kinds = ("document", "styles", "settings", "fontTable", "header", "footer")
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_OPEN}.{names.get(kind, kind)}+xml"/>'
        for kind in kinds
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(rows: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...]) -> str:
    found = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(rows, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'


def _document() -> str:
    """Return a body that shows every style under its own name; a report drops it."""
    shown = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>'
        f"<w:r><w:t>{style.name}</w:t></w:r></w:p>"
        for style in styles.PARAGRAPHS
        if style not in (styles.ABOVE, styles.BELOW, styles.END)
    )
    return (
        f"{_HEAD}<w:document {_SPACES}><w:body>{shown}<w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1304" w:right="1134" w:bottom="1134" w:left="1134"'
        ' w:header="624" w:footer="567" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _edge(tag: str, style: Style) -> str:
    return (
        f'{_HEAD}<w:{tag} {_SPACES}><w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr></w:p>'
        f"</w:{tag}>"
    )


def _settings() -> str:
    return (
        f'{_HEAD}<w:settings {_SPACES}><w:defaultTabStop w:val="800"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="ko-KR"/></w:settings>'
    )


def _fonts() -> str:
    return (
        f'{_HEAD}<w:fonts {_SPACES}><w:font w:name="{styles.FONT}">'
        f'<w:altName w:val="{styles.FONT_IN_ENGLISH}"/><w:charset w:val="81"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _styles() -> str:
    font = styles.FONT
    return (
        f"{_HEAD}<w:styles {_SPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="en-US" w:eastAsia="ko-KR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
        f"{''.join(map(_paragraph_style, styles.PARAGRAPHS))}"
        f"{_character_style(styles.STRONG, styles.INK)}"
        f"{_character_style(styles.MARK, styles.WARNING)}{_table_style()}</w:styles>"
    )


def _paragraph_style(style: Style) -> str:
    keep = "<w:keepNext/>" if style.keep_next else ""
    side = f'w:val="single" w:sz="6" w:space="6" w:color="{style.edge}"'
    frame = "".join(f"<w:{at} {side}/>" for at in ("top", "left", "bottom", "right"))
    box = (
        f'<w:pBdr>{frame}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{style.box}"/>'
        if style.box
        else ""
    )
    # a frame stands outside the text's edges: drawn in, it ends where the tables end
    left, right = (140, 140) if style.box else (style.left, 0)
    line = 20 if style is styles.END else _LINE
    rule = "exact" if style is styles.END else "auto"
    level = f'<w:outlineLvl w:val="{style.level}"/>' if style.level is not None else ""
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{keep}{box}"
        f'<w:spacing w:before="{style.before}" w:after="{style.after}"'
        f' w:line="{line}" w:lineRule="{rule}"/>'
        f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{style.hanging}"/>'
        f'<w:jc w:val="{style.align}"/>{level}</w:pPr>'
        f'<w:rPr>{bold}<w:color w:val="{style.ink}"/>'
        f'<w:sz w:val="{style.half_points}"/><w:szCs w:val="{style.half_points}"/></w:rPr>'
        "</w:style>"
    )


def _character_style(named: tuple[str, str], ink: str) -> str:
    name, style_id = named
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f'<w:rPr><w:b/><w:bCs/><w:color w:val="{ink}"/></w:rPr></w:style>'
    )


def _table_style() -> str:
    name, style_id = styles.TABLE
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    border = f'w:val="single" w:sz="4" w:space="0" w:color="{styles.EDGE}"'
    borders = "".join(f"<w:{side} {border}/>" for side in sides)
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 30), ("left", 85), ("bottom", 20), ("right", 85))
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>"
        '</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{styles.SUNKEN}"/></w:tcPr></w:tblStylePr>'
        "</w:style>"
    )
