"""The tab 双拥台账: every register as a list with a form."""

from __future__ import annotations

from datetime import date

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.ledger.activities import Activity
from models.ledger.assessment import AssessmentItem
from models.ledger.honour_steps import HonourStep
from models.ledger.honours import Honour
from models.ledger.leading_groups import LeadingGroup
from models.ledger.memorials import Memorial, Patrol
from models.ledger.publicity import Publicity
from models.ledger.tasks import Task
from models.people import attachments
from reports.ledger import registers
from tests.conftest import USER
from tests.models.people.test_attachments import picture
from tests.ui.visit_plans.conftest import dialogs
from ui.ledger.details import HonourSteps, Patrols
from ui.ledger.registers import RegisterForm, RegisterPage
from ui.ledger.tab import AssessmentPage, GroupsPage, HonoursPage, LedgerPage, MemorialsPage, TasksPage
from ui.printing.preview import PreviewWindow

__all__ = ["dialogs"]


def save(*records):
    with journal.entry("登记", USER):
        for record in records:
            record.save()


@pytest.fixture
def page(session, qtbot):
    def make(kind=registers.PUBLICITY, made=RegisterPage):
        shown = made(session, kind) if made is RegisterPage else made(session)
        qtbot.addWidget(shown)
        shown.show()
        return shown

    return make


def column(page, name):
    place = [each.key for each in page.rows.columns].index(name)
    return [page.rows.text(row, place) for row in range(page.rows.rowCount())]


def test_every_register_has_a_section_and_opens_empty(session, qtbot):
    shown = LedgerPage(session)
    qtbot.addWidget(shown)
    shown.show()
    for kind in registers.KINDS:
        section = shown.show_section(kind.section)
        assert section.kind is kind
        assert "登记第一条" in section.table._empty


@pytest.mark.parametrize("kind", registers.KINDS, ids=lambda kind: kind.section)
def test_every_field_of_every_register_can_be_filled_in(session, qtbot, kind):
    form = RegisterForm(kind)
    qtbot.addWidget(form)
    hidden = {"source"} if kind is registers.RATES else set()
    assert set(form.editors) == set(kind.model.labels()) - hidden
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


def test_the_list_is_narrowed_by_year_form_and_words(page, qtbot):
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


def test_what_is_added_up_is_said(page):
    save(*(Activity(day=PartDate(2020, 7, n), theme="八一", people=60, books=n) for n in (1, 2)))
    assert page(registers.ACTIVITIES).sentence.text() == "共2场，参加120人次，赠书3册，赠春联书画0幅"


def test_a_row_has_its_photos_counted(page, tmp_path):
    save(Activity(day=PartDate(2020, 7, 1), theme="八一"))
    with journal.entry("附", USER):
        attachments.attach_file(Activity.get(), picture(tmp_path))
    assert column(page(registers.ACTIVITIES), "attached") == ["1"]


def test_a_deleted_row_takes_its_photos_along(page, tmp_path, boxes):
    save(Activity(day=PartDate(2020, 7, 1), theme="八一"))
    with journal.entry("附", USER):
        attachments.attach_file(Activity.get(), picture(tmp_path))
    shown = page(registers.ACTIVITIES)
    shown.table.selectAll()
    boxes.answer = "删除"
    shown.delete()
    assert attachments.Attachment.select().count() == 0


def test_the_register_is_shown_in_the_preview(page, qtbot):
    save(Publicity(day=PartDate(2020, 5, 1), form="横幅", quantity=1))
    shown = page()
    for words, pages in (("双拥宣传登记表", 1), ("全年台账（全部登记表）", len(registers.KINDS))):
        next(each for each in shown.prints.choices.actions() if each.text() == words).trigger()
        qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
        (window,) = PreviewWindow.shown
        assert window.document.pageCount() == pages
        window.close()


def test_a_memorial_has_its_patrols(page, dialogs, session, qtbot):
    save(Memorial(name="演练纪念碑"))
    shown = page(made=MemorialsPage)
    shown.table.selectRow(0)
    opened = []
    dialogs.fill = lambda dialog: opened.append(dialog.rows)
    shown.patrol()
    assert isinstance(opened[0], Patrols)
    patrols = Patrols(session, Memorial.get())
    qtbot.addWidget(patrols)

    def fill(dialog):
        dialog.form.editors["finding"].setText("碑文脱色")
        dialog.save()

    dialogs.fill = fill
    patrols.add()
    assert (Patrol.get().finding, Patrol.get().waiting) == ("碑文脱色", True)
    assert patrols.rows.text(0, 4) == "待整改"


def test_a_proposal_goes_on_stage_by_stage(page, dialogs, session, qtbot):
    save(Honour(year=2020, honour="最美退役军人", name="张三", stage="推荐"))
    shown = page(made=HonoursPage)
    steps = HonourSteps(session, Honour.get())
    qtbot.addWidget(steps)

    def fill(dialog):
        dialog.form.editors["stage"].set_value("初选")
        dialog.save()

    dialogs.fill = fill
    steps.add()
    assert HonourStep.get().stage == Honour.get().stage == "初选"
    assert column(shown, "stage") == ["初选"]


def test_members_change_and_the_old_ones_stay_on_record(page, dialogs, boxes):
    save(
        LeadingGroup(
            level="镇（街道）",
            unit="总寨镇",
            name="双拥工作领导小组",
            leader="李强",
            since=PartDate(2019, 3, 1),
        )
    )
    shown = page(made=GroupsPage)

    def fill(dialog):
        dialog.form.editors["leader"].setText("赵海林")
        dialog.form.editors["since"].setText("2020-5-8")
        dialog.save()

    dialogs.fill = fill
    shown.table.selectRow(0)
    shown.succeed()
    assert [(each.leader, str(each.until or "")) for each in LeadingGroup.select()] == [
        ("李强", "2020-05-08"),
        ("赵海林", ""),
    ]
    shown.table.selectRow(0)
    shown.succeed()
    assert "已经终止" in boxes[0]


def test_the_assessment_is_begun_from_the_standard(page, boxes):
    shown = page(made=AssessmentPage)
    shown.set_up()
    assert "考评表6项" in boxes[0]
    assert "未能核实" in boxes[0]
    assert AssessmentItem.select().count() == 6
    assert shown.sentence.text().startswith("共6项，分值7，自评得分0")


def test_the_tasks_say_how_far_they_are(page):
    save(
        Task(year=2020, unit="区人武部", words="甲", done=True, progress="好", full="2", score="1.5"),
        Task(year=2020, unit="总寨镇", words="乙", due=PartDate(2020, 9, 30), full="1"),
    )
    assert page(made=TasksPage).sentence.text() == "共2项：已完成1，进行中0，已超期1。分值3，得分1.5"


def test_rows_without_people_have_no_file_to_open(page):
    assert [button.text() for button in page().buttons] == ["登记宣传(&N)", "修改", "删除", "附件"]
