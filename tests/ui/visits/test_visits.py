"""走访慰问 in the window: listed, filtered, added, changed, deleted; every action an entry that can be undone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog

from models.core import journal
from models.core.dates import PartDate
from models.core.journal import Entry
from models.people.outsiders import Outsider
from models.visits.visit import Visit
from ui.forms.record_dialog import RecordDialog
from ui.visits.visits import VisitForm

USER = "王芳"


@pytest.fixture
def dialogs(monkeypatch):
    """Fill in each dialog that is opened, instead of waiting for the officer."""

    class Dialogs(list):
        fill = staticmethod(lambda dialog: None)

    shown = Dialogs()

    def run(dialog):
        shown.append(dialog.windowTitle())
        dialog.show()
        shown.fill(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RecordDialog, "exec", run)
    return shown


def names(page):
    return [page.rows.record(row).person.name for row in range(page.rows.rowCount())]


def wait_for(qtbot, page, expected):
    qtbot.waitUntil(lambda: names(page) == expected)


def test_the_list_says_how_many_and_how_much(page, visit, person):
    someone = person(name="张三")
    visit(someone, money=Decimal("500.5"))
    visit(someone, day=PartDate(2020, 1, 20), gifts="大米", gift_value=Decimal(80))
    visit(person(name="李四"))
    shown = page()
    QAbstractItemModelTester(shown.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert names(shown) == ["李四", "张三", "张三"]
    assert shown.sentence.text() == "共3次，走访2人，慰问金500.50元，慰问品折价80.00元"


def test_the_filter_line_narrows_the_list(page, visit, person, qtbot):
    visit(person(name="单雄信"), day=PartDate(2019, 2, 1), occasion="春节", wishes="取暖")
    visit(person(name="李四"), wishes="取暖", done=True)
    shown = page()
    shown.line.tick("诉求待办")
    wait_for(qtbot, shown, ["单雄信"])
    shown.line.tick("诉求待办", False)
    wait_for(qtbot, shown, ["李四", "单雄信"])
    shown.line.choose("年度", "2019年")
    wait_for(qtbot, shown, ["单雄信"])
    shown.line.choose("节点", "八一")
    wait_for(qtbot, shown, [])
    shown.line.choose("年度", "")
    wait_for(qtbot, shown, ["李四"])
    shown.line.choose("节点", "")
    qtbot.keyClicks(shown.line._words, "sxx")
    wait_for(qtbot, shown, ["单雄信"])


def test_a_visit_is_added_for_the_person_of_the_file(page, person, dialogs):
    someone = person(name="张三")
    shown = page(someone)
    assert "name" not in [column.key for column in shown.rows.columns]

    def fill(dialog):
        form = dialog.form
        assert "person" not in form.editors
        assert form.editors["day"].value() == PartDate.of(date.today())
        assert form.editors["visitors"].value() == USER
        form.editors["money"].setText("500")
        form.editors["occasion"].set_value("八一")
        dialog.save()

    dialogs.fill = fill
    shown.add()
    kept = Visit.get()
    assert (kept.person_id, kept.money, kept.occasion) == (someone.id, Decimal(500), "八一")
    assert shown.rows.rowCount() == 1
    assert Entry.select().order_by(Entry.number.desc()).get().title == dialogs[-1] == "登记走访慰问：张三"


def test_in_the_page_the_person_is_chosen_by_a_few_letters(page, person, dialogs):
    person(name="李四")
    someone = person(name="单雄信")
    shown = page()

    def fill(dialog):
        box = dialog.form.editors["person"]
        dialog.save()
        assert dialog.form.messages["person"].text() == "请选择走访的优抚对象"
        box.setText("没有这人")
        box.textEdited.emit("没有这人")
        dialog.save()
        assert "选一位" in dialog.form.messages["person"].text()
        box.setText("sxx")
        box.textEdited.emit("sxx")
        box.offer()
        assert box.completer().model().stringList() == [f"单雄信　{someone.number}"]
        box.settle()
        dialog.save()

    dialogs.fill = fill
    shown.add()
    assert Visit.get().person_id == someone.id
    assert names(shown) == ["单雄信"]


def test_a_change_saves_only_what_was_changed_and_can_be_undone(page, visit, session, dialogs):
    made = visit(money=Decimal(100))
    shown = page()
    shown.table.selectRow(0)
    dialogs.fill = lambda dialog: (dialog.form.editors["money"].setText("200"), dialog.save())
    shown.change()
    assert dialogs == ["修改走访慰问：张三"]
    assert Visit.get().money == Decimal(200)
    entry = session.last_undoable()
    (change,) = journal.Change.select().where(journal.Change.entry == entry.number)
    assert change.fields() == ({"money": 10000}, {"money": 20000})
    session.undo(entry.number)
    assert Visit.get_by_id(made.id).money == Decimal(100)
    assert shown.rows.record(0).money == Decimal(100)


def test_a_wrong_value_stays_in_the_form_with_the_reason(page, visit, dialogs):
    visit()
    shown = page()
    shown.table.selectRow(0)

    def fill(dialog):
        dialog.form.editors["money"].setText("-5")
        dialog.save()
        assert "负数" in dialog.form.messages["money"].text()
        dialog.form.take_back()

    dialogs.fill = fill
    shown.change()
    assert Visit.get().money is None


def test_an_empty_list_says_what_to_do(page, visit, qtbot):
    shown = page()
    assert "登记第一次走访" in shown.table._empty
    visit()
    shown.refresh()
    shown.line._words.setText("没有这人")
    wait_for(qtbot, shown, [])
    assert "没有符合条件" in shown.table._empty


def test_the_form_has_a_field_for_each_column_of_the_record(session, qtbot):
    form = VisitForm()
    qtbot.addWidget(form)
    assert set(form.editors) == set(Visit.labels()) | {"person", "campaign"}


def test_a_unit_and_somebody_without_a_file_are_listed_and_changed_by_name(page, archive, dialogs):
    with journal.entry("登记", USER):
        other = Outsider(name="李某", street="总寨镇")
        other.save()
        Visit(outsider=other, day=PartDate(2020, 1, 1)).save()
        Visit(unit="驻区某部一分队", day=PartDate(2020, 2, 1)).save()
    shown = page()
    first, second = (shown.rows.record(row) for row in (0, 1))
    assert [first.whom, second.whom] == ["驻区某部一分队", "李某"]
    assert [shown.rows.index(row, 2).data() for row in (0, 1)] == ["", "总寨镇"]
    forms = [shown.form(each).editors for each in (first, second)]
    assert ["unit" in each for each in forms] == [True, False]
    assert not any("person" in each for each in forms)
    assert shown.named(second) == "2020年1月1日对李某的走访慰问记录"
