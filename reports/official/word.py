"""An official document for Word and WPS, as a .docx in the typefaces and on the grid of GB/T 9704-2012.

Typefaces are named, not embedded: an office's PC has them. Where it lacks one, the file itself names the nearest of
Windows' own (``resources/word/fontTable.xml``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from models.core.dates import this_day
from reports.official import Official, annex_label, annex_lines, is_heading, pieces, word_annexes
from reports.official.setting import (
    BODY_SIZE,
    CHARACTERS_OF_LINE,
    FOOT_SIZE,
    PITCH,
    TIGHT,
    TITLE_SIZE,
    text_width,
)
from reports.official.word_lines import NAMES, WORD_SONG, element, indent, line, name_face, run, set_indent
from reports.official.word_template import blank_document
from reports.paper.binding import COPY_MARK, band_words
from reports.paper.fonts import FANGSONG, HEITI, KAITI, SONG_TITLE
from reports.paper.whole_files import whole

HEADING_STYLES = {
    HEITI: "Heading 1",
    KAITI: "Heading 2",
}  # the styles of paragraphs that are headings, for the outline
SHORT = 8 * CHARACTERS_OF_LINE  # a longer last paragraph is not kept whole beside the signature


def write_official_word(document: Official, out: Path) -> None:
    """Write the document as .docx; ``Refusal`` when the file cannot be written."""
    made = blank_document(document)
    _set_up(made, document)
    for words in document.title.split("\n"):
        head = line(made, words, SONG_TITLE, TITLE_SIZE, WD_ALIGN_PARAGRAPH.CENTER, "Title")
        head.paragraph_format.keep_with_next = True
    line(made, "", FANGSONG)
    for paragraph in document.paragraphs:
        _body(made, paragraph)
    _closing(made, document)
    for number, annex in enumerate(document.annexes, start=1):
        word_annexes.add(made, annex, annex_label(number, len(document.annexes)))
    with whole(out) as stream:
        made.save(stream)


def write_word_draft(title: str, paragraphs: Sequence[str], closing: Sequence[str], out: Path) -> None:
    """Write a document to be worked on: title, paragraphs, and below them lines at the right edge. ``Refusal`` as above."""
    about = Official(title, tuple(paragraphs), "", this_day())
    made = blank_document(about)
    _set_up(made, about)
    line(made, title, SONG_TITLE, TITLE_SIZE, WD_ALIGN_PARAGRAPH.CENTER, "Title")
    line(made, "", FANGSONG)
    for paragraph in paragraphs:
        _body(made, paragraph)
    line(made, "", FANGSONG)
    for words in closing:
        line(made, words, FANGSONG).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    with whole(out) as stream:
        made.save(stream)


# --- the page


def _set_up(made: Document, document: Official) -> None:
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin = Mm(37), Mm(35)
    page.left_margin, page.right_margin = Mm(28), Mm(26)
    page.header_distance, page.footer_distance = Mm(15), Mm(22)
    for old in page._sectPr.findall(qn("w:docGrid")):
        page._sectPr.remove(old)
    page._sectPr.append(element("w:docGrid", type="lines", linePitch=round(PITCH * 20)))
    _style(made)
    for foot, at_right in ((page.footer, True), (page.even_page_footer, False)):
        _number(foot.paragraphs[0], at_right)
        if document.mark:
            run(foot.add_paragraph(), document.mark, FANGSONG, COPY_MARK.size)
    if words := band_words(document.practice):
        for head in (page.header, page.even_page_header):
            run(head.paragraphs[0], words, HEITI, 9)
            head.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _style(made: Document) -> None:
    """The text's own style: 3号仿宋, lines of the grid's pitch, no room before and after, no room around figures."""
    style: Any = made.styles["Normal"]
    style.font.size = Pt(BODY_SIZE)
    name_face(style.element.get_or_add_rPr(), NAMES[FANGSONG])
    # 28 characters fill the line, said as the room between characters: programs differ in how they read a grid of characters
    tight = element("w:spacing", val=math.floor(TIGHT * 20))
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
            element(name, val=0), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc"
        )


def _number(paragraph: Paragraph, at_right: bool) -> None:
    """— 1 —, one character from the outer edge (7.5)."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if at_right else WD_ALIGN_PARAGRAPH.LEFT
    shape = paragraph.paragraph_format
    shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
    edge = "rightChars" if at_right else "leftChars"
    set_indent(paragraph, element("w:ind", **{edge: 100, edge[:-5]: round(FOOT_SIZE * 20)}))
    run(paragraph, "— ", WORD_SONG, FOOT_SIZE)
    field = run(paragraph, "", WORD_SONG, FOOT_SIZE)
    for kind in ("begin", "", "end"):
        if kind:
            field._r.append(element("w:fldChar", fldCharType=kind))
        else:
            code = element("w:instrText")
            code.text = "PAGE"
            field._r.append(code)
    run(paragraph, " —", WORD_SONG, FOOT_SIZE)


# --- the text


def _body(made: Document, text: str) -> None:
    said = pieces(text)
    level = HEADING_STYLES.get(said[0].face) if is_heading(text) else None
    paragraph = made.add_paragraph(style=level)
    for face, words in said:
        run(paragraph, words, face)
    indent(paragraph, 2)
    paragraph.paragraph_format.keep_with_next = is_heading(text) or None


def _closing(made: Document, document: Official) -> None:
    """附件说明, 署名, 成文日期 (7.3.4, 7.3.5)."""
    if len(made.paragraphs[-1].text) < SHORT:
        made.paragraphs[-1].paragraph_format.keep_with_next = True
    laid = [line(made, "", FANGSONG)]
    for text in annex_lines(document.annexes) if document.annexes else ():
        laid.append(line(made, text, FANGSONG, alignment=WD_ALIGN_PARAGRAPH.LEFT))
        indent(laid[-1], 2)
    if document.annexes:
        laid.append(line(made, "", FANGSONG))
    day = document.day_in_words()
    across, below = text_width(pieces(document.signed)), text_width(pieces(day))
    right = max(0.0, 4 * (BODY_SIZE + TIGHT) + (below - across) / 2)
    for words, edge in ((document.signed, right), (day, 4 * (BODY_SIZE + TIGHT))):
        laid.append(line(made, words, FANGSONG, alignment=WD_ALIGN_PARAGRAPH.RIGHT))
        laid[-1].paragraph_format.right_indent = Pt(edge)
    for paragraph in laid[:-1]:
        paragraph.paragraph_format.keep_with_next = True
