from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from models.core.jobs import finish
from models.people.person import Person
from models.printing import printings
from models.printing.planned_sheets import PlannedSheets
from models.printing.printings import PagesWanted, Printing, PrintState
from ui.jobs.saved_files import pages_of
from ui.print_ledger.page import PrintLedgerPage
from ui.print_records.recorded_papers import RecordedPaper
from ui.printing.preview import PreviewWindow
from ui.printing.print_jobs import Order, printed_order


@pytest.fixture
def printed(person, identity, tmp_path):
    """The files of two people, of which so many sheets were sent."""

    def make(sheets=None):
        people = [person(name=name) for name in ("张三", "李四")]
        for each in people:
            identity(each)
        order = Order(tuple(each.id for each in people))
        made = finish(printed_order(order, tmp_path / "档案.pdf"))
        pages = pages_of(made.file)
        paper = RecordedPaper(made.file, pages, made.matter(order, "一人一档　2人"))
        plan = PlannedSheets.of(range(1, pages + 1))
        record = paper.promise("一楼打印机", PagesWanted(1, pages), plan)
        for first, last in plan.batches(most=2):
            record.begin(first, last)
            if sheets is not None and last >= sheets:
                break
            record.sent()
        record.over()
        return record.printing

    return make


@pytest.fixture
def page(qtbot, session):
    def make():
        made = PrintLedgerPage(session)
        for rows in (made.rows, made.part_rows):
            QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
        qtbot.addWidget(made)
        made.show()
        return made

    yield make
    for window in list(PreviewWindow.shown):
        window.close()


def words(page):
    return [page.rows.text(0, column) for column in range(page.rows.columnCount())]


def test_a_printing_stands_in_the_ledger_with_what_was_promised_and_how_far_it_came(page, printed):
    made = printed(4)
    shown = page()
    said = words(shown)
    assert "一人一档　2人" in said
    assert "中断" in said
    assert "已送2张，到第4张不一定出来了" in said
    assert f"{made.sheets}张（{made.sheets}页，单面）" in said
    assert shown.broken.isVisible()
    assert [shown.part_rows.text(0, column) for column in (1, 2)] == ["张三", "封面"]


def test_what_was_printed_whole_is_not_called_broken_off(page, printed):
    printed()
    shown = page()
    assert "打完" in words(shown)
    assert not shown.broken.isVisible()
    assert not shown.give_up_button.isEnabled()


def test_a_single_persons_pages_are_printed_again(page, printed, monkeypatch, boxes):
    printed()
    shown = page()
    proposed = []
    monkeypatch.setattr(PreviewWindow, "print", lambda self: proposed.append(self.proposed))
    row = next(n for n in range(shown.part_rows.rowCount()) if shown.part_rows.text(n, 1) == "李四")
    shown.parts.selectRow(row)
    boxes.answer = "这个人的全部"
    shown.print_part()
    own = list(Printing.get().printout.parts)[row:]
    assert proposed == [PagesWanted(own[0].first, own[-1].last)]


def test_where_the_paper_was_let_go_it_is_made_again_of_todays_facts(qtbot, page, printed, archive):
    made = printed()
    (archive / "prints" / made.printout.uid).unlink()
    shown = page()
    assert not shown.go_on_button.isEnabled()
    shown.print_again()
    qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
    (window,) = PreviewWindow.shown
    assert "按今天的档案重新排版" in window.windowTitle()
    assert window.document.pageCount() == made.sheets


def test_whoever_is_gone_is_not_made_again(page, printed, archive, boxes, session):
    made = printed()
    (archive / "prints" / made.printout.uid).unlink()
    with session.entry("删除"):
        for someone in Person.select():
            for each in someone.identities:
                each.delete_instance()
            someone.delete_instance()
    page().print_again()
    assert "都已经不在档案库里" in boxes[0]


def test_the_rest_is_given_up_after_a_question(page, printed, boxes):
    printed(4)
    shown = page()
    boxes.answer = "不再打"
    shown.give_up()
    assert Printing.get().state == PrintState.GIVEN_UP
    assert printings.broken_off() == []
