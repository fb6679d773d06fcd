"""Own documents on paper 文书PDF: a filled letter set as an official document is (GB/T 9704-2012), as far as plain paragraphs go."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn

from models.archive import opened
from models.core.dates import PartDate
from models.core.record import Refusal
from reports.official import Official
from reports.official.paper import write_official_pdf
from reports.superior_forms.own_documents import FilledLetter
from reports.superior_forms.word_grids import WordForm
from reports.superior_forms.word_words import TBL, words_of_paragraph

NO_TABLES = "“{}”里有表格或图片，本程序的PDF只排文字。请存为.docx，再用Word或WPS打印、转成PDF"
AS_OFFICIAL = (
    "PDF按公文格式（GB/T 9704）重新排版：标题、正文、落款、日期；模板自己的字体和页边距只在.docx里保持"
)


def refuse_for_paper(form: WordForm, name: str) -> None:
    """Raises ``Refusal`` for a document of which more than words would have to be set."""
    root = form.fresh()
    if next(root.iter(TBL), None) is not None or next(root.iter(qn("w:drawing")), None) is not None:
        raise Refusal(NO_TABLES.format(name))


def write_letter_pdf(letter: FilledLetter, out: Path, mark: str = "") -> None:
    """Write a filled letter as a PDF, with the ``mark`` of a copy."""
    write_official_pdf(as_official(letter, mark), out)


def as_official(letter: FilledLetter, mark: str = "") -> Official:
    """A filled letter as it is set on paper; a line of a paragraph is a paragraph there."""
    lines = [
        (words, each)
        for each in letter.paragraphs()
        for line in words_of_paragraph(each).split("\n")
        if (words := line.strip())
    ]
    if not lines:
        raise Refusal("模板里没有文字")
    title = lines.pop(0)[0] if _stands(lines[0][1], "center") else "通　知"
    day, signed = _closing(lines, letter)
    body = tuple(words for words, _ in lines)
    practice = opened.opened_archive().practice
    return Official(title, body, signed, day, (), practice, mark)


def _closing(lines: list[tuple[str, Any]], letter: FilledLetter) -> tuple[date, str]:
    """The day and the signature that stand last, taken from the lines; those of the office where nothing does."""
    day, signed = letter.facts.today, letter.facts.office
    if lines and (said := _day(lines[-1][0])) is not None:
        day = said
        lines.pop()
        if lines and (_stands(lines[-1][1], "right", "end") or lines[-1][0] == signed):
            signed = lines.pop()[0]
    return day, signed


def _day(words: str) -> date | None:
    try:
        found = PartDate.parse(words.replace(" ", "").replace("　", ""))
    except ValueError:
        return None
    return found.earliest() if found.day else None


def _stands(paragraph: Any, *sides: str) -> bool:
    about = paragraph.find(qn("w:pPr"))
    stands = about.find(qn("w:jc")) if about is not None else None
    return stands is not None and stands.get(qn("w:val")) in sides
