"""Own letters 本单位的文书: a template is read and refused where it cannot be filled, and a letter written by it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import resources
from models.core.dates import PartDate, this_day
from models.core.files import plain_words
from models.core.record import Refusal
from models.imports.workbooks.parts import Unfit
from models.office import settings
from models.office.letter_templates import template_of
from models.superior_forms.answers import AnswerFacts
from reports.letters.letter_marks import DAY_MARK, OFFICE_MARK, letter_marks
from reports.official.paper import write_official_pdfs
from reports.paper.whole_files import whole
from reports.superior_forms.letters_on_paper import as_official, refuse_for_paper, write_letter_pdf
from reports.superior_forms.own_documents import FilledLetter, blanks_in, bound_letters
from reports.superior_forms.word_grids import WordForm

MarksSaid = Mapping[str, str]  # what stands at each mark
NOT_A_DOCUMENT = "“{}”打不开，可能已损坏或设有密码，或者不是.docx。请用Word或WPS打开它，另存为.docx后再选"
UNKNOWN_MARKS = "“{file}”第{paragraph}段的〔{mark}〕，{letter}里没有这一项。可以写的有：{known}"
NO_MARKS = "“{file}”里一处要填的也没有，每份都会一样。请在要填的地方写上〔姓名〕这样的字，可以写的有：{known}"


def read_template(file: Path, letter: str) -> bytes:
    """The document as it will be kept. Raises ``Refusal`` when it asks what the letter cannot say, or cannot be set on paper."""
    with plain_words(file):
        content = file.read_bytes()
    form = _document(content, file.name)
    known = [each.mark for each in letter_marks()[letter]]
    words = "、".join(f"〔{each}〕" for each in known)
    blanks = blanks_in(form)
    for paragraph, mark in blanks:
        if mark not in known:
            raise Refusal(
                UNKNOWN_MARKS.format(
                    file=file.name, paragraph=paragraph, mark=mark, letter=letter, known=words
                )
            )
    if not blanks:
        raise Refusal(NO_MARKS.format(file=file.name, known=words))
    refuse_for_paper(form, file.name)
    return content


def write_own_letter(
    letter: str, said: Callable[[], MarksSaid], out: Path, day: PartDate | None = None, mark: str = ""
) -> bool:
    """Write a letter by the office's template, as a PDF or .docx by OUT's ending; False where it has none.

    ``said`` is asked only then. ``mark`` stands at the foot of a copy that is given away.
    """
    template = template_of(letter)
    if template is None:
        return False
    write_filled(_document(template.document(), str(template.file_name)), said(), out, day, mark)
    return True


def write_own_letters(letter: str, said: Callable[[], Iterable[MarksSaid]], out: Path) -> bool:
    """Write a letter to each of many by the office's template, all into one PDF or .docx; False where it has none.

    Raises ``Refusal`` where one .docx cannot say at the head or foot of its pages what differs between them.
    """
    template = template_of(letter)
    if template is None:
        return False
    form = _document(template.document(), str(template.file_name))
    filled = [_filled(form, each, None) for each in said()]
    if out.suffix.lower() == ".docx":
        together = bound_letters(filled)
        with whole(out) as stream:
            together.write(stream)
    else:
        write_official_pdfs([as_official(each) for each in filled], out)
    return True


def write_example(content: bytes, letter: str, out: Path) -> None:
    """The letter as a template makes it of the examples."""
    said = {
        each.mark: each.example for each in letter_marks()[letter] if each.mark not in (OFFICE_MARK, DAY_MARK)
    }
    write_filled(_document(content, letter), said, out)


def write_filled(
    form: WordForm, said: MarksSaid, out: Path, day: PartDate | None = None, mark: str = ""
) -> None:
    """Fill a document and write it; office and day are the same in every letter."""
    filled = _filled(form, said, day)
    if out.suffix.lower() == ".docx":
        with whole(out) as stream:
            filled.write(stream)
    else:
        write_letter_pdf(filled, out, mark)


def _filled(form: WordForm, said: MarksSaid, day: PartDate | None) -> FilledLetter:
    today, office = (day or PartDate.of(this_day())), settings.office().name
    filled = FilledLetter(form, AnswerFacts(office, today.earliest()))
    filled.fill_words({**said, OFFICE_MARK: office, DAY_MARK: today.chinese()})
    return filled


def _document(content: bytes, name: str) -> WordForm:
    try:
        form = WordForm(io.BytesIO(content))
        form.fresh()
    except (Unfit, SyntaxError, zipfile.BadZipFile) as error:
        raise Refusal(NOT_A_DOCUMENT.format(name)) from error
    return form


def write_letter_draft(letter: str, out: Path) -> None:
    """A document to begin with: the letter's usual words with its marks, to be changed in Word or WPS."""
    from reports.official.word import write_word_draft  # when wanted

    paragraphs = resources.path(f"letters/{letter}.txt").read_text("utf-8").splitlines()
    write_word_draft(letter, paragraphs, (f"〔{OFFICE_MARK}〕", f"〔{DAY_MARK}〕"), out)
