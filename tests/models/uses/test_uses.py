"""Uses are told with the printings, by person, user and day; rows only come, and a changed one shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from peewee import IntegrityError

from models import proof
from models.core.record import db
from models.printing.named_people import NamedPeople, keep_named, named_in, tell_named
from models.printing.printings import saved_as
from models.printing.printouts import PaperMatter, PartOnPaper, PrintoutKind, keep_printout
from models.uses.uses import Use, UseDeed, note_use, readings_of, use_faults, uses_asked
from tests.conftest import USER


@pytest.fixture
def used(person):
    someone = person()
    note_use(UseDeed.READ, "一人一档", whose=someone.uid)
    note_use(UseDeed.SAVED, "在册人员名单", people=681, place="U盘/名单.xlsx")
    saved_as(keep_printout(b"%PDF", 1, PaperMatter("发放花名册", PrintoutKind.FILES, 3)), USER, "花名册.pdf")
    return someone


def test_what_was_read_saved_and_printed_stands_in_one_list(used):
    assert {(each.deed, each.title, each.user) for each in uses_asked()} == {
        ("查看档案", "一人一档", USER), ("存成文件", "在册人员名单，681人（未逐人登记）", USER), ("存成PDF", "发放花名册，3人（未逐人登记）", USER),
    }  # fmt: skip
    assert [each.deed for each in uses_asked([used.uid])] == ["查看档案"]
    assert uses_asked(user="李敏") == []
    assert uses_asked(last=date.today() - timedelta(days=1)) == []
    assert len(uses_asked(first=date.today(), last=date.today())) == 3


def test_a_pdf_of_several_files_is_one_act_and_stands_with_each_of_them(person):
    people = [person(name=name) for name in ("张三", "李四", "王五")]
    parts = tuple(
        PartOnPaper(each.uid, "", each.name, part, 2 * place + first, 2 * place + first, "版本", ())
        for place, each in enumerate(people)
        for first, part in enumerate(("封面", "优抚对象登记表"), start=1)
    )
    matter = PaperMatter("一人一档　3人", PrintoutKind.FILES, len(people), parts=parts)
    saved_as(keep_printout(b"%PDF", 6, matter), USER, "U盘/档案.pdf")
    (act,) = uses_asked()
    assert (act.deed, act.title, act.people, act.place) == ("存成PDF", "一人一档　3人", 3, "U盘/档案.pdf")
    assert [readings_of(each.uid) for each in people] == [[act]] * 3
    assert matter.whose == ""


def test_a_roster_stands_with_each_of_those_on_it_and_is_one_row_however_often_it_goes_out(person, tmp_path):
    people = [person(name=name) for name in ("张三", "李四", "王五")]
    file = tmp_path / "名单.xlsx"
    tell_named(file, [each.id for each in people[:2]])
    for _ in range(3):
        note_use(UseDeed.SAVED, "名单", place="U盘", named=named_in(file))
    saved_as(keep_printout(b"%PDF", 1, PaperMatter("发放花名册"), named_in(file)), USER, "花名册.pdf")
    assert NamedPeople.select().count() == 1
    for each in people[:2]:
        acts = sorted((act.deed, act.title, act.people) for act in readings_of(each.uid))
        assert acts == [("存成PDF", "发放花名册", 2), *[("存成文件", "名单", 2)] * 3]
    assert readings_of(people[2].uid) == []
    assert use_faults() == []
    db.execute_sql("DROP TRIGGER named_people_kept_update")
    db.execute_sql("UPDATE named_people SET packed = x'00'")
    assert use_faults() == ["第1份名册上的人被改动过"]


def test_a_roster_of_a_hundred_thousand_is_one_small_row(archive, tmp_path):
    tell_named(tmp_path, range(1, 100_001, 3))
    keep_named(named_in(tmp_path))
    (row,) = NamedPeople.select()
    assert row.count == 33_334
    assert len(row.packed) < 20_000


def test_a_use_is_neither_changed_nor_removed_and_a_gap_shows(used):
    for sql in ("UPDATE \"use\" SET user = 'x'", 'DELETE FROM "use"'):
        with pytest.raises(IntegrityError, match="只能添加"):
            db.execute_sql(sql)
    assert use_faults() == []
    db.execute_sql("DROP TRIGGER use_kept_delete")
    Use.delete().where(Use.id == 1).execute()
    assert "使用记录" in use_faults()[0]
    assert any("使用记录" in fault for fault in proof.check_archive())
