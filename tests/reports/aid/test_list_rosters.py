"""What is signed for, what is planned, who is asked for at which door, and what a family is asked to give back: on paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from models.aid import oneoff_register
from models.aid.budgets import Budget
from models.aid.exam_cards import ExamCard
from models.aid.oneoff_steps import cancel
from models.aid.oneoffs import OneOff
from models.approvals import confirmation_steps, confirmations
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.deaths import sentinel
from models.deaths.sentinel import DeathMatch
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people.outsiders import Outsider
from reports import deaths
from reports.aid import budgets, exam_cards, list_rosters
from reports.approvals import confirmations as confirmation_papers
from reports.person import gathering
from reports.tables.register import write_paper, write_workbook

USER = "王芳"


def text_of(file):
    return "".join("".join(page.extract_text().split()) for page in PdfReader(file).pages)


def printed(register, tmp_path):
    finish(write_paper([register], tmp_path / "表.pdf"))
    return text_of(tmp_path / "表.pdf")


def save(*records):
    with journal.entry("登记", USER):
        for each in records:
            each.save()


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


def test_the_budget_sheet_shows_what_was_never_planned(person, tmp_path):
    save(
        Budget(
            year=2020,
            fund="区级财政",
            programme="临时救助",
            planned=Decimal(5000),
            document="区财〔2020〕1号",
        )
    )
    save(
        OneOff(
            person=person(), item="临时救助", year=2020, state="拟发", amount=Decimal(500), fund="市级财政"
        )
    )
    said = printed(budgets.sheet(2020), tmp_path)
    for words in ("5,000.00", "未列预算", "区财〔2020〕1号", "执行率"):
        assert words in said


def test_exam_cards_are_signed_for(person, tmp_path):
    card = ExamCard(person=person(name="甲某"), year=2020, amount=Decimal(1138), state="已领", card="T001")
    card.issued_on, card.signed_by = PartDate(2020, 8, 1), "甲某"
    save(card)
    assert "T001" in printed(exam_cards.exam_roster([card], 2020), tmp_path)


def test_a_route_list_for_each_community_in_the_order_of_the_doors(identity, person, tmp_path):
    for name, community in (("甲某", "一社区"), ("乙某", "二社区"), ("丙某", "一社区")):
        identity(person(name=name, street="总寨镇", community=community))
    with journal.entry("年度确认", USER):
        confirmations.begin(2020)
    made = confirmation_papers.routes(confirmations.confirmations(2020))
    assert [(each.title, len(each.rows)) for each in made] == [
        ("2020年度确认走访名单（总寨镇一社区）", 2), ("2020年度确认走访名单（总寨镇二社区）", 1),
    ]  # fmt: skip
    finish(write_paper(made, tmp_path / "路线.pdf"))
    assert len(PdfReader(tmp_path / "路线.pdf").pages) == 2
    with journal.entry("通知", USER):
        confirmation_steps.notify(confirmations.confirmations(2020), PartDate(2020, 6, 10), "电话")
    late = confirmations.overdue(2020, date(2020, 9, 1))
    assert "2020-09" in printed(confirmation_papers.stops(late, 2020), tmp_path)
    confirmation_papers.write_announcement(2020, tmp_path / "公告.pdf")
    assert "60日内没有联系的" in text_of(tmp_path / "公告.pdf")


def test_the_notice_to_the_family_names_every_month_and_its_sum(identity, person, tmp_path):
    made = identity(person(name="故某"))
    for month in range(3, 9):
        save(Payment(person=made.person, programme="定期抚恤补助", item="两参人员生活补助费", month=PartDate(2020, month), amount=Decimal("650.10")))  # fmt: skip
    match = DeathMatch(
        person=made.person, file="名单.xlsx", state="待核实", how="号码一致", listed_name="故某"
    )
    save(match)
    with pytest.raises(Refusal, match="停发以后"):
        deaths.write_recovery_notice(match, tmp_path / "通知.pdf")
    with journal.entry("停发", USER):
        sentinel.stop_dead(match, PartDate(2020, 5, 31), USER)
    deaths.write_recovery_notice(DeathMatch.get(), tmp_path / "通知.pdf")
    said = text_of(tmp_path / "通知.pdf")
    for words in (
        "发至2020年5月",
        "2020年6月至2020年8月（3个月）",
        "1,950.30元",
        "壹仟玖佰伍拾元零叁角",
        "送达回证",
    ):
        assert words in said
    assert "故某" in printed(deaths.stop_list(sentinel.matches()), tmp_path)


def test_nothing_overpaid_needs_no_notice(person, tmp_path):
    match = DeathMatch(
        person=person(name="故某"), file="名单.xlsx", state="已停发", died=PartDate(2020, 5, 1)
    )
    save(match)
    with pytest.raises(Refusal, match="不用追回"):
        deaths.write_recovery_notice(match, tmp_path / "通知.pdf")


def test_the_file_s_page_of_medical_aid_tells_each_illness_and_each_allowance(person):
    someone = person(name="甲某")
    case = MedicalCase(
        person=someone, kind="大病救助", invoice="12345678", hospital="某医院", day=PartDate(2020, 5, 1)
    )
    case.cost, case.insured = Decimal(9000), Decimal(5000)
    save(case)
    for amount in (1000, 500):
        save(Payment(person=someone, case=case, programme="医疗救助", item="大病救助", month=PartDate(2020, 6), amount=Decimal(amount)))  # fmt: skip
    save(
        Payment(
            person=someone,
            programme="门诊补助",
            item="门诊医疗补助",
            month=PartDate(2020, 3),
            amount=Decimal(400),
        )
    )
    save(
        Payment(
            person=someone,
            programme="临时救助",
            item="临时救助",
            month=PartDate(2020, 3),
            amount=Decimal(300),
        )
    )
    file = gathering.file_of(someone)
    assert [(aid.day, aid.item, aid.cost, aid.amount) for aid in file.aids] == [
        ("2020年3月", "门诊医疗补助", "", "400.00"), ("2020年5月1日", "大病救助", "9000.00", "1500.00"),
    ]  # fmt: skip
    assert file.aids[1].notes == "医保报销5000.00元；发票12345678；分2次补助"
    assert [each.item for each in file.payments] == ["临时救助"]
