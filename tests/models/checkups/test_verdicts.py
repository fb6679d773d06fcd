"""In which book the error probably is: the citizen number, the account and the hand that typed last are witnesses."""

from __future__ import annotations

import pytest

from models.core import journal
from models.people.identity import BankAccount
from tests.factories import card_number
from tests.models.checkups.conftest import HEADING, KIND, told

USER = "王芳"


def listed(identity, value):
    return (identity.person.name, identity.person.number, KIND, "享受待遇", value)


@pytest.mark.parametrize(
    ("heading", "facts", "there", "item", "wrong"),
    [
        ("出生日期", {}, "1951-06-15", "person.born", "上级系统"),
        ("性别", {"sex": "女"}, "男", "person.sex", "档案库"),
        ("民族", {"ethnic": "汉族"}, "回族", "person.ethnic", ""),
        ("手机", {"phone": ""}, "13900000001", "person.phone", "档案库"),
        ("手机", {"phone": "13900000001"}, "", "person.phone", "上级系统"),
        ("手机", {"phone": "139000"}, "13900000001", "person.phone", "档案库"),
        ("手机", {"phone": "13900000001"}, "待核实", "person.phone", "上级系统"),
    ],
)
def test_who_is_probably_wrong(identity, person, against, heading, facts, there, item, wrong):
    found = against(listed(identity(person(**facts)), there), heading=(*HEADING, heading))
    assert told(found) == [("张三", item, wrong)]


@pytest.mark.parametrize(
    ("heading", "facts", "there"),
    [
        ("出生日期", {}, "1950年6月"),
        ("家庭住址", {"household_address": "西宁市城中区总寨镇清河村1号"}, "总寨镇清河村1号"),
        ("街道", {"street": "饮马街街道"}, "饮马街街道办事处"),
        ("手机", {"phone": "13900000001", "other_phone": "0971-6123456"}, "0971-6123456、13900000001"),
        ("是否孤老", {}, "否"),
    ],
)
def test_what_two_hands_write_differently_is_no_difference(identity, person, against, heading, facts, there):
    found = against(listed(identity(person(**facts)), there), heading=(*HEADING, heading))
    assert told(found) == []


def test_the_check_digit_of_a_card_is_a_witness(identity, against):
    one, card = identity(), card_number(7)
    with journal.entry("账号", USER):
        BankAccount(person=one.person, identity=one, bank="青海银行", holder="张三", account=card).save()
    wrong = card[:-1] + str((int(card[-1]) + 1) % 10)
    assert told(against(listed(one, wrong), heading=(*HEADING, "银行账号"))) == [
        ("张三", "account.account", "上级系统")
    ]


def test_a_name_is_settled_by_the_accounts_holder(identity, against):
    one = identity()
    with journal.entry("账号", USER):
        BankAccount(
            person=one.person, identity=one, bank="青海银行", holder="张三", account=card_number(8)
        ).save()
    row = ("章山", one.person.number, KIND, "享受待遇")
    assert told(against(row)) == [("张三", "person.name", "上级系统")]
