"""Two files side by side: what the officer sees and chooses is what is written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QMessageBox

from models.core import journal
from models.core.dates import PartDate
from models.payments.payment import Payment
from models.people.person import Person
from models.people.two_people import apart
from ui.merging.window import CHOOSE, MergeWindow


@pytest.fixture
def two(person):
    kept = person(name="刘建国", number="63010319500615001X", phone="13800000001")
    return kept, person(name="刘健国", number="630103195006150018", phone="13900000002")


@pytest.fixture
def window(qtbot, session):
    def show(kept, other=None):
        made = MergeWindow(session, kept, other)
        qtbot.addWidget(made)
        made.show()
        return made

    return show


def pay(someone):
    with journal.entry("发放", "王芳"):
        Payment(person=someone, month=PartDate(2021, 3), item="补助", amount=Decimal(800)).save()


def test_each_difference_is_chosen(window, two):
    shown = window(*two)
    assert list(shown.fields.choices) == ["number", "name", "phone"]
    shown.fields.choices["phone"][1].setChecked(True)
    shown.merge_button.click()
    left = Person.get()
    assert (left.name, left.phone) == ("刘建国", "13900000002")
    assert (
        journal.Entry.select()
        .order_by(journal.Entry.number.desc())
        .get()
        .title.startswith("合并档案：刘健国")
    )


def test_the_other_file_may_be_kept(window, two, qtbot):
    shown = window(*two)
    shown.swap_button.click()
    with qtbot.waitSignal(shown.merged) as said:
        shown.merge_button.click()
    assert said.args == [two[1].id]
    assert Person.get() == two[1]


def test_nothing_can_be_merged_before_another_file_is_chosen(window, two):
    shown = window(two[0])
    assert shown.cards[1].text() == CHOOSE
    assert not shown.merge_button.isEnabled()
    shown.box.set_value(two[1])
    shown.box.changed.emit()
    assert shown.merge_button.isEnabled()
    assert "刘健国" in shown.cards[1].text()


def test_a_month_paid_to_both_must_be_confirmed(window, two, monkeypatch):
    told = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    for someone in two:
        pay(someone)
    shown = window(*two)
    assert "2021-03补助（800.00元、800.00元）" in shown.twice.text()
    shown.merge_button.click()
    assert "领了两次" in told[0]
    assert Person.select().count() == 2
    shown.confirmed.setChecked(True)
    shown.merge_button.click()
    assert Payment.select().where(Payment.person == two[0]).count() == 2


def test_two_people_are_kept_apart_and_not_asked_about_again(window, two):
    shown = window(*two)
    shown.apart_button.click()
    assert apart(two[0].id, two[1].id)
    assert Person.select().count() == 2


def test_what_speaks_against_it_is_asked_once_more(window, two, monkeypatch, person):
    told = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    shown = window(two[0], person(name="马春花", number="630103196001010027"))
    assert "不是一个名字的两种写法" in shown.doubts.text()
    shown.merge_button.click()
    assert "仍要把两份档案合并吗" in told[0]
    assert Person.select().count() == 3
