"""The tab 双拥台账: every register as a list with a form."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.ledger.activities import Activity
from models.ledger.publicity import Publicity
from models.people import attachments
from reports.ledger.registers import KINDS, LEDGER, kinds_of
from tests.conftest import USER
from tests.models.people.test_attachments import picture
from tests.ui.ledger.conftest import column
from ui.ledger.registers import RegisterForm
from ui.printing.preview import PreviewWindow


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.section)
def test_every_field_of_every_register_can_be_filled_in(session, qtbot, kind):
    form = RegisterForm(session, kind)
    qtbot.addWidget(form)
    hidden = {"source"} if kind.section == "百分百指标" else set()
    paid = {"money", "fund"} if kind.paid else set()
    assert set(form.editors) == set(kind.model.labels()) - hidden | paid
    shown = {part.key for part in kind.parts if part.words is None}
    assert shown <= set(kind.model.labels())


def test_a_row_is_registered_changed_and_deleted(page, dialogs, boxes, session):
    shown = page()

    def fill(dialog):
        assert dialog.form.editors["day"].value() == PartDate.of(date.today())
        dialog.save()
        assert dialog.form.messages["form"].text() == "请填写宣传形式"
        dialog.form.editors["form"].set_value("双拥宣传牌")
        dialog.form.editors["quantity"].setText("3")
        dialog.form.editors["unit"].setText("总寨镇")
        dialog.save()

    dialogs.fill = fill
    shown.add()
    assert dialogs == ["登记宣传"]
    assert shown.sentence.text() == "共1条，数量合计3"
    shown.table.selectRow(0)
    dialogs.fill = lambda dialog: (dialog.form.editors["quantity"].setText("5"), dialog.save())
    shown.change()
    assert Publicity.get().quantity == 5
    boxes.answer = "删除"
    shown.delete()
    assert Publicity.select().count() == 0
    session.undo(session.last_undoable().number)
    assert Publicity.get().quantity == 5


def test_the_list_is_narrowed_by_year_form_and_words(page, qtbot, save):
    day = PartDate(2020, 5, 1)
    save(
        Publicity(day=day, form="横幅", unit="总寨镇", quantity=1),
        Publicity(day=day, form="LED屏", unit="区人武部", quantity=2),
        Publicity(day=PartDate(2019, 5, 1), form="横幅", unit="区人武部", quantity=4),
    )
    shown = page()
    assert column(shown, "quantity") == ["4", "2", "1"]
    shown.line.choose("年度", "2020年")
    qtbot.waitUntil(lambda: column(shown, "quantity") == ["2", "1"])
    shown.line.choose("形式", "横幅")
    qtbot.waitUntil(lambda: column(shown, "quantity") == ["1"])
    shown.line.choose("年度", "")
    shown.line._words.setText("人武")
    qtbot.waitUntil(lambda: column(shown, "quantity") == ["4"])
    assert shown.new().day == PartDate.of(date.today())


def test_what_is_added_up_is_said(page, save):
    save(*(Activity(day=PartDate(2020, 7, n), theme="八一", people=60, books=n) for n in (1, 2)))
    assert page("活动").sentence.text() == "共2场，参加120人次，赠书3册，赠春联书画0幅"


def test_an_event_is_found_by_each_of_the_units_that_held_it(page, qtbot, save):
    day = PartDate(2020, 7, 1)
    save(
        Activity(day=day, theme="甲", organiser="区妇联，区应急管理局"),
        Activity(day=day, theme="乙", organiser="区妇联"),
    )
    shown = page("活动")
    assert shown.sentence.text().endswith("由2个单位组织")
    shown.line.choose("单位", "区应急管理局")
    qtbot.waitUntil(lambda: column(shown, "theme") == ["甲"])
    assert Activity.get(Activity.theme == "甲").organisers == ("区妇联", "区应急管理局")


def test_a_row_has_its_photos_counted(page, tmp_path, save):
    save(Activity(day=PartDate(2020, 7, 1), theme="八一"))
    with journal.entry("附", USER):
        attachments.attach_file(Activity.get(), picture(tmp_path))
    assert column(page("活动"), "attached") == ["1"]


def test_a_deleted_row_takes_its_photos_along(page, tmp_path, boxes, save):
    save(Activity(day=PartDate(2020, 7, 1), theme="八一"))
    with journal.entry("附", USER):
        attachments.attach_file(Activity.get(), picture(tmp_path))
    shown = page("活动")
    shown.table.selectAll()
    boxes.answer = "删除"
    shown.delete()
    assert attachments.Attachment.select().count() == 0


def has_pages(document, pages):
    return document.pageCount() == pages


def test_the_register_is_shown_in_the_preview(page, qtbot, save):
    save(Publicity(day=PartDate(2020, 5, 1), form="横幅", quantity=1))
    shown = page()
    for words, pages in (("双拥宣传登记表", 1), ("全年台账（全部登记表）", len(kinds_of(LEDGER)))):
        next(each for each in shown.prints.choices.actions() if each.text() == words).trigger()
        qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
        (window,) = PreviewWindow.shown
        document = window.document  # which grows page by page
        qtbot.waitUntil(partial(has_pages, document, pages))
        window.close()


def test_rows_without_people_have_no_file_to_open(page):
    assert [button.text() for button in page().buttons] == ["登记宣传(&N)", "修改", "删除", "附件"]
