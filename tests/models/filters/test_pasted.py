"""A list pasted from a workbook: whom it means, and what is said of the rest."""

from __future__ import annotations

from models.core import journal
from models.filters.pasted import find_listed
from models.people.person import Person
from tests import factories

USER = "王芳"


def test_a_pasted_list_finds_numbers_and_names_in_its_order(person):
    zhang, li, wang = (person(name=name) for name in ("张三", "李四", "王五"))
    text = f"王五\n{zhang.number}\n　李 四　\n\n赵六\n{zhang.number.lower()}"
    found = find_listed(text)
    assert found.ids == [wang.id, zhang.id, li.id]
    assert found.not_found == ["赵六"]
    assert found.several == {}


def test_rows_of_a_workbook_are_found_by_their_number(person):
    zhang = person(name="张三")
    person(name="张三")
    found = find_listed(
        f"序号\t姓名\t身份证号\n1\t张三\t'{zhang.number}\t男\n2\t李四\t630103195001010011\t女"
    )
    assert found.ids == [zhang.id]
    assert found.not_found == ["2 李四 630103195001010011 女"]


def test_a_number_of_fifteen_places_and_a_file_s_own_number_are_found(archive):
    with journal.entry("登记", USER):
        old = Person(name="张三", number="63010319480801123X", number_found="630103480801123")
        filed = Person(name="李四", number=factories.citizen_number(), file_no="6301030600012")
        old.save()
        filed.save()
    assert find_listed("630103480801123、6301030600012").ids == [old.id, filed.id]


def test_a_name_that_several_people_have_means_all_of_them_and_is_said(person):
    ids = [person(name="张三").id for _ in range(3)]
    found = find_listed("张三")
    assert found.ids == ids
    assert found.several == {"张三": 3}


def test_several_names_in_a_line_are_found_and_the_lost_one_is_told(person):
    ids = [person(name=name).id for name in ("张三", "李四", "王五")]
    assert find_listed("张三、李四，王五；赵六") == (ids, ["赵六"], {})
    assert find_listed("张三 李四 赵六") == (ids[:2], ["赵六"], {})
    assert find_listed("1\t张三\t总寨镇\n2\t李四\t总寨镇\n3\t赵六\t总寨镇") == (ids[:2], ["赵六"], {})


def test_an_empty_list_finds_nobody(archive):
    assert find_listed(" \n\t\n") == ([], [], {})
