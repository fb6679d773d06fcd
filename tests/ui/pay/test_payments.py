"""补助发放 in the window: what is usual is suggested, what is wrong is refused, what was paid is summed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog

from models.core import journal
from models.core.dates import PartDate
from models.payments.payment import Payment
from models.people.identity import BankAccount
from ui.forms.record_dialog import RecordDialog
from ui.pay.dues.payment_form import PaymentForm
from ui.pay.payments import PaymentsPage, PaymentsTab

USER = "王芳"


@pytest.fixture
def payment(person):
    def make(someone=None, **facts):
        usual = {"month": PartDate(2020, 7), "item": "两参人员生活补助费", "amount": Decimal(650)}
        made = Payment(person=someone or person(), **{**usual, **facts})
        with journal.entry("登记发放", USER):
            made.save()
        return made

    return make


@pytest.fixture
def page(session, qtbot):
    def make(person=None):
        made = PaymentsTab(session, person) if person else PaymentsPage(session)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


@pytest.fixture
def filled(monkeypatch):
    """Let a function fill in the dialog that is opened."""

    def by(fill):
        def run(dialog):
            dialog.show()
            fill(dialog)
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(RecordDialog, "exec", run)

    return by


def test_the_list_says_how_many_and_how_much(page, payment, person):
    someone = person(name="张三")
    payment(someone)
    payment(someone, month=PartDate(2020, 8), amount=Decimal("0.05"))
    payment(person(name="李四"), month=PartDate(2019, 8))
    shown = page()
    QAbstractItemModelTester(shown.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert shown.sentence.text() == "共3笔，2人，合计1,300.05元"
    tab = page(someone)
    assert tab.sentence.text() == "共2笔，合计650.05元"
    assert [str(tab.rows.record(row).month) for row in range(2)] == ["2020-08", "2020-07"]


def test_the_filter_line_narrows_the_list(page, payment, qtbot):
    payment()
    payment(month=PartDate(2019, 8), item="临时补(救)助")
    shown = page()
    shown.line.choose("项目", "临时补(救)助")
    qtbot.waitUntil(lambda: shown.rows.rowCount() == 1)
    shown.line.choose("年度", "2020年")
    qtbot.waitUntil(lambda: shown.rows.rowCount() == 0)
    assert shown.sentence.text() == "共0笔，0人，合计0.00元"


def test_what_is_usual_for_the_person_is_filled_in(page, identity, filled):
    made = identity()
    with journal.entry("账户", USER):
        BankAccount(person=made.person, identity=made, account="62284800", holder="张三").save()
    shown = page(made.person)

    def fill(dialog):
        editors = dialog.form.editors
        today = date.today()
        assert editors["month"].value() == PartDate(today.year, today.month)
        assert editors["identity"].value() == made
        assert editors["item"].value() == "两参人员生活补助费"
        assert editors["account"].value() == "62284800"
        editors["amount"].setText("650")
        dialog.save()

    filled(fill)
    shown.add()
    kept = Payment.get()
    assert (kept.identity, kept.amount, kept.account) == (made, Decimal(650), "62284800")


def test_choosing_another_person_offers_that_person_s_identities(page, identity, person, filled):
    mine, other = identity(person(name="单雄信")), identity(person(name="李四"), kind="三属")
    shown = page()

    def choose(dialog, who):
        dialog.form.editors["person"].setText(who.number)
        dialog.form.editors["person"].textEdited.emit(who.number)
        dialog.form.editors["person"].settle()

    def fill(dialog):
        identities = dialog.form.editors["identity"]
        assert identities.offered() == []
        choose(dialog, mine.person)
        assert identities.offered() == [mine]
        choose(dialog, other.person)
        assert identities.offered() == [other]
        assert identities.value() == other
        dialog.form.editors["amount"].setText("2331.67")
        dialog.save()

    filled(fill)
    shown.add()
    kept = Payment.get()
    assert (kept.person, kept.identity) == (other.person, other)


def test_the_same_month_twice_is_doubted_while_it_is_typed(page, payment, filled):
    first = payment()
    shown = page(first.person)

    def fill(dialog):
        dialog.form.editors["month"].setText("2020年7月")
        dialog.form.editors["item"].set_value("两参人员生活补助费")
        dialog.form.editors["amount"].setText("650")
        assert "已登记过" in dialog.form.messages["item"].text()
        dialog.form.take_back()

    filled(fill)
    shown.add()
    assert Payment.select().count() == 1


def test_a_payment_of_nothing_is_refused_at_its_field(page, payment, filled):
    first = payment()
    shown = page()
    shown.table.selectRow(0)

    def fill(dialog):
        dialog.form.editors["amount"].setText("0")
        dialog.save()
        assert dialog.form.messages["amount"].text() == "金额应大于0"
        dialog.form.editors["amount"].setText("700.5")
        dialog.save()

    filled(fill)
    shown.change()
    assert Payment.get_by_id(first.id).amount == Decimal("700.5")


def test_deleting_names_the_payment(page, payment, boxes, session):
    payment()
    shown = page()
    shown.table.selectRow(0)
    boxes.answer = "删除"
    shown.delete()
    assert boxes[0].startswith("要删除2020年7月给张三的两参人员生活补助费650.00元吗？")
    assert Payment.select().count() == 0
    assert session.last_undoable().title == "删除发放：张三"


def test_the_selection_is_summed(page, payment, qtbot):
    payment()
    payment(amount=Decimal("0.05"))
    shown = page()
    said = []
    shown.table.selection_said.connect(said.append)
    shown.table.selectAll()
    qtbot.waitUntil(lambda: bool(said))
    assert said[-1] == "选中2行　合计：金额(元) 650.05"


def test_the_form_has_a_field_for_each_column_of_the_record(session, qtbot):
    form = PaymentForm()
    qtbot.addWidget(form)
    assert set(form.editors) == set(Payment.labels()) | {"person", "identity"}
