"""What the office's own fields say of people: kept, undone, handed along, found, doubted."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.past_day import PastDay
from models.core.record import Refusal
from models.merging.merging import merge
from models.own_fields import own_values
from models.own_fields.own_values import OwnValue, keep_own, own_order, said_of, told
from models.past.past_file import file_on
from models.people import findings, search
from models.people.person import Person
from models.undo.undo import undo

USER = "王芳"


def say(who, **said):
    with journal.entry(f"修改基本信息：{who.name}", USER):
        keep_own(who.id, said)


def said(who):
    return dict(said_of([who.id])[who.id])


def change(field, **facts):
    for name, value in facts.items():
        setattr(field, name, value)
    with journal.entry("修改自设栏目", USER):
        own_values.define(field)


def test_a_value_is_kept_changed_emptied_and_each_undone(person, define):
    who, field = person(), define("兵种", "文字")
    say(who, **{field.key: "高炮"})
    say(who, **{field.key: "步兵"})
    say(who, **{field.key: ""})
    assert said(who) == {}
    last = journal.last_number()
    undo(last, USER)
    assert said(who) == {field.key: "步兵"}
    undo(last - 1, USER)
    assert said(who) == {field.key: "高炮"}


def test_a_field_that_says_something_is_retired_and_not_deleted(person, define):
    who, field = person(), define("兵种", "文字")
    say(who, **{field.key: "高炮"})
    with (
        pytest.raises(Refusal, match=r"已有1人登记了“兵种”，不能删除.*请改为停用"),
        journal.entry("删除", USER),
    ):
        own_values.drop_field(field)
    say(who, **{field.key: ""})
    with journal.entry("删除", USER):
        own_values.drop_field(field)
    with pytest.raises(Refusal, match="已被删除"):
        say(who, **{field.key: "高炮"})


def test_a_secret_lies_where_masks_hide_it_also_when_it_became_one_later(person, define):
    who, field = person(), define("帮扶暗号", "文字")
    say(who, **{field.key: "第三号方案"})
    change(field, secret=True)
    kept = OwnValue.get()
    assert (kept.words, kept.secret_words, kept.said) == ("", "第三号方案", "第三号方案")
    assert OwnValue.secret_words.secret.hide("第三号方案") != "第三号方案"
    change(field, secret=False)
    assert OwnValue.get().words == "第三号方案"


def test_open_words_are_found_by_the_search_and_secret_ones_are_not(person, define):
    who, open_one, secret = person(), define("兵种", "文字"), define("帮扶暗号", "文字", secret=True)
    say(who, **{open_one.key: "高射炮兵", secret.key: "第三号方案"})
    assert search.find_ids("高射炮") == [who.id]
    assert list(search.find_people("高射炮")) == [who]
    assert search.find_ids("第三号") == []


def test_what_fits_its_type_no_more_is_doubted_and_stays(person, define):
    who, field = person(), define("子女人数", "文字")
    say(who, **{field.key: "三个"})
    assert [each.field for each in findings.findings_of(who)] == []
    change(field, type="整数")
    found = next(each for each in findings.findings_of(who) if each.field == field.key)
    assert (found.label, found.message) == ("子女人数", "写着“三个”，不是整数")
    assert found in findings.all_findings()
    assert said(who) == {field.key: "三个"}


def test_two_files_become_one_with_what_either_said(person, define):
    mine, its = person(number="63010319500615001X"), person(number="630103195006150018")
    both, one = define("兵种", "文字"), define("联络员", "文字")
    say(mine, **{both.key: "高炮"})
    say(its, **{both.key: "步兵", one.key: "李主任"})
    merge(mine, its, USER)
    assert said(mine) == {both.key: "高炮", one.key: "李主任"}


def test_people_stand_in_the_order_of_what_numbers_mean(person, define):
    count, money, choice = (
        define("子女人数", "整数"),
        define("互助金", "金额"),
        define("联络等次", "选项", choices="优、良、差"),
    )
    rows = {"甲": ("10", "9.50", "差"), "乙": ("9", "100.00", "优"), "丙": ("", "", "")}
    for name, words in rows.items():
        say(person(name=name), **dict(zip((count.key, money.key, choice.key), words, strict=True)))

    def order(field):
        return [each.name for each in Person.select().order_by(own_order(field).asc(), Person.id)]

    assert order(count) == ["丙", "乙", "甲"]
    assert order(money) == ["丙", "甲", "乙"]
    assert order(choice) == ["丙", "乙", "甲"]
    assert [each.name for each in Person.select().where(told(count) == "9")] == ["乙"]
    assert [each.name for each in Person.select().where(told(choice) == "")] == ["丙"]


def test_of_a_past_day_the_file_says_what_it_said(identity, define):
    who, field = identity(approved=PartDate(2013, 7, 8)).person, define("兵种", "文字")
    say(who, **{field.key: "高炮"})
    day = PastDay(as_known=PartDate(2020, 1, 1).earliest())
    with pytest.raises(Refusal), file_on(who, day):
        pass
    with file_on(who, PastDay(as_of=PartDate(2020, 1, 1).earliest())) as then:
        assert said(then) == {field.key: "高炮"}
