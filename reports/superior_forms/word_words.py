"""Words of a document 文档里的字: put into its paragraphs and cells in the look that stands there already (ECMA-376 part 1, 17.3)."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

P, R, T, TC, TR, TBL = (qn(f"w:{name}") for name in ("p", "r", "t", "tc", "tr", "tbl"))
R_PR, P_PR = qn("w:rPr"), qn("w:pPr")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def words_of_paragraph(paragraph: Any) -> str:
    """What a paragraph says, breaks as line breaks."""
    said = []
    for each in paragraph.iter(T, qn("w:br"), qn("w:tab")):
        said.append(each.text or "" if each.tag == T else "\n" if each.tag == qn("w:br") else "\t")
    return "".join(said)


def words_of_cell(cell: Any) -> str:
    return "\n".join(words_of_paragraph(each) for each in cell.iterchildren(P)).strip("\n")


def set_cell_words(cell: Any, words: str, like: Any = None) -> None:
    """Let a cell say these words in its own look, or else in that of the cell ``like``."""
    paragraphs = list(cell.iterchildren(P))
    paragraph = next(
        (each for each in paragraphs if words_of_paragraph(each).strip()),
        paragraphs[0] if paragraphs else None,
    )
    if paragraph is None:
        paragraph = OxmlElement("w:p")
        cell.append(paragraph)
    for other in paragraphs:
        if other is not paragraph and words_of_paragraph(other).strip():
            _empty(other)
    set_paragraph_words(paragraph, words, like)


def set_paragraph_words(paragraph: Any, words: str, like: Any = None) -> None:
    """Let a paragraph say these words, in the look of its first run."""
    look = _look(paragraph, like)
    _empty(paragraph)
    paragraph.append(_run(words, look))


def replace_in_paragraph(paragraph: Any, start: int, end: int, words: str) -> None:
    """Put words into the place of others of a paragraph, counted in its text (breaks and tabs not); each run keeps its look."""
    at, first = 0, True
    for text in list(paragraph.iter(T)):
        said = text.text or ""
        begin, stop = max(start - at, 0), min(end - at, len(said))
        if begin < stop or (first and start == end and begin <= len(said) and at <= start):
            _say(text, f"{said[:begin]}{words if first else ''}{said[max(begin, stop) :]}")
            first = False
        at += len(said)


def _say(text: Any, words: str) -> None:
    """Let a piece of text say these words, their line breaks as breaks."""
    *before, last = _pieces(words)
    for each in before:
        text.addprevious(each)
    text.text = last.text
    text.set(SPACE, "preserve")


def plain_text_of(paragraph: Any) -> str:
    """The text by which ``replace_in_paragraph`` counts."""
    return "".join(each.text or "" for each in paragraph.iter(T))


def _look(paragraph: Any, like: Any) -> Any:
    """How the words are to look: as the paragraph's first run, as its mark, or as another cell's words."""
    run = next((each for each in paragraph.iter(R) if each.find(R_PR) is not None), None)
    if run is not None:
        return deepcopy(run.find(R_PR))
    about = paragraph.find(P_PR)
    mark = about.find(R_PR) if about is not None else None
    if mark is not None:
        return deepcopy(mark)
    if like is not None:
        other = next((each for each in like.iter(R) if each.find(R_PR) is not None), None)
        if other is not None:
            look = deepcopy(other.find(R_PR))
            for bold in [*look.findall(qn("w:b")), *look.findall(qn("w:bCs"))]:
                look.remove(bold)
            return look
    return None


def _empty(paragraph: Any) -> None:
    for child in list(paragraph):
        if child.tag != P_PR:
            paragraph.remove(child)


def _run(words: str, look: Any) -> Any:
    run = OxmlElement("w:r")
    if look is not None:
        run.append(look)
    for element in _pieces(words):
        run.append(element)
    return run


def _pieces(words: str) -> Iterator[Any]:
    for number, line in enumerate(words.split("\n")):
        if number:
            yield OxmlElement("w:br")
        text = OxmlElement("w:t")
        text.text = line
        text.set(SPACE, "preserve")
        yield text
