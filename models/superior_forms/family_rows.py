"""Family rows 家庭成员: the rows of a page that ask about the person's family, a member to a row."""

from __future__ import annotations

from typing import Any

from models.core.dates import PartDate, age_on
from models.imports.sheets.dictionary import dictionary_of
from models.people.person import FamilyMember
from models.superior_forms.answer_styles import AnswerStyle
from models.superior_forms.form_fields import SURE
from models.superior_forms.form_people import FormPerson

FAMILY_ASKED, FAMILY_DICTIONARY = "family.", "family"
NO_FAMILY = "档案中没有登记家庭成员"
TOO_FEW_ROWS = "家庭成员有{}人，表上只有{}行"


def family_field(heading: str) -> str:
    """What a heading asks of each member: ``family.name``; '' when nobody knows."""
    known = dictionary_of(FAMILY_DICTIONARY).meaning(heading)
    return known.field if known.reason in SURE else ""


def members_of(whom: FormPerson) -> list[FamilyMember]:
    """The family of a person, in the order in which it was entered."""
    return list(whom.person.family.order_by(FamilyMember.id))


def said_of_member(member: FamilyMember, field: str, style: AnswerStyle, today: Any) -> str:
    """What is written of one member; '' where nothing is known."""
    name = field.removeprefix(FAMILY_ASKED)
    if name == "age":
        return str(age_on(member.born, today)) if member.born is not None else ""
    value = getattr(member, name)
    return style.day.words(value) if isinstance(value, PartDate) else str(value or "")
