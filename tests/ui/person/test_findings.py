"""疑点 in a person's file: settled with a reason, or corrected."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from models.people import findings
from models.people.findings import Listed
from tests.ui.person.conftest import form
from ui.person.findings import GRAVE, FindingCard, FindingsDialog


def test_findings_are_counted_and_settled_or_corrected(file, person, monkeypatch):
    someone = person(phone="12")
    window = file(someone)
    assert window.header.doubts.text() == "疑点 1"

    def settle(dialog):
        card = dialog.cards[0]
        card.settle()
        assert card.problem.text().startswith("请写明处理意见")
        card.reason.setText("本人只有短号")
        card.settle()

    monkeypatch.setattr(FindingsDialog, "exec", settle)
    window.header.doubts.click()
    assert findings.findings_of(someone) == []
    assert not window.header.doubts.isVisible()


def test_going_to_correct_a_finding_puts_the_cursor_there(file, person, monkeypatch):
    window = file(person(phone="12"))
    monkeypatch.setattr(FindingsDialog, "exec", lambda dialog: dialog.cards[0].correct_button.click())
    window.show_findings()
    assert window.editing
    assert form(window).editors["phone"].hasFocus()


@pytest.mark.parametrize(("weight", "look"), [(GRAVE - 1, "doubtchip"), (GRAVE, "problemchip")])
def test_what_touches_money_or_identity_stands_out(shown, session, person, weight, look):
    someone = person(name="张三")
    found = Listed(
        someone.id, someone.number, "张三", "人员信息", "phone", "联系电话", "位数不对", weight, "u"
    )
    card = shown(FindingCard(session, found))
    label = next(each for each in card.findChildren(QLabel) if each.text() == "人员信息·联系电话")
    assert label.property("look") == look


def test_a_file_that_is_likely_the_same_person_s_can_be_merged_from_its_finding(qtbot, session, person):
    one = person(name="刘建国", number="63010319500615001X")
    person(name="刘健国", number="630103195006150018")
    dialog = FindingsDialog(session, one)
    qtbot.addWidget(dialog)
    card = next(each for each in dialog.cards if "可能是同一人" in each.found.message)
    with qtbot.waitSignal(dialog.merge_wanted):
        card.merge_button.click()
