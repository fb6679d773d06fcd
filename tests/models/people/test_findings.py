"""Findings stay with the record until someone settles them, and are listed worst first."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.people import findings
from models.people.findings import Settlement
from models.people.identity import BankAccount
from models.undo.undo import undo
from tests.factories import card_number


def listed():
    return [(found.name, found.message) for found in findings.all_findings()]


def test_the_worst_come_first(person, identity):
    identity(person(name="甲", phone="12"), kind="伤残人员", nature="因战", grade="")
    person(name="乙", died=PartDate(2150))
    assert [found.weight for found in findings.all_findings()] == [7, 5, 2]
    assert [found.name for found in findings.all_findings()] == ["乙", "甲", "甲"]


def test_a_finding_goes_when_its_cause_goes(person):
    someone = person(phone="12")
    assert listed() == [("张三", "联系电话“12”不像电话号码")]
    with journal.entry("改", "王芳"):
        someone.phone = "13912345678"
        someone.save()
    assert listed() == []
    undo(journal.Entry.select().count(), "王芳")
    assert len(listed()) == 1


def test_a_settled_finding_is_listed_no_more_until_it_is_another(person):
    someone = person(phone="12")
    (found,) = findings.all_findings()
    findings.settle_finding(found, "本人确认只有短号", "王芳")
    assert listed() == []
    with journal.entry("改", "王芳"):
        someone.phone = "34"
        someone.save()
    assert listed() == [("张三", "联系电话“34”不像电话号码")]


def test_a_settlement_is_journaled_and_turns_back(person):
    person(phone="12")
    findings.settle_finding(findings.all_findings()[0], "已核实", "王芳")
    undo(journal.Entry.select().count(), "王芳")
    assert Settlement.select().count() == 0
    assert len(listed()) == 1


def test_a_settlement_needs_a_reason(person):
    person(phone="12")
    with pytest.raises(findings.Refusal, match="请写明处理意见"):
        findings.settle_finding(findings.all_findings()[0], "  ", "王芳")


def test_one_name_and_birth_under_two_numbers_may_be_one_person(person):
    one, two = person(name="张三"), person(name="张三")
    person(name="张三", born=PartDate(1951, 1, 1))
    assert listed() == [
        ("张三", f"与{other.number}同名同出生日期，可能是同一人")
        for _, other in sorted([(one.number, two), (two.number, one)])
    ]


def test_an_account_in_two_files_is_found_in_both(person):
    number = card_number(9)
    for name in ("甲", "乙"):
        someone = person(name=name, born=PartDate(1950, 6, 15))
        with journal.entry("账号", "王芳"):
            BankAccount(person=someone, account=number, holder=name).save()
    assert sorted(listed()) == [("乙", f"银行账号{number}与甲相同"), ("甲", f"银行账号{number}与乙相同")]


def test_one_person_with_one_account_for_two_identities_is_no_finding(person, identity):
    someone = person()
    for kind, state in (("参战退役人员", "享受待遇"), ("带病回乡退役军人", "身份认定不享受待遇")):
        own = identity(someone, kind=kind, state=state)
        with journal.entry("账号", "王芳"):
            BankAccount(person=someone, identity=own, account=card_number(9), holder="张三").save()
    assert listed() == []


def test_a_certificate_in_two_files_is_found(person, identity):
    for name in ("甲", "乙"):
        identity(person(name=name), certificate="青战00001")
    assert ("甲", "证书编号青战00001与乙相同") in listed()


def test_a_rural_veteran_paid_for_something_else_too_is_doubtful(person, identity):
    someone = person()
    identity(someone, kind="农村籍退役士兵")
    assert listed() == []
    identity(someone, kind="参战退役人员")
    assert listed() == [
        ("张三", "农村籍退役士兵老年生活补助不能与“参战退役人员”同时享受（民发〔2011〕110号）")
    ]


def test_the_findings_of_one_person_are_those_of_the_whole_list(person, identity):
    first = identity(person(name="单某", phone="12"), certificate="青战1", grade="九级").person
    second = identity(person(name="单某"), certificate="青战1").person
    with journal.entry("登记账户", "王芳"):
        for someone in (first, second):
            BankAccount(person=someone, bank="青海银行", account="abc", holder="别人").save()
    whole = findings.all_findings()
    for someone in (first, second):
        assert sorted(findings.findings_of(someone)) == sorted(f for f in whole if f.person == someone.id)
    assert len(findings.findings_of(first)) > len(findings.findings_of(second)) > 3
    before = findings.findings_of(first)
    findings.settle_finding(before[0], "已核实", "王芳")
    assert findings.findings_of(first) == before[1:]


def of_file(someone):
    return [(each.field, each.weight) for each in findings.findings_of(someone)]


def test_a_right_of_the_dead_is_told(person, identity):
    someone = person(died=PartDate(2020, 5, 3))
    identity(someone)
    assert of_file(someone) == [("state", 9)]


def test_one_right_twice_is_told(person, identity):
    someone = person()
    identity(someone)
    identity(someone)
    assert of_file(someone) == [("kind", 8)]


def test_who_joined_as_a_child_is_told(person, identity):
    someone = person(born=PartDate(1950, 6, 15))
    identity(someone, joined=PartDate(1958, 7, 1))
    assert ("joined", 6) in of_file(someone)


def test_a_certificate_that_ran_out_is_told(person, identity):
    someone = person()
    identity(someone, expires=PartDate(2020, 1, 1))
    assert of_file(someone) == [("expires", 4)]


def test_who_is_paid_and_has_only_stopped_accounts_is_told(person, identity):
    someone = person()
    own = identity(someone)
    with journal.entry("登记账户", "王芳"):
        BankAccount(person=someone, identity=own, account="101234567", until=PartDate(2020, 1, 1)).save()
    assert of_file(someone) == [("account", 7)]
