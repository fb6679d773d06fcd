"""A campaign from whom to results, as an officer does it in the window."""

from __future__ import annotations

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from models.core import journal
from models.core.dates import PartDate
from models.visit_plans.planned_visits import PlannedVisit, VisitOutcome
from models.visit_plans.progress import campaign_progress
from models.visit_plans.scopes import Scope
from models.visit_plans.teams import Team
from models.visits import gifts, wishes
from models.visits.campaign import Campaign
from models.visits.units import Unit
from models.visits.visit import Visit
from tests.conftest import USER
from ui.printing.preview import PreviewWindow
from ui.visit_plans.page import PlansPage
from ui.visit_plans.results import ResultsDialog
from ui.visit_plans.scopes import ScopeDialog
from ui.visits.wishes import WishDialog

STREETS = ("礼让街街道", "饮马街街道", "总寨镇")


@pytest.fixture
def page(session, qtbot):
    made = PlansPage(session)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


@pytest.fixture
def people(person, identity):
    made = []
    for name, street in (
        ("甲一", STREETS[0]),
        ("乙二", STREETS[1]),
        ("丙三", STREETS[1]),
        ("丁四", STREETS[2]),
    ):
        made.append(person(name=name, street=street, residence=f"{street}1号"))
        identity(made[-1])
    return made


def names(page):
    rows = page.list.rows
    return [rows.record(row).name for row in range(rows.rowCount())]


def test_without_a_campaign_the_page_says_what_to_do(page):
    assert "新建批次" in page.table._empty
    assert not any(button.isEnabled() for button in page.steps)
    assert not page.prints.isEnabled()


def test_a_campaign_is_named_after_its_year_and_occasion(page, dialogs):
    def fill(dialog):
        form = dialog.form
        form.editors["year"].setText("2020")
        form.editors["occasion"].set_value("八一")
        assert form.editors["name"].value() == "2020年八一走访"
        dialog.save()

    dialogs.fill = fill
    page.bar.add()
    assert page.campaign() == Campaign.get()
    assert Campaign.get().name == "2020年八一走访"
    assert page.steps[0].property("look") == "primary"


def test_an_officer_plans_two_streets_and_enters_the_results(
    page, campaign, people, gift, save, boxes, qtbot, session, dialogs
):
    """From ① to ⑥, as the buttons say."""
    gift("大米", there=10)
    page.refresh()
    assert page.steps[0].property("look") == "primary"

    # ① whom: two streets at once, 500 yuan and a bag of rice for each
    asked = ScopeDialog(session, campaign)
    qtbot.addWidget(asked)
    for row in range(asked.streets.count()):
        if asked.streets.item(row).text() in STREETS[:2]:
            asked.streets.item(row).setCheckState(Qt.CheckState.Checked)
    assert asked.count.text() == "享受待遇，住礼让街街道：1人；享受待遇，住饮马街街道：2人"
    asked.form.editors["money"].setText("500")
    asked.form.editors["gifts"].setText("大米×1")
    asked.save()
    assert [each.sentence for each in Scope.select()] == ["享受待遇，住礼让街街道", "享受待遇，住饮马街街道"]
    assert page.steps[1].property("look") == "primary"

    # ② teams
    days = {"begins": PartDate(2020, 7, 28), "ends": PartDate(2020, 7, 29)}
    for number, name in enumerate(("第一组", "第二组"), start=1):
        save(Team(campaign=campaign, number=number, name=name, leader="李副区长", members="王芳", **days))
    session.wrote()
    assert page.steps[2].property("look") == "primary"

    # ③ the plan, ④ shared out
    page.draw_up()
    assert boxes[-1] == "新列入3人；原来已在计划中的0人不变"
    assert sorted(names(page)) == ["丙三", "乙二", "甲一"]
    assert page.steps[3].property("look") == "primary"
    boxes.answer = "平均分给各组"
    page.share_out()
    assert "第一组2户，第二组1户" in boxes[-1] or "第一组1户，第二组2户" in boxes[-1]
    assert page.found == []
    assert not page.faults.isVisible()

    # ⑥ results: one with what was seen and asked for, the others as planned
    asked = ResultsDialog(session, campaign)
    qtbot.addWidget(asked)
    asked.show()
    first = asked.row.name
    asked.form.editors["circumstances"].setText("独居")
    asked.form.editors["wishes"].setText("反映药费高")
    last = asked.form.editors["visitors"]
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Return)
    kept = Visit.get()
    assert (kept.whom, kept.circumstances, kept.wishes, kept.money) == (first, "独居", "反映药费高", 500)
    assert asked.row.name != first
    asked.table.selectAll()
    asked.tick()
    assert campaign_progress(campaign).visited == 3
    assert asked.rows.rowCount() == 0
    assert gifts.store()[0].left == 7
    assert page.list.sentence.text().startswith("计划3个：已走访3")

    # the wish is followed to its end
    wish = WishDialog(session, kept)
    qtbot.addWidget(wish)

    def settle(dialog):
        dialog.form.editors["words"].setText("已报销1200元")
        dialog.save()

    dialogs.fill = settle
    wish.steps.close_wish()
    assert wishes.open_wishes().count() == 0
    assert Visit.get_by_id(kept.id).handling == "已报销1200元"

    # ⑤ the roster to be signed
    next(each for each in page.prints.choices.actions() if each.text() == "慰问金发放花名册").trigger()
    qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
    (shown,) = PreviewWindow.shown
    words = "".join("".join(each.extract_text().split()) for each in PdfReader(shown.file).pages)
    shown.close()
    assert "3人金额1,500.00元大写：壹仟伍佰元整" in words
    assert "领取人签字(手印)" in words


@pytest.fixture
def ready(page, campaign, people, scope, plan, team, save, gift):
    """Four people planned, one team."""
    gift("大米", there=1)
    scope(money=500, gifts="大米×1")
    plan()
    team("第一组", areas="；".join(STREETS))
    page.session.wrote()
    return page


def test_what_is_wrong_with_the_plan_is_told(ready, boxes):
    assert ready.faults.isVisible()
    assert "还没有分到小组" in ready.faults.text()
    ready.all_faults.click()
    assert "“大米”还需要4袋，库存1，还差3" in boxes[0]


def test_more_gifts_than_there_are_are_refused_in_plain_words(ready, campaign, session, qtbot, boxes):
    asked = ResultsDialog(session, campaign)
    qtbot.addWidget(asked)
    asked.show()
    asked.form.editors["gifts"].setText("大米×2")
    asked.save()
    assert boxes[0] == "“大米”只剩1袋，不够出库2袋，请先登记入库"
    assert Visit.select().count() == 0


def test_who_was_not_met_is_noted_with_the_reason(ready, campaign, session, qtbot, monkeypatch):
    asked = ResultsDialog(session, campaign)
    qtbot.addWidget(asked)
    asked.show()
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("住院", True))
    name = asked.row.name
    asked.not_met()
    row = next(each for each in PlannedVisit.select() if each.name == name)
    assert (row.outcome, row.reason) == (VisitOutcome.NOT_MET, "住院")
    assert asked.row.name != name


def test_several_are_left_out_with_a_reason(ready, monkeypatch, boxes):
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("", True))
    ready.list.table.selectRow(0)
    ready.list.leave("不走访")
    assert "请写明为什么不走访" in boxes[0]
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("本人不愿意", True))
    ready.list.leave("不走访")
    assert ready.list.sentence.text().startswith("计划3个")
    ready.list.line.choose("情况", "不走访")


def test_a_row_visited_as_planned_is_ticked_in_the_list(ready, boxes, campaign):
    boxes.answer = "登记"
    ready.list.table.selectRow(0)
    ready.list.tick()
    assert campaign_progress(campaign).visited == 1


def test_a_unit_is_put_into_the_plan_by_hand(ready, dialogs, save):
    save(Unit(name="驻区某部一分队"))

    def fill(dialog):
        dialog.form.editors["unit"].set_value(Unit.get())
        dialog.save()

    dialogs.fill = fill
    ready.list.add()
    assert "驻区某部一分队" in names(ready)


def test_the_same_person_is_refused_in_the_form(ready, dialogs, people):
    told = []

    def fill(dialog):
        dialog.form.editors["person"].set_value(people[0])
        dialog.form.editors["person"].changed.emit()
        dialog.save()
        told.append(dialog.form.messages["person"].text())
        dialog.form.take_back()

    dialogs.fill = fill
    ready.list.add()
    assert "同一批次不重复走访" in told[0]


def test_cards_and_roster_are_shown_in_the_preview(ready, qtbot):
    for words, pages in (("走访慰问卡", 2), ("慰问金发放花名册", 1), ("小组走访表", 1), ("走访计划一览", 2)):
        next(each for each in ready.prints.choices.actions() if each.text() == words).trigger()
        qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
        (shown,) = PreviewWindow.shown
        assert shown.document.pageCount() >= pages - 1
        shown.close()


def test_a_campaign_with_results_is_not_deleted(ready, campaign, people, boxes):
    with journal.entry("登记", USER):
        Visit(person=people[0], campaign=campaign, day=PartDate(2020, 7, 28)).save()
    ready.bar.delete()
    assert "不能删除" in boxes[0]
    with journal.entry("删除", USER):
        Visit.get().delete_instance()
    boxes.answer = "删除"
    ready.bar.delete()
    assert Campaign.select().count() == PlannedVisit.select().count() == 0
    assert "新建批次" in ready.table._empty


def test_a_result_is_corrected_where_it_was_entered(ready, campaign, session, qtbot):
    asked = ResultsDialog(session, campaign)
    qtbot.addWidget(asked)
    asked.show()
    asked.save()
    first = Visit.get()
    asked.waiting.setChecked(False)
    key = next(row.id for row in PlannedVisit.select() if row.name == first.whom)
    asked.table.go_to(key)
    assert asked.whom.text() == f"{first.whom}　已走访"
    asked.form.editors["money"].setText("450")
    asked.form.editors["gifts"].setText("")
    asked.save()
    (kept,) = Visit.select()
    assert (kept.money, kept.gifts, kept.gift_value) == (450, "", None)
    assert gifts.store()[0].left == 1


def test_the_page_behind_waits_while_results_are_entered(ready, campaign, session, monkeypatch):
    reads = []
    monkeypatch.setattr(ready.list, "show_campaign", reads.append)

    def run(dialog):
        dialog.save()
        assert reads == []

    monkeypatch.setattr(ResultsDialog, "exec", run)
    ready.enter_results()
    assert reads == [campaign]


def test_a_scanned_card_or_a_name_leads_to_its_row(ready, campaign, session, qtbot, boxes):
    asked = ResultsDialog(session, campaign)
    qtbot.addWidget(asked)
    asked.show()
    row = next(each for each in PlannedVisit.select() if each.name == "丙三")
    asked.search.setText(row.mark.lower())
    qtbot.keyClick(asked.search, Qt.Key.Key_Return)
    assert asked.row.name == "丙三"
    asked.search.setText("jy")
    qtbot.keyClick(asked.search, Qt.Key.Key_Return)
    assert asked.row.name == "甲一"
    asked.save()
    asked.search.setText("甲一")
    asked.look_up()
    assert asked.whom.text() == "甲一　已走访"
    for wrong in ("YFZF:000000000000", "YFZF:", "没有这人"):
        asked.search.setText(wrong)
        asked.look_up()
        assert boxes[-1] == f"本批次的计划中没有“{wrong}”"
