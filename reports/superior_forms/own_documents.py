"""The office's own documents 自拟文书: letters, notices, certificates from a .docx with blanks like 〔姓名〕, one for each person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import IO, Any

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from models.core.jobs import Job
from models.core.record import Refusal
from models.core.words import bare_heading
from models.imports.sheets.dictionary import Reason
from models.people.person import Person
from models.superior_forms.answer_styles import answer_style
from models.superior_forms.answers import AnswerFacts
from models.superior_forms.asked import AskedFact, AskingSheet, is_sure
from models.superior_forms.day_styles import DayStyle, style_shown
from models.superior_forms.form_fields import OFFICE, TODAY, asked_meaning
from models.superior_forms.form_people import FormPerson
from models.superior_forms.left_open import LeftOpen
from reports.superior_forms.filled_documents import said_in_words
from reports.superior_forms.sheet_answers import StyledFact, answers_of
from reports.superior_forms.word_grids import DOCUMENT_PART, TEXT_OF_DOCUMENT, WordForm
from reports.superior_forms.word_words import P, plain_text_of, replace_in_paragraph

BLANK_TO_FILL = re.compile(r"[〔﹝【\[]([^〔〕﹝﹞【】\[\]]{1,24})[〕﹞】\]]")
NUMBER_OF_DOCUMENT = re.compile(r"\s*\d{0,4}\s*年?")  # 〔2020〕 in 城退役〔2020〕12号
WORDS_OF_LETTERS = {
    "单位": OFFICE, "本单位": OFFICE, "单位名称": OFFICE, "发文单位": OFFICE, "落款": OFFICE,
    "日期": TODAY, "今天": TODAY, "今日": TODAY, "发文日期": TODAY, "落款日期": TODAY,
}  # fmt: skip
IN_LETTERS = DayStyle(3, "年", False)
DIFFERENT_HEADS = "模板的页眉或页脚里有每人不同的内容，几个人合成一个Word文件时写不出来。请把它移到正文里，或者存成PDF，或者一次存一个人的"
TEXT_PARTS = re.compile(r"word/(document|header\d*|footer\d*)\.xml")


def text_parts(form: WordForm) -> list[str]:
    """The parts of a document that say something: its text, heads and feet of pages."""
    return [part for part in form.parts if TEXT_PARTS.fullmatch(part)]


def blanks_in(form: WordForm) -> list[tuple[int, str]]:
    """The blanks of a document, each once, with the paragraph (from 1) where it first stands."""
    found: dict[str, int] = {}
    for part in sorted(text_parts(form), key=lambda each: each != DOCUMENT_PART):
        for number, paragraph in enumerate(parse_xml(form.parts[part]).iter(P), start=1):
            for blank in BLANK_TO_FILL.finditer(plain_text_of(paragraph)):
                if not NUMBER_OF_DOCUMENT.fullmatch(blank[1]):
                    found.setdefault(blank[1], number)
    return [(number, words) for words, number in found.items()]


def asking_letter(form: WordForm) -> AskingSheet | None:
    """What an own document asks; None where none of its blanks is known."""
    asked = tuple(_asked(number, words) for number, words in blanks_in(form))
    if not any(each.sure for each in asked):
        return None
    return AskingSheet(TEXT_OF_DOCUMENT, asked, False)


def _asked(number: int, words: str) -> AskedFact:
    place = number, 0
    if own := WORDS_OF_LETTERS.get(bare_heading(words)):
        return AskedFact(place, place, words, own, True, Reason.SPELT)
    known = asked_meaning(words)
    return AskedFact(place, place, words, known.field, is_sure(known.field, known.reason), known.reason)


class FilledLetter:
    """One own document being filled for one person; what nobody knows keeps its blank."""

    def __init__(self, form: WordForm, facts: AnswerFacts) -> None:
        self.form, self.facts = form, facts
        self.changed: dict[str, Any] = {}
        self.left: list[LeftOpen] = []
        self.people: set[int] = set()

    def styled(self, asking: AskingSheet) -> list[StyledFact]:
        """How each answered blank is written."""
        return [_in_letter(each) for each in asking.asked if each.answered]

    def fill_table(self, asking: AskingSheet, people: list[Person], chosen_by_words: bool) -> Job[None]:
        """A letter is about one person."""
        raise NotImplementedError

    def write(self, stream: IO[bytes]) -> None:
        """Write the document as it is filled now."""
        self.form.write(stream, self.changed)

    def fill_page(self, asking: AskingSheet, whom: FormPerson) -> None:
        """Put one person's facts into the blanks, wherever each of them stands."""
        asked = self.styled(asking)
        said = {
            each.fact.heading: said_in_words(value, each)
            for each, value in answers_of(whom, asked, self.facts, self.left, 1)
        }
        said |= {each.heading: "" for each in asking.asked if each.sure and not each.answered}
        self.fill_words(said)
        self.people.add(whom.person.id)

    def fill_words(self, said: Mapping[str, str]) -> None:
        """Put words into the blanks, by what stands between the brackets."""
        for part in text_parts(self.form):
            root = parse_xml(self.form.parts[part])
            if sum(_filled(paragraph, said) for paragraph in list(root.iter(P))):
                self.changed[part] = root

    def root(self) -> Any:
        """The filled text."""
        return self.changed.setdefault(DOCUMENT_PART, parse_xml(self.form.parts[DOCUMENT_PART]))

    def paragraphs(self) -> Iterator[Any]:
        """The paragraphs of the filled text."""
        yield from self.root().iter(P)


def bound_letters(letters: Sequence[FilledLetter]) -> FilledLetter:
    """The letters of one form one after another, each from a page of its own, in the first.

    Raises ``Refusal`` where the heads or feet of pages differ, for a document has them once.
    """
    first, *others = letters
    for part in text_parts(first.form):
        if part != DOCUMENT_PART and len({_words_of(each, part) for each in letters}) > 1:
            raise Refusal(DIFFERENT_HEADS)
    body = first.root().find(qn("w:body"))
    end = body.find(qn("w:sectPr"))
    for each in others:
        added = [_page_break(), *each.root().find(qn("w:body")).iterchildren()]
        for element in added:
            if element.tag != qn("w:sectPr"):
                body.append(element)
    if end is not None:
        body.append(end)  # of the document: it stands last
    return first


def _words_of(letter: FilledLetter, part: str) -> str:
    root = letter.changed.get(part)
    return "" if root is None else "".join(root.itertext())


def _page_break() -> Any:
    return parse_xml(f'<w:p {nsdecls("w")}><w:r><w:br w:type="page"/></w:r></w:p>')


def _in_letter(fact: AskedFact) -> StyledFact:
    style = answer_style(fact.field, fact.heading)
    if style_shown(fact.heading) is None:
        style = replace(style, day=replace(IN_LETTERS, parts=style.day.parts))
    return StyledFact(fact, style)


def _filled(paragraph: Any, said: Mapping[str, str]) -> int:
    """Fill the blanks of a paragraph from the last to the first; how many there were.

    Several lines for a blank that stands alone are as many paragraphs, each in the look of the first.
    """
    text = plain_text_of(paragraph)
    found = [each for each in BLANK_TO_FILL.finditer(text) if each[1] in said]
    lines = said[found[0][1]].split("\n") if len(found) == 1 and found[0][0] == text.strip() else []
    if len(lines) > 1:
        for line in lines[:-1]:
            paragraph.addprevious(one := deepcopy(paragraph))
            replace_in_paragraph(one, found[0].start(), found[0].end(), line)
        said = {found[0][1]: lines[-1]}
    for each in reversed(found):
        replace_in_paragraph(paragraph, each.start(), each.end(), said[each[1]])
    return len(found)
