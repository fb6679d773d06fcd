"""What other programs are told of people."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.people.identity import BankAccount
from models.people.search import find_people
from reports.export.people import IDENTITY_KEYS, PERSON_KEYS, people_told
from tests import factories
from tests.conftest import USER


@pytest.fixture
def told(person):
    def ask(masked=False, **facts):
        person(**facts)
        (one,) = people_told(find_people(), masked)
        return one

    return ask


def test_every_key_is_there_and_what_is_not_known_is_null(told):
    one = told()
    assert list(one) == [*PERSON_KEYS, "identities"]
    assert (one["phone"], one["bank"], one["account"], one["identities"]) == (None, None, None, [])


@pytest.mark.parametrize(
    ("born", "shown"),
    [(PartDate(1950, 6, 14), "1950-06-14"), (PartDate(1950), "1950-06-15"), (None, "1950-06-15")],
)
def test_a_day_that_the_file_knows_only_in_part_is_read_from_the_number(told, born, shown):
    assert told(born=born, number=factories.citizen_number())["born"] == shown


def test_who_has_no_residence_lives_where_the_household_is(told):
    assert told(household_address="总寨镇")["address"] == "总寨镇"


def test_the_account_in_use_is_told_and_one_that_is_no_longer_is_not(person):
    someone = person()
    with journal.entry("登记", USER):
        BankAccount.create(person=someone, bank="旧", account="1", until=PartDate(2020, 1))
        BankAccount.create(person=someone, bank="新", account="2", since=PartDate(2020, 1))
        BankAccount.create(person=someone, bank="更新", account="0", since=PartDate(2021, 1))
    (one,) = people_told(find_people())
    assert (one["bank"], one["account"]) == ("新", "2")


def test_rights_stand_in_the_order_of_the_kinds_and_a_test_veteran_s_class_is_the_test(identity, person):
    someone = person()
    identity(someone, kind="参试退役人员", test="原8023部队退役人员", service_years=3)
    identity(someone, kind="伤残人员", category="残疾军人", grade="六级", nature="因战")
    (one,) = people_told(find_people())
    assert [(each["kind"], each["class"]) for each in one["identities"]] == [
        ("伤残人员", "残疾军人"), ("参试退役人员", "原8023部队退役人员"),
    ]  # fmt: skip
    assert [list(each) for each in one["identities"]] == [list(IDENTITY_KEYS)] * 2
    assert one["identities"][1]["service_years"] == 3


def test_a_masked_copy_hides_number_phone_and_account_and_a_number_in_the_address(told):
    one = told(True, phone="6123456", residence="清河村1号（电话612 3456）")
    assert "19500615" not in one["number"]
    assert (one["phone"], one["address"]) == ("6****56", "清河村1号（电话6****56）")
