from __future__ import annotations

import pytest

from models.core.jobs import finish
from models.people.person import Person
from models.printing.planned_sheets import PlannedSheets
from models.printing.printings import PagesWanted
from reports.person.stamps import STAMPS
from ui.jobs.saved_files import pages_of
from ui.print_ledger.file_tab import NEVER, PAPER_IS_OLD, SAME, PrintedTab, part_standings
from ui.print_records.recorded_papers import RecordedPaper
from ui.printing.preview import PreviewWindow
from ui.printing.print_jobs import Order, printed_order


def put_on_paper(order, file):
    made = finish(printed_order(order, file))
    pages = pages_of(made.file)
    plan = PlannedSheets.of(range(1, pages + 1))
    paper = RecordedPaper(made.file, pages, made.matter(order, "一人一档"))
    record = paper.promise("一楼打印机", PagesWanted(1, pages), plan)
    record.begin(1, pages)
    record.sent()
    record.over()


@pytest.fixture
def someone(person, identity):
    made = person(name="张三")
    identity(made)
    return Person.get_by_id(made.id)


def standings(someone):
    return {each.part: each.standing for each in part_standings(someone, True)}


def test_a_file_that_was_printed_and_not_changed_since_needs_no_paper(someone, tmp_path):
    assert set(standings(someone).values()) == {NEVER}
    put_on_paper(Order((someone.id,), practice=True), tmp_path / "档案.pdf")
    assert set(standings(someone).values()) == {SAME}


def test_what_changed_since_is_told_part_by_part_and_printed_alone(qtbot, someone, session, tmp_path, shown):
    put_on_paper(Order((someone.id,), practice=True), tmp_path / "档案.pdf")
    with session.entry("修改张三的民族"):
        someone.ethnic = "回族"
        someone.save()
    told = standings(someone)
    assert told["优抚对象登记表"] == PAPER_IS_OLD
    assert told["封面"] == SAME
    tab = shown(PrintedTab(session, someone))
    assert "优抚对象登记表" in tab.note.text()
    tab.print()
    qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
    (window,) = PreviewWindow.shown
    changed = {part for part, standing in told.items() if standing == PAPER_IS_OLD}
    assert {part.part for part in window.paper.matter.parts} == changed
    window.close()
    put_on_paper(Order((someone.id,), practice=True, only_changed=True), tmp_path / "再.pdf")
    tab.refresh()
    assert not tab.print_button.isEnabled()


def test_a_file_that_was_printed_with_a_stamp_is_compared_with_its_stamp(someone, tmp_path):
    put_on_paper(Order((someone.id,), practice=True, stamp=next(iter(STAMPS))), tmp_path / "档案.pdf")
    assert set(standings(someone).values()) == {SAME}
