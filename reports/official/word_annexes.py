"""The annexes of a Word file: tables whose heading is repeated on each page, and charts as pictures."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from reports.official import Annex, Diagram, Remark, Table
from reports.official.pictures import picture
from reports.official.setting import TITLE_SIZE
from reports.official.word_lines import WORD_SONG, element, line, off_the_grid, run
from reports.paper.fonts import FANGSONG, HEITI, SONG_TITLE
from reports.paper.forms import NONE
from reports.paper.layout import START
from reports.paper.line_breaks import clean

REMARK_SIZE, ANNEX_CELL_SIZE, ANNEX_CAPTION_SIZE = 9.0, 10.5, 12.0  # points
ANNEX_BREADTH = 156  # mm
ANNEX_CELL_MARGIN = 40  # twentieths of a point between a cell's rule and its words


def add(made: Document, annex: Annex, label: str) -> None:
    """附件 at the head of a page of its own, the title on the third line (7.3.7)."""
    head = line(made, label, HEITI)
    head.paragraph_format.page_break_before = head.paragraph_format.keep_with_next = True
    line(made, "", FANGSONG)
    line(made, annex.title, SONG_TITLE, TITLE_SIZE, WD_ALIGN_PARAGRAPH.CENTER, "Heading 1")
    for part in annex.parts:
        if isinstance(part, Table):
            _table(made, part, annex.title)
        elif isinstance(part, Remark):
            line(made, part.words, WORD_SONG, REMARK_SIZE)
        else:
            _chart(made, part)


def _table(made: Document, table: Table, caption: str) -> None:
    grid = made.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    grid.autofit, grid.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    unit = ANNEX_BREADTH / sum(column.share for column in table.columns)
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w=ANNEX_CELL_MARGIN, type="dxa"))
    grid._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    grid._tbl.tblPr.append(element("w:tblCaption", val=clean(caption)))  # what a screen reader calls it
    for each, column in zip(grid.columns, table.columns, strict=True):
        each.width = Mm(column.share * unit)
    head = grid.rows[0]._tr.get_or_add_trPr()
    head.append(element("w:tblHeader"))
    _cells(grid.rows[0].cells, [column.heading for column in table.columns], HEITI, table, unit)
    for texts in table.rows:
        row = grid.add_row()
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))
        _cells(row.cells, texts, WORD_SONG, table, unit)
    if not table.rows:
        _cells(grid.add_row().cells, [NONE, *[""] * (len(table.columns) - 1)], WORD_SONG, table, unit)


def _cells(cells: Sequence[Any], texts: Sequence[str], face: str, table: Table, unit: float) -> None:
    for cell, words, column in zip(cells, texts, table.columns, strict=True):
        cell.width = Mm(column.share * unit)
        paragraph = cell.paragraphs[0]
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        off_the_grid(paragraph)
        left = column.align == START and face != HEITI
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if left else WD_ALIGN_PARAGRAPH.CENTER
        run(paragraph, words, face, ANNEX_CELL_SIZE)


def _chart(made: Document, chart: Diagram) -> None:
    title = line(
        made, f"{chart.title}（单位：{chart.unit}）", HEITI, ANNEX_CAPTION_SIZE, WD_ALIGN_PARAGRAPH.CENTER
    )
    title.paragraph_format.keep_with_next = True
    paragraph = made.add_paragraph()
    off_the_grid(paragraph)
    drawn = paragraph.add_run().add_picture(io.BytesIO(picture(chart)), width=Mm(ANNEX_BREADTH))
    told: Any = drawn._inline.docPr
    told.set("name", f"图{told.get('id')}")
    told.set("descr", clean(alternative(chart)))
    inside: Any = drawn._inline.graphic.graphicData.pic
    inside.nvPicPr.cNvPr.set("name", told.get("name"))


def alternative(chart: Diagram) -> str:
    """What the chart says in words 替代文字, for who cannot see it."""
    facts = "，".join(f"{each.label}{each.value}{chart.unit}" for each in chart.facts)
    return f"{chart.title}：{facts}" if facts else chart.title
