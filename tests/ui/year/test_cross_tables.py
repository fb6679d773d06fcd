"""交叉统计 in the window."""

from __future__ import annotations

from decimal import Decimal

from openpyxl import load_workbook

from models.core.dates import PartDate
from models.payments.payment import Payment
from models.year.cross_tables.cross_choices import COUNT_PEOPLE, CrossChoice
from models.year.cross_tables.cross_tables import CrossTable, cross_tables
from tests.ui.year.conftest import keep


def words(section, qtbot):
    qtbot.waitUntil(lambda: not section.counting.busy, timeout=10_000)
    return [list(row) for row in section.grid.words.rows]


def test_rows_columns_and_measure_are_chosen_and_a_cell_opens_its_rows(page, person, identity, rows, qtbot):
    someone = person(street="总寨镇")
    identity(someone, kind="三属")
    for month, yuan in ((1, "100.50"), (2, "0.07")):
        keep(Payment(person=someone, month=PartDate(2020, month), item="慰问金", amount=Decimal(yuan)))
    section = page("交叉统计")
    section.kind.set_value("补助发放")
    section.across.set_value("month.month")
    section.measure.set_value("amount")
    assert words(section, qtbot) == [
        ["合计", "100.50", "0.07", "100.57"], ["总寨镇", "100.50", "0.07", "100.57"],
    ]  # fmt: skip
    section.open_cell(1, 1)
    (window,) = rows
    assert window.sentence.text() == "共1条，1人，金额合计100.50元"
    section.swap()
    assert words(section, qtbot)[1:] == [["2020年 01月", "100.50", "100.50"], ["2020年 02月", "0.07", "0.07"]]


def test_a_table_is_kept_under_a_name_brought_back_and_undone(page, session, monkeypatch, qtbot):
    section = page("交叉统计")
    wanted = CrossChoice("走访慰问", "occasion", "", COUNT_PEOPLE, every_year=True)
    section.show_choice(wanted)
    monkeypatch.setattr("ui.pages.kept_choices.QInputDialog.getText", lambda *_, **__: ("各节点走访", True))
    section.kept.wanted.emit()
    section.show_choice(CrossChoice())
    kept = next(each for each in section.kept.choices.actions() if each.text() == "各节点走访")
    kept.trigger()
    words(section, qtbot)
    assert section.choice() == wanted
    assert section.sheet().title == "各节点走访"
    assert not section.every_year.isHidden()
    assert section.every_year.isChecked()
    assert session.last_undoable().title == "保存交叉统计表：各节点走访"


def test_a_table_whose_choice_is_gone_says_so_in_its_place(page, qtbot):
    section = page("交叉统计")
    keep(CrossTable(name="旧表", choice=CrossChoice(population="筛选：已删").text()))
    section.show_choice(cross_tables()[0].chosen)
    assert section.population.value() == "全部"  # what is there still
    section._choice = cross_tables()[0].chosen
    section.read()
    words(section, qtbot)
    assert "已经删除" in section.notes.text()
    assert not section.print_button.isEnabled()


def test_a_table_is_saved_as_a_workbook(page, place, qtbot, boxes, identity):
    identity()
    section = page("交叉统计")
    section.show_choice(CrossChoice(column="sex"))
    words(section, qtbot)
    section.save(False)
    out = place / "优抚对象交叉统计表.xlsx"
    qtbot.waitUntil(out.exists, timeout=10_000)
    qtbot.waitUntil(lambda: len(boxes) == 1, timeout=5_000)
    assert load_workbook(out).active["A3"].value == "所属街道(镇)＼性别"
