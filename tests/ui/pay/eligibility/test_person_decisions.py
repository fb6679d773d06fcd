"""What is asked and was decided of one person, in the tab 待遇发放 of the file."""

from __future__ import annotations

import pytest

from models.pay.dues import open_questions
from models.pay.eligibility.eligibility_decisions import EligibilityAnswer, EligibilityDecision
from models.pay.standards import months
from models.people.identity import Identity
from ui.forms.record_dialog import RecordDialog
from ui.pay.payments import PaymentsTab

MONTH = months.month(2019, 9)


@pytest.fixture
def tab(session, qtbot):
    def make(person):
        made = PaymentsTab(session, person)
        qtbot.addWidget(made)
        made.show()
        made.grants.month.set_month(MONTH)
        return made

    return make


@pytest.fixture
def goes_on(monkeypatch):
    """The officer says that it goes on until the year's end."""

    def run(dialog):
        dialog.show()
        form = dialog.form
        form.answer.set_value("继续享受")
        form.editors["reason"].set_value("已核实")
        form.editors["ends"].setText("2019-12")
        dialog.save()
        return dialog.result()

    monkeypatch.setattr(RecordDialog, "exec", run)


def person_of(identity):
    return Identity.get_by_id(identity.id).person


def test_the_card_says_what_is_asked_and_that_nothing_is_paid(tab, doubted):
    shown = tab(person_of(doubted()))
    first, second = shown.grants.cards
    assert first.asked.isHidden() != second.asked.isHidden()
    held = first if second.asked.isHidden() else second
    assert held.asked.text().startswith("待核定，未发放：同时享受")
    assert held.amount.text() == "2019年9月：没有核定，不发；核定继续享受的，应发 600.00元"
    assert shown.decisions.isHidden()


def test_what_is_decided_from_the_card_is_listed_below_and_can_be_taken_back(tab, doubted, goes_on):
    shown = tab(person_of(doubted()))
    held = next(card for card in shown.grants.cards if not card.asked.isHidden())
    held.decide_button.click()
    assert all(card.asked.isHidden() for card in shown.grants.cards)
    assert shown.decisions.isVisible()
    cells = [shown.decisions.rows.text(0, n) for n in range(len(shown.decisions.rows.columns))]
    assert cells[1:5] == ["带病回乡退役军人", "带病-参战", "继续享受", "至2019年12月"]
    shown.decisions.take_back()
    assert not EligibilityDecision.select().exists()
    assert shown.decisions.isHidden()


def test_what_is_answered_until_a_month_is_asked_again_after_it(tab, doubted, goes_on):
    shown = tab(person_of(doubted()))
    next(card for card in shown.grants.cards if not card.asked.isHidden()).decide_button.click()
    shown.grants.month.set_month(MONTH + 4)
    assert any(not card.asked.isHidden() for card in shown.grants.cards)


def test_what_goes_on_meanwhile_is_paid_and_says_that_it_is_asked(tab, doubted, session, boxes):
    identity = doubted()
    (asked,) = open_questions.questions_of({identity.id}, MONTH)
    carried = asked.proposed()
    carried.answer = EligibilityAnswer.CARRIED
    with session.entry("升级"):
        carried.save()
    shown = tab(person_of(identity))
    card = next(card for card in shown.grants.cards if not card.asked.isHidden())
    assert card.asked.text().startswith("在发，请核定：")
    assert card.amount.text() == "2019年9月应发 600.00元"
    shown.decisions.take_back()
    assert "请直接核定" in boxes[-1]
    assert EligibilityDecision.select().exists()
