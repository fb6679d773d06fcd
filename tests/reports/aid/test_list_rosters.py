"""What is signed for, what is planned, who is asked for at which door, and what a family is asked to give back: on paper."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from openpyxl import load_workbook

from models.aid import oneoff_register
from models.aid.oneoff_steps import cancel
from models.aid.oneoffs import OneOff
from models.core import journal
from models.payments.medical_case import MedicalCase
from models.people.outsiders import Outsider
from reports.aid import list_rosters
from reports.tables.register import write_workbook
from tests.reports.papers import USER, printed, save


def test_a_roster_to_sign_sums_up_in_figures_and_in_words(person, tmp_path):
    people = [person(name=name, street="总寨镇", phone="13897123456") for name in ("甲某", "乙某", "丙某")]
    lines = [
        OneOff(person=each, item="临时救助", year=2020, state="拟发", amount=Decimal("1000.50"))
        for each in people
    ]
    save(*lines)
    with journal.entry("取消", USER):
        cancel(lines[2], "重复")
    register = list_rosters.aid_roster(oneoff_register.oneoffs())
    said = printed(register, tmp_path)
    for words in (
        "2020年优抚对象临时救助发放花名册",
        "甲某",
        "领取人签字",
        "代领人及关系",
        "2,001.00",
        "贰仟零壹元整",
        "经办人",
    ):
        assert words in said
    assert "丙某" not in said
    write_workbook(register, tmp_path / "表.xlsx")
    cells = [cell.value for row in load_workbook(tmp_path / "表.xlsx").active for cell in row]
    assert people[0].number in cells


def test_a_page_of_long_names_has_room_for_twenty_five_people(person, tmp_path):
    someone = person(name="阿卜杜热合曼·阿卜力克木", street="某某土族回族自治县总寨镇", community="莫家庄村")
    save(OneOff(person=someone, item="临时救助", year=2020, state="拟发", amount=Decimal("1000.50")))
    register = list_rosters.aid_roster(oneoff_register.oneoffs())
    said = printed(replace(register, rows=register.rows * 60), tmp_path)
    assert said.count("本页小计") == 3


def test_rosters_of_illness_and_of_soldiers_have_their_own_columns(person, tmp_path):
    someone = person(name="甲某")
    case = MedicalCase(
        person=someone, kind="大病救助", invoice="12345678", cost=Decimal(9000), insured=Decimal(5000)
    )
    soldier = Outsider(name="兵某", category="义务兵家庭")
    save(case, soldier)
    save(OneOff(person=someone, item="大病救助", case=case, year=2020, state="拟发", amount=Decimal(3000)))
    grant = OneOff(outsider=soldier, item="义务兵家庭优待金", year=2020, state="拟发", amount=Decimal(9000))
    grant.household, grant.merit = "城镇", "三等功"
    save(grant)
    illness = printed(list_rosters.aid_roster(oneoff_register.oneoffs(name="大病救助")), tmp_path)
    assert "12345678" in illness
    assert "9,000.00" in illness
    family = printed(list_rosters.aid_roster(oneoff_register.oneoffs(name="义务兵家庭优待金")), tmp_path)
    assert "三等功" in family
    assert "兵某" in family
    assert "一次性发放花名册" in printed(list_rosters.aid_roster(oneoff_register.oneoffs()), tmp_path)
