"""Family rows 家庭成员: the rows of a page that ask about the person's family, a member to a row."""

from __future__ import annotations

from typing import Any

from models.core.dates import PartDate, age_on
from models.core.words import bare_heading
from models.people.person import FamilyMember
from models.superior_forms.answer_styles import AnswerStyle
from models.superior_forms.form_people import FormPerson

FAMILY = "family."
FAMILY_HEADINGS = {
    "称谓": "relation", "关系": "relation", "与本人关系": "relation", "与申请人关系": "relation", "家庭关系": "relation",
    "姓名": "name", "性别": "sex", "出生年月": "born", "出生日期": "born", "年龄": "age", "身份证号": "number", "身份证号码": "number",
    "公民身份号码": "number", "工作单位": "employer", "工作单位及职务": "employer", "单位及职务": "employer", "联系电话": "phone",
    "联系方式": "phone", "电话": "phone", "备注": "notes",
}  # fmt: skip
NO_FAMILY = "档案中没有登记家庭成员"
TOO_FEW_ROWS = "家庭成员有{}人，表上只有{}行"


def family_field(heading: str) -> str:
    """What a heading asks of each member: ``family.name``; '' when nobody knows."""
    name = FAMILY_HEADINGS.get(bare_heading(heading), "")
    return f"{FAMILY}{name}" if name else ""


def members_of(whom: FormPerson) -> list[FamilyMember]:
    """The family of a person, in the order in which it was entered."""
    return list(whom.person.family.order_by(FamilyMember.id))


def said_of_member(member: FamilyMember, field: str, style: AnswerStyle, today: Any) -> str:
    """What is written of one member; '' where nothing is known."""
    name = field.removeprefix(FAMILY)
    if name == "age":
        return str(age_on(member.born, today)) if member.born is not None else ""
    value = getattr(member, name)
    return style.day.words(value) if isinstance(value, PartDate) else str(value or "")
