"""A page per identity: the fields of its official form in paper order, and the cells for the levels' opinions.

The forms are those of a provincial system in use since 2011 (S42 of ``resources/codes/README.md``), with today's names: where they say
民政, these say 退役军人事务. What the form's own line does not ask but the office's roster does stands after it. The opinion of the
医疗卫生专家小组 is a cell of the form for the disabled as another province prints it (S67: 残疾情况, 依据条款建议评为几级, 专家三人以上签字).

A form for approval is of an approval made here. Who was approved before this archive has the facts of the form on a sheet of
its own 登记信息表, without cells that nobody will ever sign.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from reportlab.lib.units import mm

from models.people import identity
from reports.paper.forms import Field, Form, Photo, caption, note, title
from reports.paper.layout import DENSE, DENSE_ROW, SMALL, Gaps, Strip
from reports.paper.penned_rows import OpinionRow, StaticRow

LAW_HERE = "{law}"
INFORMATION_NOTE = "注：本表按档案登记的信息印出；审批表原件在本卷的，见卷内文件目录。"
EXPERTS_SIGN = ("专家（三人以上）签字：　　　　　　　　　　　　", "年　　　月　　　日")
OPINION_SIGNED = ("负责人签字：　　　　　　　　（盖章）", "年　　　月　　　日")
FORM_LINE_HEIGHT = 7.8 * mm
DAY = ("年　　　月　　　日",)
VILLAGE, STREET = "村（社区）\n意见", "街道（镇）\n审核意见"
DISTRICT = "区级\n审批意见"
TRUE = "经调查核实，该同志提供的有关材料属实。"


class IdentityForm(NamedTuple):
    """An official form: its title, its lines, and the note under it."""

    title: str
    form: Form
    note: str = ""  # ``LAW_HERE`` in it is where the clause of the day stands, which is a fact of the form

    def strips(self, facts: Mapping[str, str], gaps: Gaps, photo: bytes | None) -> list[Strip]:
        above = caption(f"填报单位：{facts.get('office', '')}", _certificate(facts), gaps)
        below = [note(self.note.replace(LAW_HERE, facts.get("law", "")))] if self.note else []
        return [title(self.title, air=2 * mm), above, *self.form.strips(facts, gaps, photo), *below]


def _certificate(facts: Mapping[str, str]) -> str:
    """The certificate's number and, where it has one, the day to which it holds; of an application its own number."""
    if facts.get("receipt"):
        return f"受理编号：{facts['receipt']}"
    ends = f"（有效期至{facts['expires']}）" if facts.get("expires") else ""
    return f"证书编号：{facts.get('certificate', '')}{ends}"


LEVELS = {
    "村": "村（社区）",
    "街道": "街道（镇）",
    "区": "区级",
    "市": "市级",
    "省": "省级",
    "公示": "公示",
    "医疗卫生专家": "专家小组",
}


def opinion(
    label: str, words: str = "", height: float = 18, sign: tuple[str, ...] = OPINION_SIGNED
) -> OpinionRow:
    """A cell for a level's opinion, signature, seal and day; for the pen it grows with the room the page has."""
    level = next(level for begin, level in LEVELS.items() if label.startswith(begin))
    return OpinionRow(label, level, words, sign, height * mm)


NAME_FIELDS = (Field("姓名", "name"), Field("性别", "sex"))
BORN_FIELDS = (Field("民族", "ethnic"), Field("出生日期", "birthday"))
NUMBER_FIELDS = (Field("身份证号", "number", 4),)
NUMBER_HOUSEHOLD_FIELDS = (Field("身份证号", "number", 4), Field("户口类别", "household"))
CONTACT_FIELDS = (Field("户口类别", "household"), Field("联系电话", "phone"))
SERVED_FIELDS = (Field("入伍时间", "joined"), Field("退役时间", "left"))
HOUSEHOLD_FIELDS = (Field("户籍地址", "household_address", 6),)
RESIDENCE_FIELDS = (Field("现居住地址", "residence", 6),)
CARE_FIELDS = (Field("劳动能力", "labour"), Field("生活能力", "selfcare"), Field("供养方式", "support"))
APPROVED_FIELDS = (Field("批准日期", "approved"), Field("对象状态", "state"), Field("已发至", "paid_to"))
NOTES_FIELDS = (Field("备注", "notes", 6),)

DISABLED = IdentityForm(
    "评定伤残等级审批表",
    Form(
        Photo((NAME_FIELDS, BORN_FIELDS, NUMBER_FIELDS, CONTACT_FIELDS, (Field("入伍（参加\n工作）时间", "joined"), Field("退役时间", "left")))),
        (Field("离退休时间", "retired"), Field("伤残时期", "period"), Field("抗美援朝", "korea")),
        HOUSEHOLD_FIELDS, RESIDENCE_FIELDS,
        (Field("伤残类别", "category"), Field("伤残属别", "standing"), Field("伤残性质", "nature")),
        (Field("伤残等级", "grade"), Field("批准日期", "approved"), Field("对象状态", "state")),
        (Field("致残时间", "disabled_on"), Field("致残地点", "disabled_place", 4)),
        (Field("致残时单位", "disabled_unit", 6),),
        (Field("致残原因", "disabled_cause", 6),),
        (Field("致残部位情况", "disability", 6),),
        CARE_FIELDS,
        NOTES_FIELDS,
        opinion("医疗卫生专家\n小组意见", "残疾情况：　　　　　　　　　　　　依据条款建议评为　　　级", sign=EXPERTS_SIGN),
        opinion("区级意见", "伤残性质：　　　　　　申报等级：　　　　　　公示结果："),
        opinion("市级意见", "伤残性质：　　　　　　申报等级："),
        opinion("省级\n审批意见", "伤残性质：　　　　　　审批等级："),
        height=DENSE_ROW,
        style=SMALL,  # four cells to sign leave less room for the facts
    ),
    f"注：因战、因公致残评定一至十级，因病致残评定一至六级{LAW_HERE}。",
)  # fmt: skip

SURVIVORS = IdentityForm(
    "领取定期抚恤金审批表",
    Form(
        Photo((
            (Field("遗属姓名", "name"), Field("性别", "sex")),
            (Field("民族", "ethnic"), Field("出生年月", "birthday")),
            NUMBER_FIELDS, CONTACT_FIELDS,
            (Field("优抚对象类别", "category"), Field("与牺牲病故\n军人关系", "relation")),
        )),
        HOUSEHOLD_FIELDS, RESIDENCE_FIELDS,
        (Field("是否持证人", "holder"), Field("是否孤老\n（孤儿）", "alone_or_orphan"), Field("是否在学", "at_school")),
        CARE_FIELDS,
        (Field("烈士（牺牲、\n病故军人）\n姓名", "fallen_name"), Field("性别", "fallen_sex"), Field("出生日期", "fallen_born")),
        (Field("入伍（参加\n工作）时间", "fallen_joined"), Field("生前所在\n单位和职务", "fallen_unit_post", 4)),
        (Field("牺牲、病故\n时间", "fallen_on"), Field("牺牲、病故\n地点", "fallen_place", 4)),
        (Field("牺牲、病故\n原因", "fallen_cause", 6),),
        (Field("批准时间", "fallen_approved"), Field("证明书字号", "fallen_certificate", 4)),
        APPROVED_FIELDS, NOTES_FIELDS,
        opinion(VILLAGE, TRUE), opinion(STREET), opinion(DISTRICT),
        height=FORM_LINE_HEIGHT,
    ),
    "注：优抚对象类别项填写：烈士遗属、因公牺牲军人遗属、病故军人遗属。",
)  # fmt: skip

DEMOBILISED = IdentityForm(
    "在乡复员军人审批表",
    Form(
        Photo((NAME_FIELDS, BORN_FIELDS, NUMBER_FIELDS, CONTACT_FIELDS, (Field("入伍时间", "joined"), Field("复员时间", "left")))),
        HOUSEHOLD_FIELDS, RESIDENCE_FIELDS,
        (Field("原部队番号\n及职务", "unit_post", 4), Field("复员证号", "discharge_no")),
        (Field("属于时期", "period"), Field("抗美援朝", "korea"), Field("是否孤老", "alone")),
        CARE_FIELDS, APPROVED_FIELDS, NOTES_FIELDS,
        opinion("街道（镇）\n审查意见"), opinion(DISTRICT), opinion("市级意见"),
        height=FORM_LINE_HEIGHT,
    ),
)  # fmt: skip

RED_ARMY = DEMOBILISED._replace(title="在乡退伍红军老战士审批表")

SICK = IdentityForm(
    "带病回乡退役军人审批表",
    Form(
        Photo((NAME_FIELDS, BORN_FIELDS, NUMBER_FIELDS, SERVED_FIELDS, (Field("原部队代号", "unit"), Field("退役证件号", "discharge_no")))),
        (Field("职务", "post"), Field("是否参战", "fought"), Field("是否参试", "tested")),
        (Field("现家庭住址", "residence", 6),),
        (Field("户口类别", "household"), Field("联系电话", "phone"), Field("邮政编码", "postcode")),
        (Field("在部队期间\n何时因病\n住何医院", "illness", 6),),
        (Field("现身体状况", "body"), Field("家庭经济状况", "economy"), Field("是否孤老", "alone")),
        CARE_FIELDS, APPROVED_FIELDS, NOTES_FIELDS,
        StaticRow("上报材料", "（　）1.退伍证　　（　）2.《退伍军人登记表》（复印件加盖档案管理部门公章）　　"
                  "（　）3.本人原始病历或相关医疗结论原始档案（复印件加盖公章）　　（　）4.居民身份证或户口簿复印件　　"
                  "（　）5.村（居）委会证明", (), 22 * mm),
        opinion(STREET), opinion("公示情况", "", 13, DAY), opinion(DISTRICT), opinion("市级意见"),
        height=FORM_LINE_HEIGHT,
    ),
)  # fmt: skip

COMBATANTS = IdentityForm(
    "参战退役人员登记审核表",
    Form(
        Photo((NAME_FIELDS, BORN_FIELDS, NUMBER_FIELDS, (Field("退役证件号", "discharge_no"), Field("户口类别", "household")), SERVED_FIELDS)),
        HOUSEHOLD_FIELDS, RESIDENCE_FIELDS,
        (Field("服役部队\n名称（番号）", "unit_name", 4), Field("部队代号", "unit")),
        (Field("部队职务级别", "post"), Field("离退休时间", "retired"), Field("就业状况", "employment")),
        (Field("参战类别", "battle", 6),),
        (Field("健康状况", "health"), Field("生活状况", "living"), Field("是否孤老", "alone")),
        CARE_FIELDS,
        (Field("身份认定依据", "proof", 4), Field("联系电话", "phone")),
        APPROVED_FIELDS, NOTES_FIELDS,
        StaticRow("享受抚恤\n补助情况", "□ 残疾军人抚恤　　□ 带病回乡退役军人生活补助　　□ 其他：", (), 12 * mm),
        opinion(VILLAGE, TRUE), opinion(STREET),
        opinion(DISTRICT, "1.符合认定条件，予以（不予）确认。　2.批准（不批准）享受生活补助。　"
                "3.每月补助标准为　　　　元，从　　　　年　　月　　日起执行。"),
        height=FORM_LINE_HEIGHT,
    ),
)  # fmt: skip

TESTERS = IdentityForm(
    "参加核试验军队退役人员登记审核表",
    Form(
        Photo((NAME_FIELDS, BORN_FIELDS, NUMBER_FIELDS, (Field("退役证件号", "discharge_no"), Field("户口类别", "household")), SERVED_FIELDS)),
        HOUSEHOLD_FIELDS, RESIDENCE_FIELDS,
        (Field("服役部队\n名称（番号）", "unit_name", 4), Field("部队代号", "unit")),
        (Field("部队职务级别", "post"), Field("离退休时间", "retired"), Field("联系电话", "phone")),
        (Field("参试类别", "test", 4), Field("残疾等级", "grade")),
        (Field("职业健康检查", "checkup"), Field("本次查体时间", "checked_on"), Field("上次查体", "checked_before")),
        (Field("健康状况", "health"), Field("生活状况", "living"), Field("先天性残疾\n子女数", "disabled_children")),
        CARE_FIELDS,
        (Field("身份认定依据", "proof", 6),),
        APPROVED_FIELDS, NOTES_FIELDS,
        opinion(VILLAGE, TRUE), opinion(STREET),
        opinion(DISTRICT, "1.符合认定条件，予以（不予）确认。　2.批准（不批准）享受生活补助。　"
                "3.每月补助标准为　　　　元，从　　　　年　　月　　日起执行。"),
        height=FORM_LINE_HEIGHT,
    ),
)  # fmt: skip

RURAL = IdentityForm(
    "军队退役士兵老年生活补助审核、审批表",
    Form(
        Photo((NAME_FIELDS, BORN_FIELDS, NUMBER_FIELDS, (Field("退役证件号", "discharge_no"), Field("联系电话", "phone")), SERVED_FIELDS)),
        (Field("户口簿上住址", "household_address", 6),), RESIDENCE_FIELDS,
        (Field("服义务兵役\n起止", "service_span", 4), Field("折算年限", "service_years_shown")),
        (Field("服役部队\n名称（番号）", "unit_name", 4), Field("部队代号", "unit")),
        (Field("养老保障方式", "pension"), Field("养老保险号", "pension_no"), Field("家庭人口", "family_size")),
        (Field("18岁（含）\n以下", "under18"), Field("60岁（含）\n以上", "over60"), Field("是否孤老", "alone")),
        (Field("低保待遇", "low_income"), Field("五保待遇", "five_guarantees"), Field("劳动能力", "labour")),
        (Field("身份认定依据", "proof", 4), Field("生活能力", "selfcare")),
        APPROVED_FIELDS, NOTES_FIELDS,
        opinion("村（居）委会\n意见", TRUE), opinion("公示情况", "", 13, DAY),
        opinion(STREET, "经审核，该同志未享受到国家定期抚恤补助，符合老年生活补助条件，同意上报。"),
        opinion(DISTRICT, "服义务兵役折算年限　　　年。批准从　　　　年　　月起享受老年生活补助。"),
        height=FORM_LINE_HEIGHT,
    ),
)  # fmt: skip

CHILDREN = IdentityForm(
    "部分烈士（含错杀被平反人员）子女定期生活补助审核、审批表",
    Form(
        Photo((NAME_FIELDS, BORN_FIELDS, NUMBER_FIELDS, CONTACT_FIELDS, (Field("身份类别", "category"), Field("与牺牲者关系", "relation")))),
        (Field("户口簿上住址", "household_address", 6),),
        (Field("实际居住地址", "residence", 6),),
        (Field("牺牲者姓名", "fallen_name"), Field("牺牲时间", "fallen_on"), Field("性别", "fallen_sex")),
        (Field("批烈（平反）\n时间", "fallen_approved"), Field("证明书字号", "fallen_certificate", 4)),
        (Field("牺牲地点", "fallen_place"), Field("牺牲原因", "fallen_cause", 4)),
        (Field("是否持证人", "holder"), Field("是否享受过\n抚恤金", "pensioned_before"), Field("生活状况", "living")),
        (Field("养老保障方式", "pension"), Field("低保待遇", "low_income"), Field("五保待遇", "five_guarantees")),
        CARE_FIELDS, APPROVED_FIELDS, NOTES_FIELDS,
        opinion("村（居）意见", TRUE), opinion(STREET), opinion(DISTRICT, ""),
        height=FORM_LINE_HEIGHT,
    ),
)  # fmt: skip

OLD_MEMBER_FORM = IdentityForm(
    "建国前老党员认定审批表",
    Form(
        Photo((NAME_FIELDS, BORN_FIELDS, NUMBER_FIELDS, CONTACT_FIELDS, (Field("入党时间", "party_joined"), Field("供养方式", "support")))),
        HOUSEHOLD_FIELDS, RESIDENCE_FIELDS,
        (Field("类别", "category", 6),),
        (Field("身份认定依据", "proof", 6),),
        (Field("就业状况", "employment"), Field("养老保障方式", "pension", 4)),
        APPROVED_FIELDS, NOTES_FIELDS,
        opinion(VILLAGE), opinion(STREET), opinion(DISTRICT),
        height=FORM_LINE_HEIGHT,
    ),
)  # fmt: skip

OTHER_FORM = IdentityForm(
    "优抚对象身份认定审批表",
    Form(
        Photo((NAME_FIELDS, BORN_FIELDS, NUMBER_FIELDS, CONTACT_FIELDS, SERVED_FIELDS)),
        HOUSEHOLD_FIELDS, RESIDENCE_FIELDS,
        (Field("优抚对象类别", "category", 4), Field("退役证件号", "discharge_no")),
        (Field("身份认定依据", "proof", 6),),
        CARE_FIELDS, APPROVED_FIELDS, NOTES_FIELDS,
        opinion(VILLAGE), opinion(STREET), opinion(DISTRICT),
        height=FORM_LINE_HEIGHT,
    ),
)  # fmt: skip

FORMS_BY_KIND = {
    identity.DISABLED: DISABLED,
    identity.SURVIVORS: SURVIVORS,
    identity.RED_ARMY: RED_ARMY,
    identity.DEMOBILISED: DEMOBILISED,
    identity.SICK_VETERANS: SICK,
    identity.COMBATANTS: COMBATANTS,
    identity.TEST_VETERANS: TESTERS,
    identity.RURAL_VETERANS: RURAL,
    identity.MARTYRS_CHILDREN: CHILDREN,
    identity.OLD_MEMBERS: OLD_MEMBER_FORM,
}


@cache
def information_of(kind: str) -> IdentityForm:
    """The facts of a kind's form, for those who were approved before there was this archive."""
    form = form_of(kind)
    return IdentityForm(f"{kind}登记信息表", form.form.printed_facts(DENSE_ROW, DENSE), INFORMATION_NOTE)


def form_of(kind: str) -> IdentityForm:
    """The official form of a kind of identity; for a kind without one of its own, the general form."""
    return FORMS_BY_KIND.get(kind, OTHER_FORM)
