"""Filling 填表: a superior's form for the people chosen, a row or a file for each, written whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from models.core.dates import this_day
from models.core.files import cause
from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.office import settings
from models.people.person import Person
from models.printing.named_people import tell_named
from models.superior_forms.answers import AnswerFacts
from models.superior_forms.asked import SuperiorForm
from models.superior_forms.form_dues import dues_of_people
from models.superior_forms.form_fields import MONTH_DUE
from models.superior_forms.form_people import form_people
from models.superior_forms.left_open import FilledForm, columns_told_once, not_of_kind, open_headings
from models.uses.named_rows import people_named
from reports.paper.whole_files import whole
from reports.superior_forms.form_files import Filled, FormFile
from reports.superior_forms.letters_on_paper import AS_OFFICIAL, refuse_for_paper, write_letter_pdf
from reports.superior_forms.own_documents import FilledLetter

PDF_SUFFIX = ".pdf"
NOBODY = "没有找到要填的人"
NOBODY_OF_KIND = "表名写明这张表问的是“{}”，要填的人里没有这种身份的"
NOT_THE_FORM = "“{}”就是上级发来的原表，填好的表请另取一个文件名"
UNFIT_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|\n\r\t', "_"))


def fill_form(
    form: FormFile, people: Sequence[Person], out: Path, by_words: bool = False, today: date | None = None
) -> Job[FilledForm]:
    """Fill the form for these people and write it to ``out``: a file, or for pages about one person a folder of files.

    ``by_words`` says that the people were chosen one by one or by words, so that whoever does not fit is told. Raises
    ``Refusal`` when there is nobody, or nothing can be written; a job that is cancelled leaves nothing of a single file.
    """
    if not people:
        raise Refusal(NOBODY)
    done = FilledForm(form.form, left=open_headings(form.form.asked()))
    facts = facts_for(form.form, people, today)
    if form.form.for_one:
        yield from _fill_pages(form, people, out, facts, done, by_words)
    else:
        yield from _fill_tables(form, people, _single(form, out), facts, done, by_words)
    done.left = columns_told_once(done.left)
    return done


def facts_for(form: SuperiorForm, people: Sequence[Person], today: date | None = None) -> AnswerFacts:
    """What answers need besides each person; what everybody is due only where the form asks for it."""
    day = today or this_day()
    asks = form.asks(MONTH_DUE)
    return AnswerFacts(
        settings.office().name, day, dues=dues_of_people([each.id for each in people], day) if asks else {}
    )


def _fill_tables(
    form: FormFile, people: Sequence[Person], out: Path, facts: AnswerFacts, done: FilledForm, by_words: bool
) -> Job[None]:
    filled = form.begin(facts)
    for sheet in form.form.sheets:
        yield from filled.fill_table(sheet, list(people), by_words)
    if not filled.people and form.form.kinds:
        raise Refusal(NOBODY_OF_KIND.format("、".join(form.form.kinds)))
    _write(filled, out)
    done.people, done.files = len(filled.people), [out]
    tell_named(out, filled.people)
    done.left += filled.left


def _fill_pages(
    form: FormFile, people: Sequence[Person], out: Path, facts: AnswerFacts, done: FilledForm, by_words: bool
) -> Job[None]:
    kind = next((sheet.kind for sheet in form.form.sheets if sheet.kind), "")
    wanted = [each for each in form_people(people, kind) if each.of_kind(kind)]
    if not wanted:
        raise Refusal(NOBODY_OF_KIND.format(kind))
    if by_words:
        done.left += not_of_kind(people, wanted, kind)
    on_paper = form.letter and out.suffix.lower() == PDF_SUFFIX
    if on_paper and form.document is not None:
        refuse_for_paper(form.document, form.path.name)
        done.form.notes.append(AS_OFFICIAL)
    files = files_for([each.person for each in wanted], out, PDF_SUFFIX if on_paper else form.suffix)
    for number, whom in enumerate(wanted, start=1):
        filled = form.begin(facts)
        for sheet in form.form.sheets:
            filled.fill_page(sheet, whom)
        place = files[number - 1]
        if on_paper and isinstance(filled, FilledLetter):
            write_letter_pdf(filled, place)
        else:
            _write(filled, place)
        done.files.append(place)
        tell_named(place, [whom.person.id])
        done.left += filled.left
        done.people += 1
        yield Step(number, len(wanted), f"正在填写{whom.person.name}")
    tell_named(files[0].parent, people_named(each.person for each in wanted))


def _write(filled: Filled, place: Path) -> None:
    with whole(place) as stream:
        filled.write(stream)


def _single(form: FormFile, out: Path) -> Path:
    """The file that is written: OUT itself, or in the folder OUT one of the form's name."""
    place = out / f"{form.path.stem}（已填）{form.suffix}" if out.is_dir() else out
    if place.suffix.lower() != form.suffix:
        place = place.with_name(f"{place.name}{form.suffix}")
    if place.resolve() == form.path.resolve():
        raise Refusal(NOT_THE_FORM.format(place.name))
    return place


def files_for(people: Sequence[Person], out: Path, suffix: str) -> list[Path]:
    """A file for each: OUT itself for one person, else in the folder OUT (without its ending) one of each one's name."""
    if len(people) == 1 and out.suffix.lower() == suffix and not out.is_dir():
        return [out]
    folder = out.with_suffix("") if out.suffix.lower() == suffix and not out.is_dir() else out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"不能建立文件夹“{folder}”：{cause(error)}，请换一个位置") from error
    return [folder / f"{_file_name(person)}{suffix}" for person in people]


def _file_name(person: Person) -> str:
    said = f"{person.name}_{person.number or person.file_no or person.id}"
    return said.translate(UNFIT_IN_NAMES)
