"""The prints of a campaign: plan, teams' sheets, cards, and the roster of money to be signed."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.filters.filters import Filter
from models.people.person import FamilyMember
from models.visit_plans.planned_visits import PlannedVisit, VisitOutcome
from models.visit_plans.sharing_out import assign_teams
from models.visits.units import Unit
from models.visits.visit import Visit
from reports.tables.register import Heading, Register, numbered, write_paper, write_workbook
from reports.visit_plans import card_facts, cards, money_roster
from reports.visit_plans import plan as plans

USER = "王芳"


@pytest.fixture
def ready(person, identity, campaign, scope, plan, team, gift, save):
    """Three people of two streets in a plan, with teams, gifts, an earlier visit and an open wish."""
    gift("大米", there=10)
    for name, street in (("甲一", "总寨镇"), ("乙二", "总寨镇"), ("丙三", "南滩街道")):
        someone = person(
            name=name, street=street, residence=f"西宁市城中区{street}清河村18号", phone="13900001234"
        )
        identity(someone, kind="参战退役人员")
        save(FamilyMember(person=someone, relation="妻", name="李秀英"))
    save(
        Visit(
            person=someone,
            day=PartDate(2020, 1, 18),
            occasion="春节",
            circumstances="独居",
            wishes="反映药费高",
        )
    )
    scope(Filter(street="总寨镇"), money=500, gifts="大米×1")
    scope(Filter(street="南滩街道"), money=300)
    plan()
    team("第一组", areas="总寨镇", begins=PartDate(2020, 7, 28), ends=PartDate(2020, 7, 29))
    team("第二组", areas="南滩街道")
    with journal.entry("分组", USER):
        assign_teams(campaign)
    return campaign


def text(registers, out):
    finish(write_paper(registers, out))
    return ["".join(page.extract_text().split()) for page in PdfReader(out).pages]


def test_the_plan_sums_up_teams_and_categories(ready, tmp_path):
    first, second = text(plans.overview(ready), tmp_path / "计划.pdf")
    assert "2020年八一走访慰问计划" in first
    assert "第一组区领导王芳、李强总寨镇7月28日至7月29日21,000.00大米2袋" in first
    assert "金额1,300.00元大写：壹仟叁佰元整" in first
    assert "参战退役人员301,300.00大米2袋" in second


def test_each_team_has_a_sheet_of_its_own_with_a_bookmark(ready, tmp_path):
    first, second = text(plans.team_sheets(ready), tmp_path / "小组.pdf")
    assert "第一组走访表" in first
    assert "乙二" in first
    assert "总寨镇清河村18号" in first
    assert "西宁市城中区总寨镇" not in first
    assert "丙三" not in first
    assert "丙三" in second
    assert [each.title for each in PdfReader(tmp_path / "小组.pdf").outline] == [
        "2020年八一走访　第一组走访表",
        "2020年八一走访　第二组走访表",
    ]


def test_what_has_no_team_is_not_forgotten_on_paper(ready, save):
    save(PlannedVisit(campaign=ready, unit=save(Unit(name="驻区某部一分队"))))
    last = plans.team_sheets(ready)[-1]
    assert "未分组" in last.title
    assert last.rows[0][2] == "驻区某部一分队"


def test_the_card_tells_what_to_know_before_the_door(ready, tmp_path):
    facts = {card.name: card.facts for card in card_facts.cards(ready)}
    assert facts["丙三"]["calls"].startswith("2020年1月18日　春节")
    assert "反映药费高" in facts["丙三"]["wishes"]
    assert facts["丙三"]["seen"] == "独居"
    assert facts["甲一"]["brings"] == "慰问金500.00元；大米1袋"
    assert "妻李秀英" in facts["甲一"]["family"]
    assert "********" in facts["甲一"]["number"]
    assert finish(cards.write_cards(card_facts.cards(ready), tmp_path / "卡.pdf")) == ()
    pages = PdfReader(tmp_path / "卡.pdf").pages
    assert len(pages) == 2
    assert pages[0].extract_text().count("走访慰问卡") == 2


def test_the_wish_on_the_card_is_no_longer_told_when_it_is_done(ready, save):
    visit = Visit.get()
    visit.done = True
    save(visit)
    assert not any("wishes" in card.facts for card in card_facts.cards(ready))


def test_who_was_visited_or_is_left_out_gets_no_card(ready, save):
    rows = list(PlannedVisit.select().order_by(PlannedVisit.id))
    save(Visit(person=rows[0].person, campaign=ready, day=PartDate(2020, 7, 28)))
    rows[1].outcome, rows[1].reason = VisitOutcome.LEFT_OUT, "不愿意"
    save(rows[1])
    assert [card.name for card in card_facts.cards(ready)] == [rows[2].name]


def test_a_card_that_has_too_much_to_tell_stays_on_its_half(ready, save, tmp_path):
    someone = PlannedVisit.get().person
    for year in range(2000, 2020):
        save(
            Visit(
                person=someone,
                day=PartDate(year, 1, 18),
                wishes="反映住房漏雨并申请临时救助，" * 20,
                visitors="王芳、" * 60,
            )
        )
    card = next(each for each in card_facts.cards(ready) if each.name == someone.name)
    made = cards.card_strips(card, cards.Gaps())
    assert sum(strip.height for strip in made) <= cards.HALF - 8 * cards.mm
    assert cards.MORE in "".join(mark.text for strip in made for mark in strip.marks)


def test_without_anybody_to_visit_there_is_no_card(campaign, tmp_path):
    with pytest.raises(Refusal, match="没有待走访的对象"):
        finish(cards.write_cards(card_facts.cards(campaign), tmp_path / "卡.pdf"))
    assert not (tmp_path / "卡.pdf").exists()


def test_the_roster_of_money_is_summed_in_words_and_signed(ready, tmp_path):
    (page,) = text([money_roster.money_roster(ready)], tmp_path / "花名册.pdf")
    assert "2020年八一走访慰问金发放花名册" in page
    assert "3人金额1,300.00元大写：壹仟叁佰元整" in page
    for words in ("领取人签字(手印)", "代领人及关系", "财务负责人：", "发放日期：", "（公章）"):
        assert words in page
    assert page.count("经办人：") == 2


def test_the_roster_says_what_was_given_once_it_was(ready, save):
    row = PlannedVisit.get()
    save(Visit(person=row.person, campaign=ready, day=PartDate(2020, 7, 28), money=450))
    register = money_roster.money_roster(ready)
    assert next(each for each in register.rows if each[1] == row.name)[6:8] == ("500.00", "450.00")


def test_the_roster_of_one_team_and_as_a_workbook(ready, tmp_path):
    from models.visit_plans.teams import Team

    register = money_roster.money_roster(ready, Team.get(Team.name == "第一组"))
    assert register.title.endswith("（第一组）")
    write_workbook(register, tmp_path / "花名册.xlsx")
    page = load_workbook(tmp_path / "花名册.xlsx").active
    assert page["A1"].value == register.title
    assert [cell.value for cell in page[3]][:4] == ["序号", "姓名", "性别", "身份证号"]
    assert "合计：2人　金额1,000.00元（大写：壹仟元整）" in page["A6"].value


def test_a_register_without_rows_says_so(archive, tmp_path):
    empty = Register("某登记表", (Heading("序号", 10), Heading("名称", 60)), numbered([]))
    (page,) = text([empty], tmp_path / "空.pdf")
    assert "无" in page
    write_workbook(empty, tmp_path / "空.xlsx")


def test_a_practice_archive_says_so_on_every_sheet(ready, tmp_path):
    assert all("演练" in page for page in text(plans.overview(ready, practice=True), tmp_path / "计划.pdf"))


def test_the_code_on_a_card_leads_back_to_its_row(ready, tmp_path):
    import pypdfium2
    import zxingcpp

    from models.visit_plans.planned_visits import marked

    finish(cards.write_cards(card_facts.cards(ready), tmp_path / "卡.pdf"))
    page = pypdfium2.PdfDocument(tmp_path / "卡.pdf")[0].render(scale=200 / 72).to_pil()
    found = {marked(ready, code.text).name for code in zxingcpp.read_barcodes(page)}
    assert found == {card.name for card in card_facts.cards(ready)[:2]}
