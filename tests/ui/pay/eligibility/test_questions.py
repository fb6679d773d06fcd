"""资格核验 in the window: what is asked, the most money first; decided alone or together, and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QAbstractItemModelTester

from models.pay.dues import held_grants
from models.pay.eligibility.eligibility_decisions import EligibilityAnswer, EligibilityDecision
from models.pay.standards import months
from models.people.attachments import attachments_of
from models.people.identity import Identity
from reports.pay import eligibility_questions as prints
from tests.models.people.test_attachments import picture
from tests.ui.pay.dues.conftest import SICK
from tests.ui.pay.eligibility.conftest import told
from ui.forms.record_dialog import RecordDialog
from ui.pay.eligibility import questions
from ui.pay.eligibility.questions import QuestionsPage


@pytest.fixture
def dialogs(monkeypatch):
    """Fill in each dialog of a decision, and save it."""

    class Dialogs(list):
        fill = staticmethod(lambda form: None)

    shown = Dialogs()

    def run(dialog):
        shown.append(dialog)
        dialog.show()
        shown.fill(dialog.form)
        dialog.save()
        return dialog.result()

    monkeypatch.setattr(RecordDialog, "exec", run)
    return shown


def answer(words, **facts):
    def fill(form):
        form.answer.set_value(words)
        for name, value in {"reason": "已核实", **facts}.items():
            form.editors[name].set_value(value)

    return fill


def choose_all(page):
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(page.rows.rowCount()):
        page.table.selectionModel().select(page.rows.index(row, 0), flags)


def month_of(page, identity):
    person = Identity.get_by_id(identity.id).person
    held = held_grants.grants_of_person(person, page.month.month())
    return {each.claim.kind: each.condition for each in held}


def test_what_is_asked_is_listed_with_clause_and_money(page, doubted):
    doubted()
    page.refresh()
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert told(page, "name") == ["甲"]
    assert told(page, "words") == ["同时享受参战退役人员和带病回乡退役军人"]
    assert told(page, "money") == ["600.00"]
    assert told(page, "state") == ["未发放"]
    assert page.sentence.text() == "2019年9月：待核定1人，疑问1条；未发放1项，每月600.00元"


def test_nothing_asked_says_so(page):
    assert page.rows.rowCount() == 0
    assert page.sentence.text() == "2019年9月：待核定0人，疑问0条"


def test_the_most_money_stands_first_and_the_list_is_narrowed(page, doubted, person, granted, qtbot):
    doubted("甲", street="总寨镇")
    granted(someone=person(name="乙", street="清河街"), grade="一级", standing="在职")
    page.refresh()
    assert told(page, "name") == ["乙", "甲"]
    page.line.choose("街道", "总寨镇")
    qtbot.waitUntil(lambda: told(page, "name") == ["甲"])
    page.line.choose("街道", "")
    page.line.choose("事项", "伤残-在职")
    qtbot.waitUntil(lambda: told(page, "name") == ["乙"])


def test_going_on_is_decided_with_proof_and_scan_and_then_paid(page, doubted, dialogs, tmp_path, session):
    identity = doubted()
    page.refresh()
    scan = picture(tmp_path, "证明.jpg")

    def fill(form):
        assert "600.00元" in "".join(form.kept.itemText(n) for n in range(form.kept.count()))
        assert form.editors["clause"].value() == "两项生活补助能否并享，未见全国统一规定"
        answer("继续享受", proof="区政府批复")(form)
        form.scans.take([scan])

    dialogs.fill = fill
    page.table.setCurrentIndex(page.rows.index(0, 0))
    page.decide()
    (made,) = EligibilityDecision.select()
    assert (made.answer, made.proof, made.decided_by) == ("继续享受", "区政府批复", session.user)
    assert [each.file_name for each in attachments_of(made)] == ["证明.jpg"]
    assert month_of(page, identity)["带病回乡退役军人"] == "应发"
    page.refresh()
    assert page.rows.rowCount() == 0
    session.undo(session.last_undoable().number)
    page.refresh()
    assert told(page, "name") == ["甲"]


def test_of_two_the_chosen_one_is_paid(page, doubted, dialogs):
    identity = doubted()
    page.refresh()
    dialogs.fill = answer("就高享受", kept=Identity.get_by_id(identity.id))
    page.table.setCurrentIndex(page.rows.index(0, 0))
    page.decide()
    assert month_of(page, identity) == {"带病回乡退役军人": "应发", "参战退役人员": "不重复享受"}


def test_a_stop_says_from_which_month(page, doubted, dialogs):
    doubted()
    page.refresh()
    page.table.setCurrentIndex(page.rows.index(0, 0))
    dialogs.fill = answer("停发")
    page.decide()
    assert "请写明从哪个月起停发" in dialogs[0].form.messages["begins"].text()
    assert not EligibilityDecision.select().exists()


def test_the_questions_of_one_rule_are_decided_together_in_one_entry(page, doubted, dialogs, session):
    for name in ("甲", "乙", "丙"):
        doubted(name)
    page.refresh()
    dialogs.fill = answer("继续享受")
    choose_all(page)
    page.decide()
    assert len(dialogs) == 1
    assert [each.answer for each in EligibilityDecision.select()] == [EligibilityAnswer.GOES_ON] * 3
    assert session.last_undoable().title == "资格核定：3人 带病-参战"
    session.undo(session.last_undoable().number)
    assert not EligibilityDecision.select().exists()


def test_together_each_keeps_the_higher_of_his_own_two(page, dialogs, person, granted):
    made = []
    for name in ("甲", "乙"):
        someone = person(name=name)
        granted(someone=someone)
        made.append(granted(someone=someone, **SICK))
    page.refresh()
    choose_all(page)
    dialogs.fill = lambda form: answer("就高享受", kept=Identity.get_by_id(form.asked[0].higher))(form)
    page.decide()
    assert [month_of(page, each)["带病回乡退役军人"] for each in made] == ["不重复享受"] * 2
    assert [month_of(page, each)["伤残人员"] for each in made] == ["应发"] * 2


def test_together_nobody_keeps_the_higher_of_two_that_are_not_known(page, doubted, dialogs):
    for name in ("甲", "乙"):
        doubted(name)
    page.month.set_month(months.month(2026, 9))  # of which no standard is confirmed
    choose_all(page)
    dialogs.fill = answer("就高享受")
    page.decide()
    assert dialogs[0].form.messages["kept"].text() == "请选择享受哪一项"
    assert not EligibilityDecision.select().exists()


def test_nothing_chosen_is_told(page, monkeypatch):
    said = []
    monkeypatch.setattr(questions.messages, "tell", lambda _, words: said.append(words))
    page.decide()
    assert said == [questions.CHOOSE_FIRST]


def test_a_large_archive_is_looked_through_in_the_background(session, doubted, qtbot, monkeypatch):
    monkeypatch.setattr(questions, "AT_ONCE", 0)
    doubted()
    page = QuestionsPage(session)
    qtbot.addWidget(page)
    assert "正在查" in page.sentence.text()
    qtbot.waitUntil(lambda: not page.looking.busy)


def test_the_list_is_printed(page, doubted):
    doubted()
    page.refresh()
    register = prints.questions_register(page.rows.facts(), page.month.month())
    assert register.title == "2019年9月资格核验清单"
    assert register.rows[0][1] == "甲"
    assert "未见全国统一规定" in register.rows[0][6]
