"""One-off payments, medical aid, exam cards and budgets in the window: entered, approved, paid, refused in plain words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QDialog

from models.aid.amounts import AidRule, set_rule
from models.aid.budgets import Budget
from models.aid.exam_cards import ExamCard
from models.aid.oneoffs import OneOff
from models.approvals.approval import Approval
from models.core import journal
from models.core.dates import PartDate
from models.office import roles
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people.outsiders import Outsider
from ui.aid import medical
from ui.aid.amounts import UNSET, RulesDialog
from ui.aid.budgets import BudgetsPage
from ui.aid.exam_cards import CardsPage
from ui.aid.medical import MedicalPage
from ui.aid.oneoff_form import OneOffForm
from ui.aid.oneoffs import OneOffsPage
from ui.forms.outsider_box import OutsiderBox
from ui.forms.record_dialog import RecordDialog
from ui.forms.small_question import Asking

USER = "王芳"


@pytest.fixture
def answers(monkeypatch):
    """Fill in each question that is asked; the dialog stays open when it is refused."""

    class Answers(dict):
        said = ""
        shown = False

    given = Answers()

    def run(dialog):
        dialog.show()
        given.shown = True
        for name, value in given.items():
            if name in dialog.editors:
                dialog.editors[name].set_value(value)
        dialog.accept()
        given.said = dialog.problem.text()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(Asking, "exec", run)
    return given


@pytest.fixture
def filled(monkeypatch):
    """Let a function fill in the form that is opened, and save it."""

    def by(fill):
        def run(dialog):
            dialog.show()
            fill(dialog)
            dialog.save()
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(RecordDialog, "exec", run)

    return by


def save(*records):
    with journal.entry("登记", USER):
        for each in records:
            each.save()


def shown(page, qtbot):
    qtbot.addWidget(page)
    page.show()
    return page


def test_a_list_is_drawn_up_approved_and_paid(session, qtbot, identity, person, answers, boxes):
    with journal.entry("标准", USER):
        set_rule("clinic.insured", 2020, Decimal(400), "某文件")
    for name in ("甲某", "乙某"):
        identity(person(name=name, insurance="城乡居民基本医疗保险"))
    page = shown(OneOffsPage(session), qtbot)
    answers.update(item="门诊医疗补助", year="2020", batch="2020年门诊补助", fund="区级财政")
    page.draw_up()
    assert boxes == ["列入2人，合计800.00元"]
    assert page.sentence.text() == "共2笔，2人，合计800.00元（取消的不计）"
    page.table.selectAll()
    answers["day"] = PartDate(2020, 7, 1)
    page.approve()
    page.table.selectAll()
    page.pay()
    assert {one.state for one in OneOff.select()} == {"已发放"}
    assert Payment.select().where(Payment.programme == "门诊补助").count() == 2


def test_a_list_is_called_by_its_year_and_kind_unless_the_officer_says_otherwise(
    session, qtbot, identity, person, answers, boxes
):
    with journal.entry("标准", USER):
        set_rule("clinic.insured", 2020, Decimal(400), "某文件")
    identity(person(insurance="城乡居民基本医疗保险"))
    page = shown(OneOffsPage(session), qtbot)
    answers.update(item="门诊医疗补助", year="2020", fund="区级财政")
    page.draw_up()
    assert OneOff.get().batch == "2020年门诊医疗补助"


def test_what_may_not_be_is_said_in_the_question_and_nothing_is_done(session, qtbot, person, answers):
    save(OneOff(person=person(), item="临时救助", year=2020, state="拟发", amount=Decimal(500)))
    page = shown(OneOffsPage(session), qtbot)
    page.table.selectAll()
    answers["day"] = PartDate(2190, 1, 1)
    page.approve()
    assert "晚于今天" in answers.said
    roles.give(session.user, "录入", "局长")
    answers["day"] = PartDate(2020, 1, 1)
    page.approve()
    assert "批准发放" in answers.said
    assert OneOff.get().state == "拟发"


def test_an_amount_that_is_not_set_is_asked_for_and_then_reckoned(session, qtbot, archive):
    form = OneOffForm(session)
    qtbot.addWidget(form)
    soldier = Outsider(name="兵某")
    save(soldier)
    form.edit(OneOff(outsider=soldier, item="立功受奖慰问金", year=2020, merit="三等功", state="拟发"))
    assert not form.editors["household"].isVisibleTo(form)
    assert form.editors["merit"].isVisibleTo(form)
    form.reckon()
    assert "还没有设定" in form.said.text()
    with journal.entry("标准", USER):
        set_rule("merit.merit3", 2020, Decimal(2000), "某文件")
    form.reckon()
    assert form.editors["amount"].value() == 2000
    assert "2000" in form.editors["reckoned"].value()
    form.editors["amount"].setText("2500")
    assert form.editors["reckoned"].value() == "金额为手工填写"
    form.editors["item"].set_value("临时救助")
    assert not form.reckon_button.isEnabled()


def test_somebody_without_a_file_is_found_or_written_down(session, qtbot, archive, filled):
    box = OutsiderBox(session)
    qtbot.addWidget(box)
    save(Outsider(name="兵甲", number=""))
    box.words.setText("兵甲")
    box.settle()
    assert box.value().name == "兵甲"
    box.set_value(None)
    box.words.setText("兵乙")
    assert "新建" in box.fault()
    filled(lambda dialog: None)
    box.add()
    assert box.value().name == "兵乙"
    assert Outsider.select().count() == 2


def test_an_illness_its_payment_its_approval_and_its_paper(
    session, qtbot, person, filled, answers, monkeypatch
):
    someone = person(name="甲某")
    with journal.entry("标准", USER):
        set_rule("serious.share", 2020, Decimal(50), "某文件")
    page = shown(MedicalPage(session), qtbot)

    def fill(dialog):
        editors = dialog.form.editors
        editors["person"].set_value(someone)
        for name, value in (
            ("kind", "大病救助"),
            ("day", PartDate(2020, 5, 6)),
            ("cost", Decimal(10000)),
            ("insured", Decimal(6000)),
        ):
            editors[name].set_value(value)
            editors[name].changed.emit() if name == "kind" else None

    filled(fill)
    page.add()
    case = MedicalCase.get()
    assert (case.whom, case.left) == ("甲某", 4000)
    page.refresh()
    page.table.selectRow(0)
    filled(lambda dialog: None)
    page.apply()
    assert OneOff.get().amount == 2000
    assert OneOff.get().case_id == case.id
    papers = []
    monkeypatch.setattr(medical, "preview_paper", lambda *about: papers.append(about[1]))
    answers.update(day=PartDate(2020, 5, 8), asked=Decimal(2000), cause="住院")
    page.send()
    assert papers == ["优抚对象医疗救助审批表"]
    assert Approval.get().matter == "医疗救助"


def test_cards_are_listed_issued_used_and_settled(session, qtbot, identity, person, answers, boxes):
    identity(person(name="甲某"))
    page = shown(CardsPage(session), qtbot)
    answers.update(year="2020", hospital="某医院")
    page.begin()
    assert "还没有设定" in answers.said
    with journal.entry("标准", USER):
        set_rule("exam.card", 2020, Decimal(1138), "某文件")
    page.begin()
    page.table.selectRow(0)
    answers.clear()
    answers.update(card="T1", day=PartDate(2020, 6, 1), by="甲某")
    page.issue()
    page.table.selectRow(0)
    answers["day"] = PartDate(2020, 7, 1)
    page.use()
    page.table.selectRow(0)
    page.settle()
    assert ExamCard.get().state == "已体检"
    assert Payment.get().amount == 1138
    page.give_back()
    assert "没有“已领”的卡" in boxes[-1]


def test_the_budget_page_says_what_is_left(session, qtbot, person, filled):
    save(
        Budget(year=2020, fund="区级财政", programme="临时救助", planned=Decimal(1000)),
        OneOff(
            person=person(), item="临时救助", year=2020, fund="区级财政", state="拟发", amount=Decimal(1200)
        ),
    )
    page = shown(BudgetsPage(session), qtbot)
    assert page.year() == 2020
    assert page.table.item(0, 5).text() == "-200.00"
    assert "1项超出预算" in page.sentence.text()
    page.table.selectRow(0)
    filled(lambda dialog: dialog.form.editors["planned"].set_value(Decimal(2000)))
    page.change()
    assert page.table.item(0, 5).text() == "800.00"


def test_every_amount_stands_unset_until_the_office_says_it(session, qtbot, archive, answers):
    dialog = RulesDialog(session)
    qtbot.addWidget(dialog)
    head = dialog.tree.topLevelItem(0)
    assert head.child(0).text(1) == UNSET
    answers.update(value="一千", year="2020", document="某文件")
    dialog.ask(head.child(0))
    assert "不是数字" in answers.said
    answers["value"] = "12,000元"
    dialog.ask(dialog.tree.topLevelItem(0).child(0))
    assert AidRule.get().amount == 12000
    assert dialog.tree.topLevelItem(0).child(0).text(1) == "12,000.00元"
