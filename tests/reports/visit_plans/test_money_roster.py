"""The roster of money that is signed for at the door."""

from __future__ import annotations

from dataclasses import replace

from openpyxl import load_workbook

from models.core.dates import PartDate
from models.visit_plans.planned_visits import PlannedVisit
from models.visits.visit import Visit
from reports.tables.register import write_workbook
from reports.visit_plans import money_roster
from tests.reports.visit_plans.prepared import text


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


def test_a_page_of_long_names_has_room_for_twenty_five_people(ready, tmp_path):
    register = money_roster.money_roster(ready)
    row = list(register.rows[0])
    row[1], row[4], row[5] = (
        "阿卜杜热合曼·阿卜力克木",
        "带病回乡退役军人、参战退役人员",
        "某某土族回族自治县总寨镇莫家庄村",
    )
    pages = text([replace(register, rows=(tuple(row),) * 60)], tmp_path / "花名册.pdf")
    assert [page.count(row[1]) >= 25 for page in pages] == [True, True, False]


def test_the_roster_of_one_team_and_as_a_workbook(ready, tmp_path):
    from models.visit_plans.teams import Team

    register = money_roster.money_roster(ready, Team.get(Team.name == "第一组"))
    assert register.title.endswith("（第一组）")
    write_workbook(register, tmp_path / "花名册.xlsx")
    page = load_workbook(tmp_path / "花名册.xlsx").active
    assert page["A1"].value == register.title
    assert [cell.value for cell in page[3]][:4] == ["序号", "姓名", "性别", "身份证号"]
    assert page["H6"].value == "=SUM(H4:H5)"
    assert load_workbook(tmp_path / "花名册.xlsx", data_only=True).active["H6"].value == 1000
    assert "合计：2人　金额1,000.00元（大写：壹仟元整）" in page["A7"].value
