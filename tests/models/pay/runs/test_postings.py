"""What each month has come to so far, by runs and by hand."""

from __future__ import annotations

from decimal import Decimal

from models.core import journal
from models.core.dates import PartDate
from models.pay.grants import claims
from models.pay.returns import returns
from models.pay.runs import bank_files, postings, runs
from models.pay.standards import months
from models.payments.payment import Payment
from models.people.identity import BankAccount
from tests import factories
from tests.models.pay.conftest import USER
from tests.models.pay.runs.conftest import SICK, someone, told


def test_payments_entered_by_hand_count(draw, person, granted):
    grant = someone(person, granted, "甲", **SICK)
    with journal.entry("登记发放", USER):
        Payment(
            person=grant.person, identity=grant, month=PartDate(2019, 9), item="带病回乡退役军人生活补助",
            amount=Decimal(550), programme="定期抚恤补助",
        ).save()  # fmt: skip
    run = draw("2019-09")
    assert told(run) == [("甲", "补发", "2019-09", Decimal(50))]
    assert runs.lines_of(run)[0].reason.startswith("应发600.00元，已发550.00元（含登记的发放记录）：国家标准")


def test_a_payment_by_hand_that_may_be_for_either_grant_stands_in_the_way(draw, person, granted):
    who = person(name="甲")
    granted(someone=who)
    granted(someone=who, **SICK)
    with journal.entry("登记发放", USER):
        Payment(
            person=who, month=PartDate(2019, 9), item="补助", amount=Decimal(550), programme="定期抚恤补助"
        ).save()
    run = draw("2019-09")
    assert [line[1] for line in told(run)] == ["未算", "未算"]
    assert "2019年9月已登记发放550.00元，没有注明是哪项待遇" in runs.lines_of(run)[0].reason


def test_a_single_fen_too_little_is_made_up(draw, person, granted):
    grant = someone(person, granted, "甲", **SICK)
    by_hand(grant.person, "2019-09", Decimal("599.99"), identity=grant, item="带病回乡退役军人生活补助")
    assert told(draw("2019-09")) == [("甲", "补发", "2019-09", Decimal("0.01"))]


def by_hand(whom, month, amount=Decimal(550), **facts):
    facts = {"item": "补助", "programme": "定期抚恤补助", **facts}
    with journal.entry("登记发放", USER):
        made = Payment(person=whom, month=PartDate.parse(month), amount=amount, **facts)
        made.save()
    return made


def test_of_payments_by_hand_each_is_for_the_grant_that_it_names_in_any_way(person, granted):
    who = person(name="甲")
    wounded, sick = granted(someone=who), granted(someone=who, **SICK)
    group = claims.claims_of_person(who)
    for facts, identity in (
        ({"identity": wounded}, wounded), ({"category": "残疾军人"}, wounded), ({"category": "伤残人员"}, wounded),
        ({"item": "带病回乡退役军人生活补助"}, sick), ({"category": SICK["kind"]}, sick), ({}, None),
    ):  # fmt: skip
        found, unknown = postings.assigned([by_hand(who, "2019-09", Decimal("550.01"), **facts)], group)
        if identity is None:
            assert (dict(found), unknown) == ({}, Decimal("550.01"))
        else:
            assert (dict(found), unknown) == ({identity.id: 55001}, Decimal(0))


def test_whoever_has_one_grant_was_paid_for_it_whatever_it_was_called(person, granted):
    sick = granted(someone=person(name="甲"), **SICK)
    group = claims.claims_of_person(sick.person)
    twice = [by_hand(sick.person, "2019-09"), by_hand(sick.person, "2019-09", Decimal(1))]
    assert postings.assigned(twice, group) == ({sick.id: 55100}, Decimal(0))
    other = granted(someone=person(name="乙"), **SICK)
    elsewhere = by_hand(sick.person, "2019-09", identity=sick)
    assert postings.assigned([elsewhere], claims.claims_of_person(other.person))[1] == Decimal(550)


def test_payments_of_runs_single_grants_and_earlier_ones_are_none_by_hand(tmp_path, payee, paid):
    sick = payee("甲", 1)
    run = paid("2019-09")
    returns.pay_by_hand(run, bank_files.payees(run), USER)
    by_hand(sick.person, "2019-08", programme="")
    by_hand(sick.person, "2019-07")
    by_hand(sick.person, "2019-10", programme="丧葬补助")
    found = postings.payments_by_hand(months.month(2019, 8))
    assert {months.iso(month): len(each) for month, each in found[sick.person_id].items()} == {"2019-08": 1}


def test_what_was_posted_is_told_by_layer_from_a_month_on_and_without_a_run_drawn_anew(
    draw, paid, person, granted, standard
):
    sick = someone(person, granted, "甲", **SICK)
    standard("100", "2019-08", layer="省", kind=SICK["kind"], unit="月")
    standard("7", "2019-08", layer="地方", kind=SICK["kind"], unit="月")
    paid("2019-08")
    last = draw("2019-09")
    august, september = months.month(2019, 8), months.month(2019, 9)
    both = {(sick.id, august): (60000, 10000, 700), (sick.id, september): (60000, 10000, 700)}
    assert postings.posted(august) == both
    assert list(postings.posted(september)) == [(sick.id, september)]
    assert list(postings.posted(august, last)) == [(sick.id, august)]


def test_the_first_month_of_each_item_is_that_of_its_first_run(draw, person, granted):
    someone(person, granted, "甲")
    assert set(postings.first_paid().values()) == {months.NEVER}
    draw("2019-09", item="伤残抚恤金")
    draw("2019-08", item="伤残抚恤金")
    first = postings.first_paid()
    assert first["伤残抚恤金"] == months.month(2019, 8)
    assert first["带病回乡退役军人生活补助"] == months.NEVER
    draw("2019-10")
    assert postings.first_paid()["带病回乡退役军人生活补助"] == months.month(2019, 10)
    assert postings.first_paid()["伤残抚恤金"] == months.month(2019, 8)


def test_the_newest_account_in_use_counts(payee):
    sick = payee("甲", 1)
    with journal.entry("登记账号", USER):
        BankAccount.update(until=PartDate(2019, 1)).execute()
        for serial in (2, 3):
            BankAccount(
                person=sick.person, identity=sick, holder="甲", account=factories.card_number(serial)
            ).save()
    found = postings.accounts()
    assert (
        found[sick.person_id, sick.id] == found[sick.person_id, None] == ("", factories.card_number(3), "甲")
    )
