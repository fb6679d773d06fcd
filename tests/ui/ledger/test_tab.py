"""The tab 双拥台账, and what some registers can do besides."""

from __future__ import annotations

from models.core.dates import PartDate
from models.ledger.assessment import AssessmentItem
from models.ledger.leading_groups import LeadingGroup
from models.ledger.tasks import Task
from reports.ledger.registers import LEDGER, kinds_of
from ui.ledger.tab import AssessmentPage, GroupsPage, LedgerPage, TasksPage


def test_every_register_has_a_section_and_opens_empty(session, qtbot):
    shown = LedgerPage(session)
    qtbot.addWidget(shown)
    shown.show()
    for kind in kinds_of(LEDGER):
        section = shown.show_section(kind.section)
        assert section.kind is kind
        assert "登记第一条" in section.table._empty


def test_members_change_and_the_old_ones_stay_on_record(page, dialogs, boxes, save):
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
        ("李强", "2020-05-07"),
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


def test_the_tasks_say_how_far_they_are(page, save):
    save(
        Task(year=2020, unit="区人武部", words="甲", done=True, progress="好", full="2", score="1.5"),
        Task(year=2020, unit="总寨镇", words="乙", due=PartDate(2020, 9, 30), full="1"),
    )
    assert page(made=TasksPage).sentence.text() == "共2项：已完成1，进行中0，已超期1。分值3，得分1.5"
