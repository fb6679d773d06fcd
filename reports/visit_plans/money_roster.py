"""慰问金发放花名册: who gets how much, to be signed; the columns are those usual in offices, no official form was found."""

from __future__ import annotations

from reportlab.lib.units import mm

from models.core.citizen_number import CitizenNumber
from models.visit_plans.planned_visits import LEFT_OUT, PlannedVisit, planned, visits_made
from models.visit_plans.teams import Team
from models.visits.campaign import Campaign
from reports.tables.register import END, START, Heading, Register, numbered

HEADINGS = (
    Heading("序号", 10), Heading("姓名", 20), Heading("性别", 9), Heading("身份证号", 37), Heading("人员类别", 30),
    Heading("所属街道(镇)、村(社区)", 40, START), Heading("慰问标准(元)", 20, END), Heading("金额(元)", 21, END),
    Heading("领取人签字(手印)", 27), Heading("代领人及关系", 21), Heading("联系电话", 25), Heading("备注", 17, START),
)  # fmt: skip
MONEY = 7  # the column that is summed up
SIGNED = ("单位负责人：", "财务负责人：", "审核人：", "经办人：", "经办人：", "发放日期：", "（公章）")


def roster(campaign: Campaign, only: Team | None = None, practice: bool = False) -> Register:
    """Everybody of the plan who gets money: what was given where a result is in, else what is planned."""
    made = visits_made(campaign)
    lines = []
    for row in planned(campaign):
        visit = made.get(row.key)
        if only is not None and row.team != only:
            continue
        amount = visit.money if visit is not None else row.money if row.outcome != LEFT_OUT else None
        if amount:
            standard = row.money if row.money is not None else amount
            place = f"{row.street}{row.community}"
            own = (row.name, _sex(row), row.number, row.category, place, standard, amount)
            lines.append((*own, "", "", row.phone, row.notes))
    team = f"（{only.name}）" if only is not None else ""
    title = f"{campaign.name}慰问金发放花名册{team}"
    above = (f"节点：{campaign.occasion}", "单位：元")
    return Register(title, HEADINGS, numbered(lines), above, "人", MONEY, SIGNED, 11 * mm, practice)


def _sex(row: PlannedVisit) -> str:
    """The sex that the file says; of somebody without a file, what the number says."""
    if row.person is not None:
        return str(row.person.sex)
    try:
        return CitizenNumber.read(row.number).sex
    except ValueError:
        return ""
