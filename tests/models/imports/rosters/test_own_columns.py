"""A roster's column under the name of a field of the office's own is read into it."""

from __future__ import annotations

import pytest

from models.core import journal
from models.imports.rosters.own_columns import likely_field
from models.own_fields.own_values import OwnValue, keep_own, said_of
from models.people.person import Person, Remark
from models.undo.undo import undo
from tests.factories import HEADING, combatant, roster

USER = "王芳"


def told(plan):
    return [remark.words for sheet in plan.sheets for remark in sheet.findings]


@pytest.fixture
def fields(define):
    return [
        define("兵种", "文字"), define("入会日期", "日期"), define("子女人数", "整数"), define("互助金", "金额"),
        define("是否志愿者", "是/否"), define("联络等次", "选项", choices="优、良、差", secret=True),
    ]  # fmt: skip


def with_own(fields, *cells, name="张三"):
    return [*combatant(name), *cells], [*HEADING, *(field.name for field in fields)]


def said():
    return list(said_of([Person.get().id])[Person.get().id].values())


def test_each_column_is_read_by_its_type_and_undone_with_the_import(take_in, tmp_path, fields):
    row, heading = with_own(fields, "高炮", "2001年3月", "2人", "1,234.5元", "√", "良")
    plan = take_in(roster(tmp_path / "r.xlsx", row, heading=heading))
    assert said() == ["高炮", "2001-03", "2", "1234.50", "是", "良"]
    assert Remark.select().count() == 0
    assert told(plan) == []
    assert OwnValue.get(OwnValue.field == fields[5]).secret_words == "良"
    undo(journal.last_number(), USER)
    assert OwnValue.select().count() == 0


def test_a_whole_number_is_read_to_as_many_digits_as_the_form_takes(take_in, tmp_path, fields):
    for number, name in ((123456789012, "张三"), ("1234567890", "李四")):
        row, heading = with_own(fields[2:3], number, name=name)
        assert told(take_in(roster(tmp_path / f"{name}.xlsx", row, heading=heading))) == []
    assert [each.words for each in OwnValue.select().order_by(OwnValue.id)] == ["123456789012", "1234567890"]
    assert Remark.select().count() == 0


def test_what_does_not_fit_its_type_is_told_and_kept_as_a_note(take_in, tmp_path, fields):
    row, heading = with_own(fields, "高炮", "前年", "若干", "", "", "中")
    plan = take_in(roster(tmp_path / "r.xlsx", row, heading=heading))
    assert said() == ["高炮"]
    assert {note.label: note.words for note in Remark.select()} == {
        "入会日期": "前年",
        "子女人数": "若干",
        "联络等次": "中",
    }
    assert len(told(plan)) == 3


def test_a_second_list_says_what_it_changes_and_the_same_list_changes_nothing(take_in, tmp_path, fields):
    row, heading = with_own(fields[:1], "高炮")
    take_in(roster(tmp_path / "r.xlsx", row, heading=heading))
    entries = journal.last_number()
    take_in(roster(tmp_path / "r.xlsx", row, heading=heading))
    assert journal.last_number() == entries
    row[-1] = "步兵"
    plan = take_in(roster(tmp_path / "r.xlsx", row, heading=heading))
    assert told(plan) == ["兵种由“高炮”改为“步兵”"]
    assert said() == ["步兵"]


def test_what_an_officer_typed_after_the_list_was_made_stays_until_he_decides(take_in, tmp_path, fields):
    row, heading = with_own(fields[:1], "高炮")
    file = roster(tmp_path / "r.xlsx", row, heading=heading)
    take_in(file)
    with journal.entry("修改基本信息：张三", USER):
        keep_own(Person.get().id, {fields[0].key: "通信兵"})
    plan = take_in(roster(tmp_path / "截至2020年1月名册.xlsx", row, heading=heading))
    proposal = plan.proposals[0]
    assert (proposal.label, proposal.here, proposal.there) == ("兵种", "通信兵", "高炮")
    assert said() == ["通信兵"]


def test_a_retired_field_reads_no_column(take_in, tmp_path, fields):
    with journal.entry("停用", USER):
        fields[0].retired = True
        fields[0].save()
    row, heading = with_own(fields[:1], "高炮")
    take_in(roster(tmp_path / "r.xlsx", row, heading=heading))
    assert said() == []
    assert [note.words for note in Remark.select()] == ["高炮"]


@pytest.mark.parametrize(
    ("samples", "type"),
    [
        (("高炮", "步兵"), "文字"),
        (("2", "3人"), "整数"),
        (("2001.3", "2002年"), "日期"),
        (("100.5", "1,000元"), "金额"),
        (("是", "否"), "是/否"),
        ((), "文字"),
        (["13812345678", "8612345678"], "文字"),  # telephones
    ],
)
def test_a_column_without_a_field_suggests_one_of_the_type_of_its_values(samples, type):
    field = likely_field("* 帮扶 情况：", samples)
    assert (field.name, field.type) == ("帮扶情况", type)
