"""The section of rates: one office enters a rise that no program knows, another takes it over, derives the grid and types it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from peewee import fn
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog

from models.core import journal
from models.core.dates import PartDate
from models.pay.policy import policy_packs
from models.pay.standards import months
from models.pay.standards.rise_rates import RiseRate
from models.pay.standards.standards import Standard, copy_year
from models.undo import undo
from tests.conftest import USER
from tests.models.pay.policy.conftest import TODAY
from ui.pay.policy.confirm_document import ConfirmDocumentDialog
from ui.pay.policy.documents import PolicyDocumentsPage
from ui.pay.policy.receive_pack import ReceiveDialog
from ui.pay.policy.rise_rates import RiseRatesPage
from ui.pay.standards.grid_rows import NEW
from ui.pay.standards.new_standards import NewGridDialog

BEGINS, PAPER = PartDate(2026, 8), "退役军人部发〔2026〕30号"


@pytest.fixture
def page(session, qtbot):
    shown = RiseRatesPage(session)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def enter(page, dialogs):
    """Enter a rate in the form, as an officer does."""

    def run(**facts):
        def fill(dialog):
            for name, value in facts.items():
                dialog.form.editors[name].set_value(value)
            dialog.save()

        dialogs.fill = fill
        page.add()

    return run


def grid(session, qtbot):
    if not Standard.select().where(Standard.begins == "2026-08").exists():
        copy_year(BEGINS, USER)
    shown = NewGridDialog(session, months.month_of(BEGINS))
    qtbot.addWidget(shown)
    return shown


def row_of(dialog, *words):
    return next(n for n, pair in enumerate(dialog.rows.facts()) if all(w in pair.newer.whom() for w in words))


def test_a_rate_is_entered_and_what_the_program_knows_is_told(page, enter):
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert "2010年10月至2025年8月历次提标的幅度程序里已有" in page.sentence.text()
    enter(begins=BEGINS, percent=Decimal(4), document=PAPER, group="甲")
    assert [page.rows.text(0, n) for n in range(5)] == [
        "未确认", "2026-08", "甲组（因战一至六级、烈士遗属、在乡退伍红军老战士）", "提高4%，取12的倍数", PAPER,
    ]  # fmt: skip
    assert page.how_much().startswith("列出1条，共1条提标幅度；其中1条未确认，不用于推算和核对")


def test_a_rise_of_another_office_is_taken_over_confirmed_derived_and_checked(
    enter, session, qtbot, tmp_path, monkeypatch, boxes
):
    for group, percent in (("甲", 4), ("乙", 3), ("丙", 2)):
        enter(begins=BEGINS, group=group, percent=Decimal(percent), document=PAPER)
    place = tmp_path / "政策包.zip"
    policy_packs.write_policy_pack(place, "甲区退役军人事务局", TODAY)
    with session.entry("删除提标幅度"):  # from here on the archive is the other office's
        for each in RiseRate.select():
            each.delete_instance()

    documents = PolicyDocumentsPage(session)
    qtbot.addWidget(documents)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(place), ""))
    received = []

    def take(dialog):
        received.extend(dialog.rows.text(row, 2) for row in range(dialog.rows.rowCount()))
        dialog.take_usual()
        return dialog.result()

    monkeypatch.setattr(ReceiveDialog, "exec", take)
    documents.receive()
    assert len(received) == RiseRate.select().where(~RiseRate.confirmed).count() == 3

    dialog = grid(session, qtbot)
    dialog.derive()
    assert "2026年8月的提标幅度还不知道" in boxes[-1]  # nobody has confirmed it yet
    monkeypatch.setattr(ConfirmDocumentDialog, "exec", lambda dialog: dialog.accept())
    documents.refresh()
    names = [documents.rows.text(n, 0) for n in range(documents.rows.rowCount())]
    documents.table.setCurrentIndex(documents.rows.index(names.index(PAPER), 0))
    documents.confirm()
    assert all(each.confirmed for each in RiseRate.select())

    dialog.derive()
    row = row_of(dialog, "一级", "因战")
    made = Standard.get_by_id(dialog.rows.facts()[row].newer.id)
    old = dialog.rows.facts()[row].older.amount
    assert made.amount == (old * 104 / 100 / 12).quantize(Decimal(1)) * 12
    assert (made.confirmed, made.derived_by.endswith("提高4%，取12的倍数推算")) == (False, True)
    dialog.rows.put(row, str(made.amount + 12))
    assert dialog.rows.misfits() == 1
    assert f"应为{made.amount.normalize():f}元" in dialog.rows.text(row, 7)
    dialog.rows.put(row, str(made.amount))
    assert dialog.rows.misfits() == 0
    assert dialog.rows.text(row, NEW) == f"{made.amount:,}"


def test_what_was_taken_over_goes_with_one_undo(enter, session, tmp_path, page):
    enter(begins=BEGINS, percent=Decimal(4), document=PAPER)
    place = tmp_path / "政策包.zip"
    policy_packs.write_policy_pack(place, "甲区退役军人事务局", TODAY)
    with session.entry("删除提标幅度"):
        RiseRate.get().delete_instance()
    dialog = ReceiveDialog(session, policy_packs.read_policy_pack(place))
    dialog.take_usual()
    assert RiseRate.select().count() == 1
    undo.undo(journal.Entry.select(fn.MAX(journal.Entry.number)).scalar(), USER)
    assert RiseRate.select().count() == 0
