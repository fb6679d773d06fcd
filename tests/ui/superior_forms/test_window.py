from __future__ import annotations

from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog

from models.uses.uses import uses_asked
from tests.ui.imports.conftest import choose
from ui.superior_forms import window as filling_window
from ui.superior_forms.window import DONE_PAGE, MAP_PAGE


def fill(qtbot, window, monkeypatch, out):
    monkeypatch.setattr(filling_window, "ask_place", lambda *_: out)
    window.fill_button.click()
    qtbot.waitUntil(lambda: window.pages.currentIndex() == DONE_PAGE)


def test_a_form_is_shown_with_two_people_before_anything_is_written(looked_through):
    table = looked_through.mapping
    assert [table.item(row, 1).text() for row in range(5)] == [
        "序号",
        "姓名",
        "身份证号",
        "联系电话",
        "卡内编号",
    ]
    assert [table.item(1, at).text() for at in (3, 4)] == ["马0", "马1"]
    assert "1栏要您指明" in looked_through.about.text()


def test_what_an_officer_says_of_a_heading_is_shown_filled_and_remembered(
    qtbot, looked_through, session, form, monkeypatch, tmp_path
):
    choose(looked_through.mapping.cellWidget(4, 2), "优待证号")
    assert looked_through.mapping.item(4, 3).text() == "青优000000"
    out = tmp_path / "已填.xlsx"
    fill(qtbot, looked_through, monkeypatch, out)
    assert [row[4] for row in load_workbook(out).worksheets[0].iter_rows(min_row=3, values_only=True)] == [
        "青优000000", "青优000001", "青优000002",
    ]  # fmt: skip
    assert session.last_undoable().title == "记住上级表格的填法：市局.xlsx"
    looked_through.read(form)
    qtbot.waitUntil(lambda: looked_through.pages.currentIndex() == MAP_PAGE)
    assert "各栏都认出来了" in looked_through.about.text()


def test_what_was_left_is_listed_and_saved(qtbot, looked_through, monkeypatch, tmp_path, boxes):
    out, listed = tmp_path / "已填.xlsx", tmp_path / "未填清单.xlsx"
    fill(qtbot, looked_through, monkeypatch, out)
    assert "填了3人" in looked_through.outcome.text()
    assert [(each.title, each.people, each.place) for each in uses_asked()] == [("已填", 3, str(out))]
    left = looked_through.left
    rows = [[left.item(row, at).text() for at in range(4)] for row in range(left.rowCount())]
    assert [row[0] for row in rows] == ["整栏", "马0"]
    assert rows[1][2:] == ["联系电话", "档案中没有登记联系电话"]
    monkeypatch.setattr(filling_window, "ask_place", lambda *_: listed)
    looked_through.keep_left.click()
    qtbot.waitUntil(lambda: bool(boxes))
    assert "个人信息" in boxes[0]
    said = [cell.value for row in load_workbook(listed).worksheets[0].iter_rows() for cell in row]
    assert "档案中没有登记联系电话" in said


def test_only_those_selected_are_filled_when_that_is_chosen(qtbot, looked_through, monkeypatch, tmp_path):
    looked_through.who.chosen.click()
    fill(qtbot, looked_through, monkeypatch, tmp_path / "已填.xlsx")
    assert "填了1人" in looked_through.outcome.text()


def test_a_file_that_is_no_form_is_refused_in_plain_words(qtbot, filling, tmp_path, boxes):
    file = tmp_path / "说明.xlsx"
    from tests.factories import workbook

    workbook(file, {"说明": [["请按时报送"]]})
    filling.read(file)
    qtbot.waitUntil(lambda: bool(boxes))
    assert "没有认出要填的表" in boxes[0]


def test_a_page_about_one_person_asks_for_a_folder(qtbot, filling, tmp_path, monkeypatch):
    from tests.factories import workbook

    file = workbook(
        tmp_path / "登记表.xlsx", {"表": [["姓名", "", "性别", ""], ["身份证号", "", "联系电话", ""]]}
    )
    filling.read(file)
    qtbot.waitUntil(lambda: filling.pages.currentIndex() == MAP_PAGE)
    folder = tmp_path / "送"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    filling.fill_button.click()
    qtbot.waitUntil(lambda: filling.pages.currentIndex() == DONE_PAGE)
    assert "3个文件" in filling.outcome.text()
    assert len(list(folder.rglob("*.xlsx"))) == 3


def test_a_form_of_one_kind_is_for_that_kind_unless_the_officer_says_otherwise(
    qtbot, filling, identity, tmp_path, monkeypatch
):
    from models.people.person import Person
    from tests.factories import workbook

    identity(Person.get(Person.name == "马1"), kind="参战退役人员")
    file = workbook(tmp_path / "慰问.xlsx", {"表": [["参战退役人员慰问名单"], ["序号", "姓名", "身份证号"]]})
    filling.read(file)
    qtbot.waitUntil(lambda: filling.pages.currentIndex() == MAP_PAGE)
    assert filling.who.own_kind.text() == "只填身份是参战退役人员的（表名写明）"
    assert filling.mapping.item(1, 3).text() == "马1"
    filling.who.own_kind.click()
    fill(qtbot, filling, monkeypatch, tmp_path / "已填.xlsx")
    assert "填了3人" in filling.outcome.text()
