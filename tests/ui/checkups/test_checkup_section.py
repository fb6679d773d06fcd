"""数据体检 in the window: a list is dropped in, what differs is listed by effort, a file opens, the papers are made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.checkups.check_items import CheckedBook
from models.core import journal
from models.core.dates import PartDate
from models.people.identity import Identity
from reports.checkups.checkup_registers import worklist_register
from tests.factories import workbook
from tests.ui.print_ledger.test_file_tab import put_on_paper
from ui.checkups.checkup_section import ASIDES, BY_KIND, NOT_CHECKED, CheckupSection
from ui.printing.print_jobs import Order

USER = "王芳"


@pytest.fixture
def section(qtbot, session, person, tmp_path):
    zhang, li = person(name="张三", phone="13900000001"), person(name="李四", phone="13900000002")
    with journal.entry("身份", USER):
        for each in (zhang, li):
            Identity(person=each, kind="参战退役人员", state="享受待遇", approved=PartDate(2013, 7, 1)).save()
    heading = ("姓名", "身份证号", "身份", "状态", "手机")
    rows = [
        ("张三", zhang.number, "参战退役人员", "享受待遇", ""),
        ("李四", li.number, "参战退役人员", "去世", "13900000002"),
    ]
    made = CheckupSection(session)
    made.list = workbook(tmp_path / "上级.xlsx", {"导出": [heading, *rows]})
    made.zhang = zhang
    qtbot.addWidget(made)
    made.show()
    return made


def check(qtbot, section):
    section.lists.take([section.list])
    section.check_button.click()
    qtbot.waitUntil(lambda: section.checkup is not None)


def test_nothing_is_shown_or_printed_before_it_was_checked(section):
    assert section.how_much() == NOT_CHECKED
    assert not section.prints.isEnabled()
    assert not section.filter.isEnabled()


def test_what_takes_least_stands_first_and_opens_its_file(qtbot, section):
    check(qtbot, section)
    told = [(row[0], row[1], row[2]) for row in section.grid.words.rows]
    assert told == [
        ("张三", "录入上级系统", "联系电话"),
        ("李四", "问本人或入户", "上级已按去世（参战退役人员）"),
    ]
    opened = []
    section.person_wanted.connect(opened.append)
    assert "上级系统：（空）（上级.xlsx 导出第2行，栏目“手机”）" in section.told.toPlainText()
    section.open_button.click()
    assert opened == [section.zhang.id]


def test_a_doubt_of_the_archives_own_names_no_other_book(qtbot, section):
    check(qtbot, section)
    doubt = replace(section.checkup.worklist[0], other=CheckedBook.ARCHIVE, there="", place=None)
    section.checkup.differences[:] = [doubt]
    del section.checkup.worklist  # asked anew
    register = worklist_register(section.checkup, practice=True)
    there = [each.words for each in register.headings].index("另一本账")
    assert register.rows[0][there] == ""


def test_tasks_are_found_by_effort_book_and_words(qtbot, section):
    check(qtbot, section)
    section.filter.words.setText("李四")
    assert [row[0] for row in section.grid.words.rows] == ["李四"]
    section.filter.words.clear()
    section.filter.wrong.setCurrentText("上级系统")
    assert [row[0] for row in section.grid.words.rows] == ["张三"]


def test_scores_and_what_was_not_compared_are_views_of_their_own(qtbot, section):
    check(qtbot, section)
    section.view.setCurrentText(BY_KIND)
    assert section.grid.words.rows == [("参战退役人员", "2", "0", "2", "94.4")]
    section.view.setCurrentText(ASIDES)
    assert ("名单上没有金额一栏，没有核对金额",) in section.grid.words.rows or (
        "档案库里没有发放登记，没有核对金额",
    ) in section.grid.words.rows


def test_what_was_printed_and_changed_since_is_to_be_printed_again(qtbot, section, session, tmp_path):
    put_on_paper(Order((section.zhang.id,), practice=True), tmp_path / "档案.pdf")
    with session.entry("修改张三的民族"):
        section.zhang.ethnic = "回族"
        section.zhang.save()
    check(qtbot, section)
    old = {each.about for each in section.tasks if each.item.key == "paper.printed_old"}
    assert "优抚对象登记表" in old
    assert "封面" not in old


def test_the_report_is_previewed(qtbot, section, monkeypatch):
    check(qtbot, section)
    shown = []
    monkeypatch.setattr(
        "ui.printing.print_button.PreviewWindow.open", lambda file, title, *_, **__: shown.append(title)
    )
    section.prints.choices.actions()[0].trigger()
    qtbot.waitUntil(lambda: shown == ["数据体检报告"])
