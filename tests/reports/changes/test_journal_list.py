"""The journal as a list: by person, day, user and kind, each change before and after in the office's words."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from models import records
from models.aid.amounts import amount_lines, set_rule
from models.core import journal
from models.core.fields import Day, Sealed, TableName
from models.core.jobs import finish
from models.core.record import Refusal
from models.heads import journal_heads
from models.office import settings
from models.office.settings import Office
from models.undo.entry_search import EntriesAsked
from reports.changes.changed_words import ChangeWords, label_of
from reports.changes.journal_list import told_changes, write_journal
from tests.conftest import USER

CHINESE = re.compile(r"[\u4e00-\u9fff]")
RAW = re.compile(r"[0-9a-f]{32}|[{\[]|\b[a-z]+[._][a-z]")  # a uid, JSON, a name of the program
KEYS = {"key": "family.town", "source": "回盘.csv ab53d35b8b04c9c4", "name": "own_headings/0123456789abcdef"}


@pytest.fixture
def acts(person):
    """Somebody else's doings beside one person's."""
    zhang, li = person(name="张三", phone="13900001111"), person(name="李四")
    with journal.entry("改电话", "李敏"):
        zhang.phone = "13900002222"
        zhang.save()
        li.phone = "13800000000"
        li.save()
    return zhang


def told(**asked):
    return [
        (row.whom, row.what, row.before, row.after) for row in finish(told_changes(EntriesAsked(**asked)))
    ]


def test_one_person_s_changes_stand_alone_even_where_an_entry_changed_many(acts):
    assert told(person="张三", user="李敏") == [("张三", "联系电话", "13900001111", "13900002222")]
    assert told(person=acts.number, user="李敏") == told(person="张三", user="李敏")


def test_days_users_and_kinds_choose(acts):
    today = date.today()
    assert len(told(first=today, last=today)) == 4
    assert len(told(kind="人员信息", user=USER)) == 2
    with pytest.raises(Refusal, match="放宽范围"):
        told(last=today - timedelta(days=1))
    with pytest.raises(Refusal, match="可选：人员信息"):
        told(kind="没有的")
    with pytest.raises(Refusal, match="没有“王五”"):
        told(person="王五")


def test_keys_of_the_program_are_told_in_the_office_s_words(archive):
    with journal.entry("设定标准", USER):
        set_rule("family.town", 2020, Decimal(100), "某文件")
    settings.change_office(Office(name="某局"), USER)
    line = amount_lines()["family.town"]
    rule, setting, *_ = told()
    assert rule[1] == f"登记一次性标准“{line.item}·{line.name}”"
    assert setting[1:] == ("登记单位设置“单位名称”", "", "值 某局")


def test_no_field_of_any_record_is_told_raw(archive):
    words = ChangeWords()
    for kind in records.RECORDS:
        assert CHINESE.search(kind.NOUN)
        for field in kind._meta.sorted_fields:
            if label := label_of(field):
                assert CHINESE.search(label), field
                assert not RAW.search(words.words(field, kept_in(field))), field


def kept_in(field):
    """What the database may hold in a field that would be no reading."""
    if getattr(field, "told", None):
        return KEYS.get(field.name, '{"a": 1}')
    if isinstance(field, TableName):
        return "person"
    return "0" * 32 if isinstance(field, Sealed) else "2020-01" if isinstance(field, Day) else 1


def test_a_copy_that_is_shown_around_hides_what_is_secret(acts, tmp_path):
    out = tmp_path / "日志.json"
    finish(write_journal(EntriesAsked(person="张三"), out, masked=True))
    whole = out.read_text("utf-8")
    assert acts.number not in whole
    assert "13900001111" not in whole
    assert "139****2222" in whole
    assert json.loads(whole)[0]["title"] == "登记"


def test_it_is_a_paper_and_a_workbook_with_the_head_of_the_journal(acts, tmp_path):
    for name in ("日志.pdf", "日志.xlsx"):
        assert finish(write_journal(EntriesAsked(), tmp_path / name)) == ()
    cells = [str(cell) for row in load_workbook(tmp_path / "日志.xlsx").active.values for cell in row]
    assert any(journal_heads.head_now().code in cell for cell in cells)
    assert "13900001111" in cells
    with pytest.raises(Refusal, match="不能写成"):
        finish(write_journal(EntriesAsked(), tmp_path / "日志.doc"))
