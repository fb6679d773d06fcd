"""Documents and workbooks as tests of filling need them."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH


def letter(file: Path, *paragraphs: str) -> Path:
    """An own document: the first paragraph is its title, the last two stand to the right."""
    made = docx.Document()
    for number, words in enumerate(paragraphs):
        paragraph = made.add_paragraph()
        paragraph.add_run(words[:1]).bold = True
        paragraph.add_run(words[1:])
        if not number:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif number >= len(paragraphs) - 2:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made.save(str(file))
    return file


def word_list(file: Path, headings: list[str], free: int, foot: str = "") -> Path:
    """A document with a table for many people."""
    made = docx.Document()
    made.add_paragraph("优抚对象名单")
    grid = made.add_table(1 + free + bool(foot), len(headings))
    grid.style = "Table Grid"
    for at, words in enumerate(headings):
        grid.cell(0, at).paragraphs[0].add_run(words).bold = True
    if foot:
        grid.cell(1 + free, 0).merge(grid.cell(1 + free, len(headings) - 1)).text = foot
    made.save(str(file))
    return file


def words_in(file: Path) -> list[str]:
    """The paragraphs of a document outside its tables."""
    return [paragraph.text for paragraph in docx.Document(str(file)).paragraphs]
