"""What the first page counts, and that each line lists just those it counts."""

from __future__ import annotations

from datetime import date

from models import desk
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.filters.filters import NOT_RECORDED
from models.ledger.assistive_devices import AssistiveDevice
from models.practice import filling
from models.printing import printings, printouts
from models.printing.planned_sheets import PlannedSheets
from models.printing.printings import PagesWanted
from models.printing.printouts import PaperMatter

TODAY = date(2026, 8, 22)


def test_people_and_identities_are_two_questions(person, identity):
    someone = person(name="张三", street="总寨镇")
    identity(someone, kind="伤残人员", grade="六级", nature="因战")
    identity(someone, kind="参战退役人员", state="停发")
    identity(person(name="李四"), kind="参战退役人员")
    assert desk.totals()[1:3] == (2, 3)
    assert desk.receiving_tally()[1:3] == (2, 2)
    assert [tally[:3] for tally in desk.by_kind()] == [("伤残人员", 1, 1), ("参战退役人员", 2, 2)]
    assert [tally[:3] for tally in desk.by_street()] == [("总寨镇", 1, 2), (NOT_RECORDED, 1, 1)]


def test_every_count_lists_just_those_it_counts(archive):
    finish(filling.fill_archive(150, "王芳"))
    for tally in (desk.totals(), desk.receiving_tally(), *desk.by_kind(), *desk.by_street()):
        assert tally.people == tally.filter.query().count() == len({p.id for p in tally.filter.query()})
    lines = desk.todos(TODAY)
    assert len(lines) >= 2
    for line in lines:
        assert line.count == line.filter.query(TODAY).count() == len(list(line.filter.query(TODAY)))


def test_birthdays_that_change_an_entitlement_are_announced(person, identity):
    identity(person(name="甲", born=PartDate(2008, 9, 30)), kind="三属")
    identity(person(name="乙", born=PartDate(2004, 10, 1)), kind="三属")
    identity(person(name="丙", born=PartDate(1971, 8, 22)), kind="参战退役人员")
    identity(person(name="丁", born=PartDate(1966, 11, 20)), kind="农村籍退役士兵", state="受理")
    identity(person(name="戊", born=PartDate(1966, 11, 21)), kind="农村籍退役士兵", state="受理")
    lines = {line.title: [p.name for p in line.filter.query(TODAY)] for line in desk.todos(TODAY)}
    assert lines["三属90天内年满18周岁"] == ["甲"]
    assert lines["三属90天内年满22周岁"] == ["乙"]
    assert lines["退役军人90天内年满55周岁"] == ["丙"]
    assert lines["退役军人90天内年满60周岁"] == ["丁"]


def test_an_empty_archive_has_nothing_to_do(archive):
    assert desk.todos() == []
    assert desk.totals().people == 0


def test_a_certificate_that_runs_out_is_announced_ninety_days_before(identity):
    today = date(2020, 6, 1)
    for name, expires, state in (
        ("已过期", PartDate(2020, 5, 31), "享受待遇"),
        ("快到期", PartDate(2020, 8, 30), "享受待遇"),
        ("还早", PartDate(2020, 8, 31), "享受待遇"),
        ("长期", None, "享受待遇"),
        ("已取消", PartDate(2020, 5, 31), "取消"),
    ):
        identity(kind="伤残人员", grade="七级", nature="因战", expires=expires, state=state, notes=name)
    (line,) = [todo for todo in desk.todos(today) if "证件" in todo.title]
    listed = {person.identities.get().notes for person in line.filter.query(today)}
    assert listed == {"已过期", "快到期"}
    assert line.count == 2


def test_people_without_a_state_are_counted(person, identity):
    identity(person(name="甲"), kind="参战退役人员", state="")
    identity(person(name="乙"), kind="参战退役人员")
    (line,) = [line for line in desk.todos(TODAY) if "待核定" in line.title]
    assert (line.count, line.filter.sentence()) == (1, "未登记优抚对象状态")
    assert [each.name for each in line.filter.query(TODAY)] == ["甲"]


def test_a_device_that_has_nearly_served_its_time_is_announced(person):
    someone = person()
    with journal.entry("辅助器具", "王芳"):
        AssistiveDevice(person=someone, kind="轮椅", day=PartDate(2021, 11, 20), years=5).save()
    (line,) = [each for each in desk.todos(TODAY) if "辅助器具" in each.title]
    assert (line.title, [each.id for each in line.filter.query()]) == (
        "辅助器具90天内到使用年限或已超期",
        [someone.id],
    )
    assert not [each for each in desk.todos(date(2026, 8, 21)) if "辅助器具" in each.title]


def test_a_print_that_was_broken_off_is_something_to_do(archive):
    printout = printouts.keep_printout(b"%PDF", 3, PaperMatter("一人一档"))
    wanted = PagesWanted(1, 3)
    printings.begin_printing(printout, "王芳", "一楼打印机", wanted, PlannedSheets.of(wanted.numbers()))
    line = next(each for each in desk.todos() if each.title.startswith("打印中断"))
    assert (line.count, line.counted, line.section) == (1, "次", desk.PRINT_LEDGER_SECTION)
