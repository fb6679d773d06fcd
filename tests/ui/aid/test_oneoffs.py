"""One-off payments in the window: drawn up, approved, paid, refused in plain words."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QItemSelectionModel

from models.aid.amounts import set_rule
from models.aid.oneoff_steps import approve_oneoffs
from models.aid.oneoffs import OneOff
from models.core import journal
from models.core.dates import PartDate
from models.office import roles
from models.payments.payment import Payment
from ui.aid.oneoffs import OneOffsPage

USER = "王芳"


def test_a_list_is_drawn_up_approved_and_paid(session, identity, person, answers, boxes, shown):
    with journal.entry("标准", USER):
        set_rule("clinic.insured", 2020, Decimal(400), "某文件")
    for name in ("甲某", "乙某"):
        identity(person(name=name, insurance="城乡居民基本医疗保险"))
    page = shown(OneOffsPage(session))
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


def test_a_list_with_nobody_on_it_is_not_drawn_up_and_says_why(
    session, identity, person, answers, boxes, shown
):
    with journal.entry("标准", USER):
        set_rule("clinic.insured", 2020, Decimal(400), "某文件")
    identity(person(name="甲某", insurance="城乡居民基本医疗保险"))
    page = shown(OneOffsPage(session))
    answers.update(item="门诊医疗补助", year="2020", batch="2020年门诊补助", fund="区级财政")
    page.draw_up()
    written = journal.Entry.select().count()
    page.draw_up()
    assert answers.said.startswith("1人都没有列入，没有生成名单，如甲某：已列入门诊医疗补助")
    assert journal.Entry.select().count() == written


def test_a_list_is_called_by_its_year_and_kind_unless_the_officer_says_otherwise(
    session, identity, person, answers, boxes, shown
):
    with journal.entry("标准", USER):
        set_rule("clinic.insured", 2020, Decimal(400), "某文件")
    identity(person(insurance="城乡居民基本医疗保险"))
    page = shown(OneOffsPage(session))
    answers.update(item="门诊医疗补助", year="2020", fund="区级财政")
    page.draw_up()
    assert OneOff.get().batch == "2020年门诊医疗补助"


def test_what_may_not_be_is_said_in_the_question_and_nothing_is_done(session, person, answers, save, shown):
    save(OneOff(person=person(), item="临时救助", year=2020, state="拟发", amount=Decimal(500)))
    page = shown(OneOffsPage(session))
    page.table.selectAll()
    answers["day"] = PartDate(2190, 1, 1)
    page.approve()
    assert "晚于今天" in answers.said
    roles.give(session.user, "录入", "局长")
    answers["day"] = PartDate(2020, 1, 1)
    page.approve()
    assert "批准发放" in answers.said
    assert OneOff.get().state == "拟发"


def test_what_is_approved_is_not_deleted_but_cancelled_with_a_reason(
    session, person, save, shown, boxes, answers
):
    save(OneOff(person=person(name="甲某"), item="临时救助", year=2020, state="拟发", amount=Decimal(500)))
    with session.entry("批准"):
        approve_oneoffs([OneOff.get()], PartDate(2020, 8, 3), session.user)
    page = shown(OneOffsPage(session))
    page.table.selectRow(0)
    boxes.answer = "删除"
    page.delete()
    assert "批准后不发的请用“取消”" in boxes[-1]
    page.cancel()
    assert answers.said == "请填写取消的原因"
    assert OneOff.get().state == "已批准"
    page.send_back()
    assert answers.said == "请填写退回的原因"
    answers["reason"] = "金额有误"
    page.send_back()
    assert (OneOff.get().state, OneOff.get().notes) == ("拟发", "退回：金额有误")


def test_a_roster_is_of_the_chosen_or_where_fewer_than_two_are_chosen_of_all(session, person, save, shown):
    save(
        *(
            OneOff(person=person(), item="临时救助", year=2020, state="拟发", amount=Decimal(n))
            for n in (1, 2, 3)
        )
    )
    page = shown(OneOffsPage(session))
    page.table.selectRow(0)
    assert len(page.wanted()) == 3
    page.table.selectAll()
    assert len(page.wanted()) == 3
    flags = QItemSelectionModel.SelectionFlag
    page.table.selectionModel().select(page.rows.index(0, 0), flags.Deselect | flags.Rows)
    assert len(page.wanted()) == 2


def test_an_amount_ten_times_the_usual_is_told_before_it_is_approved(
    session, person, save, shown, monkeypatch
):
    for name, yuan in (("甲某", 500), ("乙某", 500), ("丙某", 500), ("丁某", 8000)):
        save(OneOff(person=person(name=name), item="临时救助", year=2020, state="拟发", amount=Decimal(yuan)))
    page = shown(OneOffsPage(session))
    page.table.selectAll()
    asked = []
    monkeypatch.setattr("ui.aid.oneoffs.run_dialog", lambda dialog: asked.append(dialog.words.text()))
    page.approve()
    assert asked[0].endswith(
        "请先核对：\n1. 临时救助有1人的金额是平常的10倍以上（平常500.00元）：丁某8,000.00元，合计8,000.00元"
    )
