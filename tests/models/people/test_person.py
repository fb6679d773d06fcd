"""A person's own rules and doubts."""

from __future__ import annotations

from datetime import date

import pytest

from models.core import journal
from models.core.citizen_number import check_digit
from models.core.dates import PartDate
from models.core.record import Invalid
from models.people.person import FamilyMember, Person
from tests.factories import citizen_number


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": " "}, "name"),
        ({"number": "123"}, "number"),
        ({"died": PartDate(1949, 1, 1)}, "died"),
    ],
)
def test_a_broken_rule_names_its_field(person, facts, field):
    with pytest.raises(Invalid) as caught:
        person(**facts)
    assert list(caught.value.problems) == [field]
    assert Person.select().count() == 0


def test_two_people_cannot_have_one_number(person):
    first = person(name="张三", file_no="6301030600001")
    with pytest.raises(Invalid, match="该身份证号已有档案：张三（6301030600001）"):
        person(name="李四", number=first.number)


def test_a_wrong_check_digit_is_a_finding_and_no_repair(person):
    number = citizen_number()
    wrong = number[:-1] + ("0" if number[-1] != "0" else "1")
    someone = person(number=wrong)
    (doubt,) = someone.doubts()
    assert doubt.field == "number"
    assert f"第18位应为{number[-1]}" in doubt.message
    assert Person.get().number == wrong


def test_a_birth_date_that_differs_from_the_number_is_kept_and_shown(person):
    someone = person(number=citizen_number(date(1950, 6, 15)), born=PartDate(1949, 6, 15))
    (doubt,) = someone.doubts()
    assert doubt.message == "出生日期1949年6月15日与身份证号中的1950年6月15日不一致"
    assert Person.get().birthday == PartDate(1949, 6, 15)


def test_the_number_completes_a_birth_date_of_which_only_the_year_is_known(person):
    someone = person(number=citizen_number(date(1950, 6, 15)), born=PartDate(1950))
    assert someone.birthday == PartDate(1950, 6, 15)
    assert list(someone.doubts()) == []


def test_sex_is_checked_against_the_number(person):
    someone = person(number=citizen_number(sex="女"))
    assert [doubt.message for doubt in someone.doubts()] == ["性别“男”与身份证号中的“女”不一致"]


def test_words_that_no_code_table_has_are_kept_and_shown(person):
    someone = person(ethnic="外星族")
    assert [doubt.message for doubt in someone.doubts()] == ["民族“外星族”不在代码表中"]


def test_somebody_too_old_to_be_alive_is_doubtful(person):
    body = "63010319000101997"
    someone = person(number=body + check_digit(body), born=PartDate(1900, 1, 1))
    assert "未登记去世" in next(iter(someone.doubts())).message


@pytest.mark.parametrize("phone", ["13912345678", "0971-8212345", "8212345", "09718212345"])
def test_telephone_numbers_raise_no_doubt(person, phone):
    assert list(person(phone=phone).doubts()) == []


def test_a_family_member_needs_a_name(person):
    with pytest.raises(Invalid, match="请填写家庭成员的姓名"), journal.entry("家庭", "王芳"):
        FamilyMember(person=person, relation="妻").save()


def test_people_are_found_by_their_number_however_written(person):
    someone = person(number="63010319480801123X", born=PartDate(1948, 8, 1))
    assert Person.numbered("630103480801123") == someone
    assert Person.numbered("6301 0319 4808 0112 3x") == someone
    assert Person.numbered("无") is None


@pytest.mark.parametrize("name", ["insurance_no", "pension_no", "veteran_card"])
@pytest.mark.parametrize("written", ["青630103000123", "NX-6301234", "630103530801001", "1234567"])
def test_a_masked_copy_shows_no_more_than_the_end_of_a_number_of_insurance_however_it_is_written(
    name, written
):
    secret = Person._meta.fields[name].secret
    assert secret.hide(written) == f"**** **** **** {written[-4:]}"
