"""Answers 填写内容: what the archive says of a person to what a form asks, in the form's own style, or why it says nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from models.core import citizen_number, codes
from models.core.dates import PartDate
from models.people.identity_fields import COMMON_FIELDS, sections
from models.superior_forms.answer_styles import AnswerStyle, option_for
from models.superior_forms.form_dues import DuesOfPeople, month_due
from models.superior_forms.form_fields import (
    AGE_ASKED,
    GRADE_NATURE,
    KIND,
    MONTH_DUE,
    NOTES,
    OFFICE,
    RECORDS_ASKED,
    SERIAL,
    TODAY,
    code_table_of,
    field_words,
)
from models.superior_forms.form_people import FormPerson

Written: TypeAlias = str | int | Decimal | date
OTHER_IDENTITIES = "还有身份“{}”，这里按“{}”填写"
NOT_ON_FILE = "档案中没有登记{}"
NO_IDENTITY = "档案中没有登记身份，不知道{}"
NOT_OF_KIND = "没有“{}”身份"
NOT_IN_LIST = "表上的下拉列表里没有“{}”"
NO_CODE = "不知道“{}”在表上的代码"
QUIET = frozenset([NOTES, "person.notes"])  # nothing is missing where nothing is remarked


class FormAnswer(NamedTuple):
    """What is written, '' where nothing is; and then why."""

    value: Written
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """What answers need besides the person: the office's name, the day, the kind of people whom the form is about, and what
    everybody is due, where the form asks for it."""

    office: str
    today: date
    kind: str = ""
    dues: DuesOfPeople = field(default_factory=dict)


def answer_for(
    whom: FormPerson, field: str, style: AnswerStyle, facts: AnswerFacts, serial: int = 0
) -> FormAnswer:
    """The answer of one person to one field."""
    if field == SERIAL:
        return FormAnswer(serial)
    if field == MONTH_DUE:
        due, reason = month_due(facts.dues.get(whom.person.id, []), facts.kind)
        return FormAnswer("", reason) if due is None else _in_style(due, field, style)
    value = _value(whom, field, facts)
    if value is None or value == "":
        return FormAnswer("", "" if field in QUIET else _why_nothing(whom, field, facts))
    return _in_style(value, field, style)


def other_identities(whom: FormPerson, kind: str) -> str:
    """What is to be told of somebody of whom only one of several rights in pay stands on a form that is for anybody."""
    others = [each.kind for each in whom.identities if each.paid and each is not whom.identity]
    if kind or not others or whom.identity is None:
        return ""
    return OTHER_IDENTITIES.format("、".join(dict.fromkeys(others)), whom.identity.kind)


def _value(whom: FormPerson, field: str, facts: AnswerFacts) -> Any:
    person, identity = whom.person, whom.identity
    if (
        facts.kind
        and not whom.of_kind(facts.kind)
        and (field.startswith("identity.") or field == GRADE_NATURE)
    ):
        return None
    owner, _, name = field.partition(".")
    if owner == "row":
        return _own_value(whom, field, facts)
    if owner not in RECORDS_ASKED:
        return None  # a family's, asked where no rows are for it
    record = {"person": person, "identity": identity, "account": whom.account}[owner]
    if record is None:
        return None
    value = getattr(record, name)
    if value not in (None, ""):
        return person.birthday if field == "person.born" else value
    return _known_otherwise(whom, field)


def _own_value(whom: FormPerson, field: str, facts: AnswerFacts) -> Any:
    if field == AGE_ASKED:
        return whom.person.age_on(facts.today) if whom.person.died is None else None
    if field == OFFICE:
        return facts.office
    if field == TODAY:
        return PartDate.of(facts.today)
    if whom.identity is None:
        return None
    if field == KIND:
        return whom.identity.kind
    if field == GRADE_NATURE:
        return f"{whom.identity.nature}{whom.identity.grade}"
    return None


def _known_otherwise(whom: FormPerson, field: str) -> Any:
    """What another fact of the file tells: a number its birthday and sex, a kind without finer categories itself."""
    person = whom.person
    if field == "person.born":
        return person.birthday
    if field == "person.sex" and person.number:
        return citizen_number.sex_in(person.number)
    if field == "person.residence":
        return person.household_address
    if field == "person.phone":
        return person.other_phone
    if field == "identity.category" and whom.identity is not None:
        return whom.identity.kind
    return None


def _why_nothing(whom: FormPerson, field: str, facts: AnswerFacts) -> str:
    words = field_words(field)
    of_identity = _of_identity(field)
    if of_identity and facts.kind and not whom.of_kind(facts.kind):
        return NOT_OF_KIND.format(facts.kind)
    if kind_without(whom, field):
        return ""  # told once of the whole column
    return (NO_IDENTITY if of_identity and whom.identity is None else NOT_ON_FILE).format(words)


def kind_without(whom: FormPerson, field: str) -> str:
    """The kind of the person's identity when its people have no such fact at all; '' when they do."""
    if not _of_identity(field) or whom.identity is None or _applies(whom.identity.kind, field):
        return ""
    return whom.identity.kind


def _of_identity(field: str) -> bool:
    return field.startswith("identity.") or field in (KIND, GRADE_NATURE)


def _applies(kind: str, field: str) -> bool:
    """Whether people of a kind have such a fact at all, by its official form."""
    name = "grade" if field == GRADE_NATURE else field.partition(".")[2]
    return name in COMMON_FIELDS or any(name in section.fields for section in sections(kind))


def _in_style(value: Any, field: str, style: AnswerStyle) -> FormAnswer:
    table = code_table_of(field)
    if isinstance(value, bool):
        value = "是" if value else "否"
    if isinstance(value, PartDate):
        return FormAnswer(_day(value, style))
    if isinstance(value, Decimal):
        return FormAnswer(_number(value / 10_000 if style.ten_thousands else value, style))
    if isinstance(value, int):
        return FormAnswer(_number(value, style))
    return _word(str(value), field, table, style)


def _day(day: PartDate, style: AnswerStyle) -> Written:
    """A day's cell holds a day, where as much of it is known as its format shows; else it is said in words."""
    if style.day_cells and not style.day.loses(day):
        return day.earliest()
    return style.day.words(day)


def _number(value: int | Decimal, style: AnswerStyle) -> Written:
    return str(value) if style.text_cells else value


def _word(words: str, field: str, table: str, style: AnswerStyle) -> FormAnswer:
    if style.options:
        option = option_for(words, style.options, table)
        return FormAnswer(option) if option is not None else FormAnswer("", NOT_IN_LIST.format(words))
    if style.codes:
        name = codes.table(table).read(words) or words
        known = dict(style.codes).get(name)
        return FormAnswer(known) if known is not None else FormAnswer("", NO_CODE.format(words))
    if style.by_code and table:
        names = codes.table(table).names()
        code = codes.table(table).code(words) if words in names else ""
        return FormAnswer(code) if code else FormAnswer("", NO_CODE.format(words))
    if style.short_nation and words.endswith("族"):
        return FormAnswer(words.removesuffix("族"))
    return FormAnswer(words)
