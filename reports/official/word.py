"""An official document as a .docx that Word and WPS open, in the typefaces and on the grid of GB/T 9704-2012.

Typefaces are named, not embedded: an office's PC has them. Where it lacks one, the file itself names the nearest of
Windows' own (``ALIKE``).
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reports.binding import PRACTICE
from reports.document import NONE
from reports.fonts import FANGSONG, HEITI, KAITI, SONG_TITLE
from reports.layout import START
from reports.lines import clean
from reports.official import (
    Annex,
    Diagram,
    Official,
    Table,
    annex_label,
    annex_lines,
    is_heading,
    pieces,
)
from reports.official.pictures import picture
from reports.official.setting import BODY, CHARACTERS, FOOT, PITCH, TIGHT, TITLE, text_width
from reports.output import whole

NAMES = {SONG_TITLE: "方正小标宋简体", FANGSONG: "仿宋_GB2312", HEITI: "黑体", KAITI: "楷体_GB2312"}
SONG = "宋体"
ALIKE = {
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S", "宋体"),
    "仿宋_GB2312": ("仿宋", "FangSong"),
    "楷体_GB2312": ("楷体", "KaiTi"),
}
CELL, CAPTION = 10.5, 12.0
BEFORE_MIRROR = ("view", "zoom", "removePersonalInformation", "embedTrueTypeFonts", "saveSubsetFonts")
TITLE_LINE = 32.0  # points from one line of a title to the next
EDGE = 40  # twentieths of a point between a cell's rule and its words
SHORT = 8 * CHARACTERS  # a longer last paragraph is not kept whole beside the signature


def write(document: Official, out: Path) -> None:
    """Write the document as .docx; ``Refusal`` when the file cannot be written."""
    made = docx.Document()
    _set_up(made, document)
    for words in document.title.split("\n"):
        _line(
            made, words, SONG_TITLE, TITLE, WD_ALIGN_PARAGRAPH.CENTER
        ).paragraph_format.keep_with_next = True
    _line(made, "", FANGSONG)
    for paragraph in document.paragraphs:
        _body(made, paragraph)
    _closing(made, document)
    for number, annex in enumerate(document.annexes, start=1):
        _annex(made, annex, annex_label(number, len(document.annexes)))
    with whole(out) as stream:
        made.save(stream)


# --- the page


def _set_up(made: Document, document: Official) -> None:
    about = made.core_properties
    about.title, about.author, about.comments = document.title.replace("\n", ""), document.signed, ""
    about.created = about.modified = datetime(document.day.year, document.day.month, document.day.day)
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin = Mm(37), Mm(35)
    page.left_margin, page.right_margin = Mm(28), Mm(26)
    page.header_distance, page.footer_distance = Mm(15), Mm(22)
    for old in page._sectPr.findall(qn("w:docGrid")):
        page._sectPr.remove(old)
    page._sectPr.append(_element("w:docGrid", type="lines", linePitch=round(PITCH * 20)))
    settings = made.settings.element
    before = [settings.find(qn(f"w:{name}")) for name in BEFORE_MIRROR]
    place = max((settings.index(each) + 1 for each in before if each is not None), default=0)
    settings.insert(place, _element("w:mirrorMargins"))
    made.settings.odd_and_even_pages_header_footer = True
    _style(made)
    _alike(made)
    for foot, at_right in ((page.footer, True), (page.even_page_footer, False)):
        _number(foot.paragraphs[0], at_right)
    if document.practice:
        for head in (page.header, page.even_page_header):
            _run(head.paragraphs[0], PRACTICE, HEITI, 9)
            head.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _style(made: Document) -> None:
    """The text's own style: 3号仿宋, lines of the grid's pitch, no room before and after, no room around figures."""
    style: Any = made.styles["Normal"]
    style.font.size = Pt(BODY)
    _name_face(style.element.get_or_add_rPr(), NAMES[FANGSONG])
    # 28 characters fill the line, said as the room between characters: programs differ in how they read a grid of characters
    tight = _element("w:spacing", val=math.floor(TIGHT * 20))
    style.element.get_or_add_rPr().insert_element_before(
        tight, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:lang"
    )
    shape = style.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(PITCH)
    shape.alignment, shape.widow_control = WD_ALIGN_PARAGRAPH.JUSTIFY, False
    properties = style.element.get_or_add_pPr()
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):
        properties.insert_element_before(
            _element(name, val=0), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc"
        )


def _alike(made: Document) -> None:
    """Say in the file's table of fonts what to use where an official typeface is not installed (ECMA-376, 17.8.3.1)."""
    part = next(each for each in made.part.package.iter_parts() if each.partname.endswith("fontTable.xml"))
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{",".join(others)}"/><w:charset w:val="86"/></w:font>'
        for name, others in ALIKE.items()
    )
    blob: bytes = part.blob
    part._blob = blob.replace(b"</w:fonts>", fonts.encode() + b"</w:fonts>")


def _number(paragraph: Paragraph, at_right: bool) -> None:
    """— 1 —, one character from the outer edge (7.5)."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if at_right else WD_ALIGN_PARAGRAPH.LEFT
    shape = paragraph.paragraph_format
    shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
    edge = "rightChars" if at_right else "leftChars"
    _set_indent(paragraph, _element("w:ind", **{edge: 100, edge[:-5]: round(FOOT * 20)}))
    _run(paragraph, "— ", SONG, FOOT)
    run = _run(paragraph, "", SONG, FOOT)
    for kind in ("begin", "", "end"):
        if kind:
            run._r.append(_element("w:fldChar", fldCharType=kind))
        else:
            code: Any = OxmlElement("w:instrText")
            code.text = "PAGE"
            run._r.append(code)
    _run(paragraph, " —", SONG, FOOT)


# --- the text


def _body(made: Document, text: str) -> None:
    paragraph = made.add_paragraph()
    for face, words in pieces(text):
        _run(paragraph, words, face)
    _indent(paragraph, 2)
    paragraph.paragraph_format.keep_with_next = is_heading(text) or None


def _closing(made: Document, document: Official) -> None:
    """附件说明, 署名, 成文日期 (7.3.4, 7.3.5)."""
    if len(made.paragraphs[-1].text) < SHORT:
        made.paragraphs[-1].paragraph_format.keep_with_next = True
    laid = [_line(made, "", FANGSONG)]
    for text in annex_lines(document.annexes) if document.annexes else ():
        laid.append(_line(made, text, FANGSONG, alignment=WD_ALIGN_PARAGRAPH.LEFT))
        _indent(laid[-1], 2)
    if document.annexes:
        laid.append(_line(made, "", FANGSONG))
    day = document.day_in_words()
    across, below = text_width(pieces(document.signed)), text_width(pieces(day))
    right = max(0.0, 4 * (BODY + TIGHT) + (below - across) / 2)
    for words, edge in ((document.signed, right), (day, 4 * (BODY + TIGHT))):
        laid.append(_line(made, words, FANGSONG, alignment=WD_ALIGN_PARAGRAPH.RIGHT))
        laid[-1].paragraph_format.right_indent = Pt(edge)
    for paragraph in laid[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _line(
    made: Document,
    words: str,
    face: str,
    size: float = BODY,
    alignment: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
) -> Paragraph:
    paragraph = made.add_paragraph()
    paragraph.alignment = alignment
    if size > BODY:  # a title's line is one line of the grid, though its type is larger
        _off_the_grid(paragraph)
        shape = paragraph.paragraph_format
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(TITLE_LINE)
    _run(paragraph, words, face, size)
    return paragraph


def _indent(paragraph: Paragraph, characters: int) -> None:
    """So many characters in, whatever the type size (ECMA-376, 17.3.1.12)."""
    points = round(characters * BODY * 20)
    _set_indent(paragraph, _element("w:ind", firstLineChars=characters * 100, firstLine=points))


def _set_indent(paragraph: Paragraph, indent: Any) -> None:
    """Elements stand in the order of the schema, or Word calls the file damaged (ECMA-376, 17.3.1.26)."""
    paragraph._p.get_or_add_pPr().insert_element_before(indent, "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr")


def _run(paragraph: Paragraph, words: str, face: str, size: float = BODY) -> Run:
    run = paragraph.add_run(clean(words))
    run.font.size = Pt(size)
    _name_face(run._r.get_or_add_rPr(), NAMES.get(face, face))
    return run


def _name_face(properties: Any, name: str) -> None:
    """The typeface for Chinese and for Latin letters alike, and that quotes are Chinese ones (ECMA-376, 17.3.2.26)."""
    fonts = properties.get_or_add_rFonts()
    for old in list(fonts.attrib):
        del fonts.attrib[old]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)
    fonts.set(qn("w:hint"), "eastAsia")


def _element(name: str, **values: object) -> Any:
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


# --- the annexes


def _annex(made: Document, annex: Annex, label: str) -> None:
    """附件 at the head of a page of its own, the title on the third line (7.3.7)."""
    head = _line(made, label, HEITI)
    head.paragraph_format.page_break_before = head.paragraph_format.keep_with_next = True
    _line(made, "", FANGSONG)
    _line(made, annex.title, SONG_TITLE, TITLE, WD_ALIGN_PARAGRAPH.CENTER)
    for part in annex.parts:
        if isinstance(part, Table):
            _table(made, part)
        else:
            _chart(made, part)


def _table(made: Document, table: Table) -> None:
    grid = made.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    grid.autofit, grid.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    unit = 156 / sum(column.share for column in table.columns)
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w=EDGE, type="dxa"))
    grid._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    for each, column in zip(grid.columns, table.columns, strict=True):
        each.width = Mm(column.share * unit)
    head = grid.rows[0]._tr.get_or_add_trPr()
    head.append(_element("w:tblHeader"))
    _cells(grid.rows[0].cells, [column.heading for column in table.columns], HEITI, table, unit)
    for texts in table.rows:
        row = grid.add_row()
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
        _cells(row.cells, texts, SONG, table, unit)
    if not table.rows:
        _cells(grid.add_row().cells, [NONE, *[""] * (len(table.columns) - 1)], SONG, table, unit)


def _cells(cells: Sequence[Any], texts: Sequence[str], face: str, table: Table, unit: float) -> None:
    for cell, words, column in zip(cells, texts, table.columns, strict=True):
        cell.width = Mm(column.share * unit)
        paragraph = cell.paragraphs[0]
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        _off_the_grid(paragraph)
        left = column.align == START and face != HEITI
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if left else WD_ALIGN_PARAGRAPH.CENTER
        _run(paragraph, words, face, CELL)


def _off_the_grid(paragraph: Paragraph) -> None:
    """Lines as high as what stands in them."""
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(_element("w:snapToGrid", val=0), "w:spacing", "w:ind", "w:jc")


def _chart(made: Document, chart: Diagram) -> None:
    title = _line(made, f"{chart.title}（单位：{chart.unit}）", HEITI, CAPTION, WD_ALIGN_PARAGRAPH.CENTER)
    title.paragraph_format.keep_with_next = True
    paragraph = made.add_paragraph()
    _off_the_grid(paragraph)
    paragraph.add_run().add_picture(io.BytesIO(picture(chart)), width=Mm(156))
