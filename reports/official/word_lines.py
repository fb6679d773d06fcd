"""Lines of a Word file: paragraphs and words in the typefaces of official documents, elements in the schema's order."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reports.official.setting import BODY_SIZE
from reports.paper.fonts import FANGSONG, HEITI, KAITI, SONG_TITLE
from reports.paper.line_breaks import clean

NAMES = {SONG_TITLE: "方正小标宋简体", FANGSONG: "仿宋_GB2312", HEITI: "黑体", KAITI: "楷体_GB2312"}
WORD_SONG = "宋体"
TITLE_LINE = 32.0  # points from one line of a title to the next


def line(
    made: Document,
    words: str,
    face: str,
    size: float = BODY_SIZE,
    alignment: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
    style: str | None = None,
) -> Paragraph:
    """A paragraph of one line, in the text's own style unless another is named."""
    paragraph = made.add_paragraph(style=style)
    paragraph.alignment = alignment
    if size > BODY_SIZE:  # a title's line is one line of the grid, though its type is larger
        off_the_grid(paragraph)
        shape = paragraph.paragraph_format
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(TITLE_LINE)
    run(paragraph, words, face, size)
    return paragraph


def indent(paragraph: Paragraph, characters: int) -> None:
    """So many characters in, whatever the type size (ECMA-376, 17.3.1.12)."""
    points = round(characters * BODY_SIZE * 20)
    set_indent(paragraph, element("w:ind", firstLineChars=characters * 100, firstLine=points))


def set_indent(paragraph: Paragraph, wanted: Any) -> None:
    """Elements stand in the order of the schema, or Word calls the file damaged (ECMA-376, 17.3.1.26)."""
    paragraph._p.get_or_add_pPr().insert_element_before(wanted, "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr")


def run(paragraph: Paragraph, words: str, face: str, size: float = BODY_SIZE) -> Run:
    """Words in one of the typefaces."""
    made = paragraph.add_run(clean(words))
    made.font.size = Pt(size)
    name_face(made._r.get_or_add_rPr(), NAMES.get(face, face))
    return made


def name_face(properties: Any, name: str) -> None:
    """The typeface for Chinese and for Latin letters alike, and that quotes are Chinese ones (ECMA-376, 17.3.2.26)."""
    fonts = properties.get_or_add_rFonts()
    for old in list(fonts.attrib):
        del fonts.attrib[old]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)
    fonts.set(qn("w:hint"), "eastAsia")


def element(name: str, **values: object) -> Any:
    """An element of WordprocessingML with its attributes."""
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def off_the_grid(paragraph: Paragraph) -> None:
    """Lines as high as what stands in them."""
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(element("w:snapToGrid", val=0), "w:spacing", "w:ind", "w:jc")
