"""What is printed of a run."""

from __future__ import annotations

from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog

from models.core.jobs import finish


def test_what_is_printed_of_a_run_is_made(page, sent, tmp_path, monkeypatch, boxes, qtbot):
    page.refresh()
    offered = [action.text() for action in page.acts.prints.choices.actions() if action.text()]
    assert offered[:2] == ["发放花名册（签字、手印）", "发放花名册，分街道(镇)"]
    out = tmp_path / "花名册.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(out), ""))
    page.acts.prints.save_roster()
    qtbot.waitUntil(lambda: bool(boxes))
    assert out.exists()
    page.lines.table.selectRow(0)
    finish(page.acts.prints._chosen_slips(tmp_path / "通知单.pdf"))
    assert (tmp_path / "通知单.pdf").read_bytes().startswith(b"%PDF")
    listed = page.acts.prints._listed()()
    assert listed.rows[0][1] == "甲"


def test_the_journal_of_a_run_alone_is_a_workbook_in_two_clicks(
    page, sent, tmp_path, monkeypatch, boxes, qtbot
):
    """打印 and then 经过…（存为Excel）."""
    page.refresh()
    out = tmp_path / "经过.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(out), ""))
    offered = page.acts.prints.choices.actions()
    next(each for each in offered if each.text().startswith("经过") and "Excel" in each.text()).trigger()
    qtbot.waitUntil(lambda: bool(boxes))
    rows = list(load_workbook(out).active.iter_rows(min_row=4, values_only=True))
    deeds = [row[4] for row in rows if isinstance(row[0], int)]
    assert any("编制" in each for each in deeds)
    assert any("复核" in each for each in deeds)
    assert not any("登记" in each for each in deeds)
