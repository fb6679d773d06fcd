"""An officer's year in the window: a policy pack, a month's pay with its questions, one death to the heirs' slip, next year's need.

Everything that he does can be taken back and done again; only money that left stays, and the program says how it is put right.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.deaths.heirs import Heir
from models.pay.eligibility.eligibility_decisions import EligibilityAnswer, EligibilityDecision
from models.pay.policy import policy_packs
from models.pay.runs import runs
from models.pay.runs.runs import PayRun
from models.pay.standards.standards import Standard
from models.payments.payment import Payment
from models.people.identity import BankAccount, Identity
from tests import factories
from tests.models.pay.conftest import granted, tell  # noqa: F401
from tests.ui.pay.runs.conftest import SICK, USER, returned, waited
from ui.main.main_window import MainWindow
from ui.main.pages import PAYMENTS, number_of
from ui.pay.policy.confirm_document import ConfirmDocumentDialog
from ui.pay.policy.receive_pack import ReceiveDialog
from ui.pay.runs.new_run import NewRunDialog
from ui.pay.runs.returns import ReturnDialog

REPORTS = number_of("ReportingPage")
TODAY = date.today()
MONTH = PartDate(TODAY.year, TODAY.month)
DOCUMENT = "州退役军人发〔2026〕1号"
GRADE = {"kind": "伤残人员", "category": "残疾军人", "grade": "一级", "nature": "因战"}
HEIR_ACCOUNT = factories.card_number(7)


@pytest.fixture
def people(person, granted):  # noqa: F811
    """甲 of the first grade; 乙, who has two rights at once, which is a question; each with an account."""
    first = granted("2013-07-04", person(name="甲"), **GRADE)
    second = granted("2013-07-04", person(name="乙"), **SICK)
    granted("2013-07-04", second.person, kind="参战退役人员", category="", grade="", nature="")
    with journal.entry("账户", USER):
        for number, identity in enumerate((first, second), start=1):
            holder = identity.person.name
            BankAccount(
                person=identity.person_id, account=factories.card_number(number), holder=holder
            ).save()
    return first, second


@pytest.fixture
def pack(archive, tmp_path):
    """Another office's pack with the standards of this month, which this office has not."""
    place = tmp_path / "政策包.zip"
    rows = [
        Standard(layer="国家", begins=MONTH, document=DOCUMENT, source=DOCUMENT, amount=Decimal(amount), **facts)
        for amount, facts in (
            (120000, GRADE | {"unit": "年"}), (1000, SICK | {"unit": "月"}), (1000, {"kind": "参战退役人员", "unit": "月"}),
        )
    ]  # fmt: skip
    with journal.entry("别的单位的标准", USER):
        for row in rows:
            row.save()
    policy_packs.write_policy_pack(place, "乙区退役军人事务局", TODAY)
    with journal.entry("不是本单位的", USER):
        for row in rows:
            row.delete_instance()
    return place


@pytest.fixture
def window(qtbot, session, people, pack):
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.desk.counting.busy)
    made.go_to(PAYMENTS)
    yield made
    made.close()


@pytest.fixture
def officer(window, qtbot, boxes, monkeypatch, filled, tmp_path, pack):
    return Officer(window, qtbot, boxes, monkeypatch, filled, tmp_path, pack)


class Officer:
    """What the officer does, page by page; dialogs are filled in as he would."""

    def __init__(self, window, qtbot, boxes, monkeypatch, filled, folder, pack):
        self.window, self.qtbot, self.boxes, self.filled, self.folder = window, qtbot, boxes, filled, folder
        self.replace = monkeypatch.setattr
        self.replace(QFileDialog, "getOpenFileName", lambda *a, **k: (str(pack), ""))
        self.replace(ReceiveDialog, "exec", lambda dialog: dialog.take_usual() or dialog.result())
        self.replace(ConfirmDocumentDialog, "exec", lambda dialog: dialog.accept() or dialog.result())
        self.replace(NewRunDialog, "exec", _this_month)

    def section(self, words):
        return self.window.page().show_section(words)

    def confirm_the_pack(self):
        page = self.section("政策文件")
        page.receive()
        row = next(n for n in range(page.rows.rowCount()) if page.rows.text(n, 0) == DOCUMENT)
        page.table.setCurrentIndex(page.rows.index(row, 0))
        page.confirm()

    def draw_up_and_answer(self):
        page = self.section("发放批次")
        page.acts.draw_up()
        self.qtbot.waitUntil(lambda: page.run() is not None)
        self.filled(
            lambda dialog: (
                dialog.form.answer.set_value(str(EligibilityAnswer.GOES_ON)),
                dialog.form.editors["reason"].set_value("已核实"),
            )
        )
        self.boxes.answer = "重新编制"
        page.acts.decide()
        self.qtbot.waitUntil(lambda: page.run().total == 12_000)

    def pay(self):
        """The run that is shown, from its check to the bank's answer."""
        page = self.section("发放批次")
        page.acts.go_on("复核")
        self.qtbot.waitUntil(lambda: page.run().state == "复核")
        self.boxes.answer = "审批"
        page.acts.go_on("审批")
        self.replace(QInputDialog, "getText", lambda *a, **k: (TODAY.isoformat(), True))
        page.acts.go_on("发放")
        file = returned(self.folder / f"{page.run().number}.csv", page.run())
        self.replace(QFileDialog, "getOpenFileName", lambda *a, **k: (str(file), ""))
        self.replace(ReturnDialog, "exec", lambda dialog: dialog.enter() or waited(self.qtbot, dialog))
        page.acts.go_on("回盘")
        self.qtbot.waitUntil(lambda: PayRun.get_by_id(page.run().id).state == "回盘")
        page.acts.go_on("结清")

    def register_death(self, identity):
        page = self.section("待遇")
        page.table.go_to(identity.id)
        self.filled(
            lambda dialog: [
                dialog.form.editors[name].set_value(PartDate.of(TODAY)) for name in ("since", "died_on")
            ]
        )
        page.act.change("去世")

    def follow_the_death(self):
        page = self.section("身后事")
        papers = dict.fromkeys(("application", "certificate", "kinship", "cards"), True)
        self._fill(page.change, cause="因病", **papers)
        self._fill(
            page.heirs.add, name="王秀兰", relation="配偶", number=factories.citizen_number(sex="女"),
            account=HEIR_ACCOUNT,
        )  # fmt: skip
        self.replace(QInputDialog, "getText", lambda *a, **k: (str(MONTH), True))
        self.section("发放批次").acts.pay_once()

    def slip_of_the_heir(self):
        """What is printed for the family, as words."""
        file = self.folder / "通知单.pdf"
        page = self.section("发放批次")
        page.lines.table.selectAll()
        finish(page.acts.prints._chosen_slips(file))
        return "".join(page.extract_text() for page in PdfReader(file).pages)

    def need_of_next_year(self):
        self.window.go_to(REPORTS)
        needs = self.section("资金预测")
        self.qtbot.waitUntil(lambda: needs.forecast is not None and not needs.counting.busy, timeout=10_000)
        self.window.go_to(PAYMENTS)
        return needs.how_much()

    def _fill(self, act, **values):
        self.filled(
            lambda dialog: [dialog.form.editors[name].set_value(value) for name, value in values.items()]
        )
        act()

    def turn(self, deed):
        """Ctrl+Z or Ctrl+Y, once; returns what was asked or told."""
        self.boxes.answer = "撤销" if deed == "undo" else ""
        before, told = journal.Entry.select().count(), len(self.boxes)
        getattr(self.window, deed)()
        self.qtbot.waitUntil(
            lambda: journal.Entry.select().count() > before or len(self.boxes) > told + (deed == "undo")
        )
        return "".join(self.boxes[told:])


def _this_month(dialog):
    dialog.first.set_value(str(MONTH))
    return QDialog.DialogCode.Accepted


def kept():
    """What the archive holds of all that the officer does."""
    records = (Standard, PayRun, EligibilityDecision, Identity, Heir, Payment)
    return {model.__name__: sorted(model.select().tuples(), key=repr) for model in records}


def test_a_pack_a_month_a_death_and_next_year_in_the_window_and_all_of_it_undone(officer, people):
    began, nothing_yet = journal.Entry.select().count(), kept()
    officer.confirm_the_pack()
    assert Standard.select().where(Standard.document == DOCUMENT, Standard.confirmed).count() == 3
    officer.draw_up_and_answer()
    acts, before_paying = journal.Entry.select().count() - began, kept()
    for _ in range(acts):
        officer.turn("undo")
    assert kept() == nothing_yet
    for _ in range(acts):
        officer.turn("redo")
    assert kept() == before_paying

    officer.pay()
    assert sorted(payment.amount for payment in Payment.select()) == [1000, 1000, 10000]
    paid, number = kept(), journal.Entry.select().count()
    officer.register_death(people[0])
    officer.follow_the_death()
    assert [str(line.amount) for line in runs.lines_of(PayRun.get(PayRun.kind == "一次性"))] == ["120000.00"]
    slip = officer.slip_of_the_heir()
    assert "王秀兰" in slip
    assert "120,000.00" in slip
    assert f"{TODAY.year + 1}年" in officer.need_of_next_year()
    for _ in range(journal.Entry.select().count() - number):
        officer.turn("undo")
    assert kept() == paid
    assert "已经结清，不能再改动" in officer.turn("undo")
