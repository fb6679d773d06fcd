"""A campaign from whom to results, as an officer does it in the window."""

from __future__ import annotations

from pypdf import PdfReader
from PySide6.QtCore import Qt

from models.core.dates import PartDate
from models.visit_plans.progress import campaign_progress
from models.visit_plans.scopes import Scope
from models.visit_plans.teams import Team
from models.visits import gifts, wishes
from models.visits.visit import Visit
from tests.ui.visit_plans.conftest import STREETS, names
from ui.printing.preview import PreviewWindow
from ui.visit_plans.results import ResultsDialog
from ui.visit_plans.scopes import ScopeDialog
from ui.visits.wishes import WishDialog


def test_without_a_campaign_the_page_says_what_to_do(page):
    assert "新建批次" in page.table._empty
    assert not any(button.isEnabled() for button in page.steps)
    assert not page.prints.isEnabled()
    assert not page.list.buttons[0].isEnabled(), "to no campaign nobody can be added"


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


def test_what_is_wrong_with_the_plan_is_told(ready, boxes):
    assert ready.faults.isVisible()
    assert "还没有分到小组" in ready.faults.text()
    ready.all_faults.click()
    assert "“大米”还需要4袋，库存1，还差3" in boxes[0]


def test_cards_and_roster_are_shown_in_the_preview(ready, qtbot):
    for words, pages in (("走访慰问卡", 2), ("慰问金发放花名册", 1), ("小组走访表", 1), ("走访计划一览", 2)):
        next(each for each in ready.prints.choices.actions() if each.text() == words).trigger()
        qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
        (shown,) = PreviewWindow.shown
        assert shown.document.pageCount() >= pages - 1
        shown.close()


def test_the_page_behind_waits_while_results_are_entered(ready, campaign, session, monkeypatch):
    reads = []
    monkeypatch.setattr(ready.list, "show_campaign", reads.append)

    def run(dialog):
        dialog.save()
        assert reads == []

    monkeypatch.setattr(ResultsDialog, "exec", run)
    ready.enter_results()
    assert reads == [campaign]
