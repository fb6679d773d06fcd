"""The section of policy documents: what rests on each, confirmed at once, and packs made and received."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog

from models.pay.policy import policy_packs
from models.pay.standards.standards import Standard
from tests.models.pay.policy.conftest import TODAY
from ui.pay.policy.confirm_document import ConfirmDocumentDialog
from ui.pay.policy.documents import PolicyDocumentsPage
from ui.pay.policy.receive_pack import ReceiveDialog

OF_2025 = "退役军人部发〔2025〕42号"


@pytest.fixture
def page(session, qtbot):
    shown = PolicyDocumentsPage(session)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def go_to(page, name):
    row = next(n for n in range(page.rows.rowCount()) if page.rows.text(n, 0) == name)
    page.table.setCurrentIndex(page.rows.index(row, 0))


def test_each_document_stands_with_its_counts_and_its_rows_below(page):
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(page.below, QAbstractItemModelTester.FailureReportingMode.Fatal)
    go_to(page, OF_2025)
    row = page.table.currentIndex().row()
    assert [page.rows.text(row, n) for n in range(6)] == [OF_2025, "34", "0", "34", "29", "补助标准"]
    assert page.below.rowCount() == 34
    assert {page.below.text(n, 0) for n in range(34)} == {"未确认", "未确认（推算）"}
    assert "条未确认，不用于计算" in page.how_much()
    page.waiting_only.setChecked(True)
    assert "民发〔2017〕154号" not in {page.rows.text(n, 0) for n in range(page.rows.rowCount())}


def test_a_document_is_confirmed_with_what_it_prints_and_on_demand_with_what_was_derived(page, monkeypatch):
    def vouch(dialog):
        shown.append(dialog.rows.rowCount())
        dialog.with_derived.setChecked(whole)
        shown.append(dialog.rows.rowCount())
        dialog.document.set_value("青退役军人发〔2025〕9号" if whole else "")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(ConfirmDocumentDialog, "exec", vouch)
    shown = []
    go_to(page, OF_2025)
    whole = False
    page.confirm()
    assert shown == [5, 5]
    row = page.table.currentIndex().row()
    assert [page.rows.text(row, n) for n in (0, 2, 3)] == [OF_2025, "5", "29"]
    whole = True
    page.confirm()
    assert shown[2:] == [0, 29]
    assert Standard.select().where(Standard.document == "青退役军人发〔2025〕9号").count() == 29


def test_a_document_of_which_nothing_waits_says_so(page, boxes):
    go_to(page, "民发〔2017〕154号")
    assert not page.confirm_button.isEnabled()
    page.confirm()
    assert boxes[-1] == "这份文件的各条都已确认"
    go_to(page, "2005年起的国家标准（文号未查到）")
    page.confirm()
    assert "请先在“补助标准”里补上执行起始月份" in boxes[-1]


def test_a_pack_is_exported_and_received_and_what_is_new_is_taken_over(
    page, tmp_path, monkeypatch, boxes, session
):
    place = tmp_path / "政策包.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(place), ""))
    page.export()
    assert f"已保存到 {place}" in boxes[-1]
    assert "不含任何个人信息" in boxes[-1]
    gone = Standard.select().where(Standard.document == OF_2025)
    with session.entry("删除"):
        for each in gone:
            each.delete_instance()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(place), ""))
    told = []

    def take(dialog):
        told.append((dialog.told.text(), dialog.rows.rowCount(), dialog.take_button.text()))
        dialog.same_too.setChecked(True)
        told.append(dialog.rows.rowCount())
        dialog.take_usual()
        return dialog.result()

    monkeypatch.setattr(ReceiveDialog, "exec", take)
    page.receive()
    words, shown, button = told[0]
    assert "新34条" in words
    assert (shown, button) == (34, "接收新的和未确认的（34条）")
    assert told[1] > 700
    assert Standard.select().where(Standard.document == OF_2025, ~Standard.confirmed).count() == 34


def test_a_file_that_is_no_pack_is_refused_in_a_sentence(page, tmp_path, monkeypatch, boxes):
    place = tmp_path / "花名册.zip"
    place.write_text("不是")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(place), ""))
    page.receive()
    assert "不是本程序的政策包" in boxes[-1]


def test_what_the_office_has_confirmed_otherwise_is_taken_over_only_when_it_is_chosen(
    session, qtbot, tmp_path, archive
):
    place = tmp_path / "政策包.zip"
    policy_packs.write_policy_pack(place, "乙区退役军人事务局", TODAY)
    mine = Standard.get(Standard.begins == "2021-08", Standard.grade == "一级", Standard.nature == "因战")
    with session.entry("改"):
        mine.amount += 1
        mine.save()
    dialog = ReceiveDialog(session, policy_packs.read_policy_pack(place))
    qtbot.addWidget(dialog)
    assert not dialog.take_button.isEnabled()
    assert [dialog.rows.text(0, n) for n in (0, 4, 5)] == ["不同", "106670元/年", "106671元/年（已确认）"]
    dialog.table.selectRow(0)
    dialog.take_chosen()
    kept = Standard.get_by_id(mine.id)
    assert (kept.amount, kept.confirmed) == (106670, False)
