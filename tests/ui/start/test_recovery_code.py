"""The recovery code as it is shown once."""

from __future__ import annotations

from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel

from models.archive.recovery_code import new_code
from reports.recovery_sheet import RecoverySheet
from ui.start.recovery_code import RecoveryCode


@pytest.fixture
def shown(qtbot, tmp_path):
    folder = tmp_path / "档案库"
    folder.mkdir()
    sheet = RecoverySheet("退役军人事务局", "档案库", str(tmp_path), "王芳", date(2026, 11, 24), new_code())
    made = RecoveryCode(sheet, folder)
    qtbot.addWidget(made)
    made.show()
    return made


def save_as(monkeypatch, file):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))


def test_all_groups_are_shown_large(shown):
    large = [label.text() for label in shown.findChildren(QLabel) if label.property("look") == "figure"]
    assert large == shown.groups
    assert "-".join(large) == shown.sheet.code


def test_it_is_proven_by_the_group_asked_for_in_any_spelling(shown, qtbot):
    group = shown.groups[shown.asked]
    assert f"第{shown.asked + 1}组" in " ".join(label.text() for label in shown.findChildren(QLabel))
    assert not shown.proven()
    with qtbot.waitSignal(shown.changed):
        shown.typed.setText(f" {group.lower().replace('0', 'o').replace('1', 'l')} ")
    assert shown.proven()
    assert shown.verdict.text() == "对，已抄好"


def test_a_wrong_group_is_told_once_all_of_it_is_typed(shown):
    group = shown.groups[shown.asked]
    wrong = group[:4] + ("2" if group[4] != "2" else "3")
    shown.typed.setText(wrong[:4])
    assert shown.verdict.text() == ""
    shown.typed.setText(wrong)
    assert "不一样" in shown.verdict.text()
    assert not shown.proven()


def test_the_sheet_is_saved_where_the_officer_says(shown, monkeypatch, tmp_path):
    save_as(monkeypatch, tmp_path / "U盘.pdf")
    shown.save_button.click()
    assert len(PdfReader(tmp_path / "U盘.pdf").pages) == 1
    assert "打印以后请删掉" in shown.done_words.text()


def test_the_key_is_never_hung_on_the_lock(shown, monkeypatch, tmp_path, boxes):
    save_as(monkeypatch, tmp_path / "档案库" / "恢复码.pdf")
    shown.save()
    assert boxes == ["恢复码不能存在档案库自己的文件夹里，那等于把钥匙挂在锁上。请存到U盘"]
    assert list((tmp_path / "档案库").iterdir()) == []


def test_saving_nowhere_changes_nothing(shown, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    shown.save()
    assert shown.done_words.text() == ""


def test_the_printed_sheet_leaves_no_file_behind(shown, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", None)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "打印.pdf"))
    shown.send(printer)
    qtbot.waitUntil(lambda: "已送到打印机" in shown.done_words.text())
    assert len(PdfReader(tmp_path / "打印.pdf").pages) == 1
    assert list((tmp_path / "tmp").iterdir()) == []
