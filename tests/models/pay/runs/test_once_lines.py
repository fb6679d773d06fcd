"""What goes on for the family is the 丧葬补助 of the lists: whichever door comes second is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.aid.oneoff_steps import approve_oneoffs, pay_oneoffs
from models.aid.oneoffs import OneOff
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.deaths.heirs import Heir
from models.pay.returns import returns
from models.pay.runs import following_runs, runs, steps
from models.payments.once_claims import OnceClaim
from models.payments.payment import Payment
from models.people.outsiders import Outsider
from tests.factories import citizen_number, workbook
from tests.models.pay.conftest import USER, tell
from tests.models.pay.runs.conftest import answer, hand_over
from tests.models.pay.runs.test_following_runs import died

NOVEMBER = runs.months.month(2019, 11)


@pytest.fixture
def dead(payee, paid):
    """A survivor who died in September 2019, after a run was paid."""
    grant = payee("甲", 1, kind="三属", category="烈士遗属", grade="", nature="")
    paid("2019-08")
    died(grant, "2019-09-10")
    return grant.person


def funeral(whom):
    made = OneOff(
        person=whom, item="丧葬补助", year=2019, state="拟发", amount=Decimal("13990.00"), batch="2019年丧葬"
    )
    with journal.entry("拟发丧葬补助", USER):
        made.save()
    return made


def test_a_death_that_a_list_has_paid_is_not_paid_by_a_run_and_it_is_said_which_payment_it_was(dead):
    one = funeral(dead)
    with journal.entry("批准发放", USER):
        approve_oneoffs([one], PartDate(2019, 10, 8), USER)
        pay_oneoffs([one], PartDate(2019, 10, 9))
    with pytest.raises(
        Refusal, match=r"甲的丧葬补助已于2019年10月9日发放13990.00元（一次性发放，批次：2019年丧葬）"
    ):
        following_runs.pay_once(NOVEMBER, USER)


def test_others_are_paid_and_the_run_says_who_was_paid_by_another_door(dead, payee):
    funeral(dead)
    other = payee("乙", 2, kind="三属", category="烈士遗属", grade="", nature="")
    died(other, "2019-10-02")
    run = following_runs.pay_once(NOVEMBER, USER)
    assert [line.name for line in runs.lines_of(run)] == ["乙"]
    assert "甲的丧葬补助已列入丧葬补助（批次：2019年丧葬），13990.00元，拟发" in run.notes


def test_a_death_that_a_run_pays_is_not_listed_again_until_the_run_is_dropped(dead):
    run = following_runs.pay_once(NOVEMBER, USER)
    with pytest.raises(Refusal, match=f"去世后续发，发放批次{run.number}"):
        funeral(dead)
    steps.drop_run(run, USER)
    assert OnceClaim.select().count() == 0
    funeral(dead)


def test_two_rights_of_one_dead_person_are_two_lines(payee, paid, person):
    first = payee("甲", 1, kind="三属", category="烈士遗属", grade="", nature="")
    paid("2019-08")
    second = payee("乙", 2, kind="三属", category="病故军人遗属", grade="", nature="")
    for grant in (first, second):
        died(grant, "2019-09-10")
    assert len(runs.lines_of(following_runs.pay_once(NOVEMBER, USER))) == 2
    assert tell is not None


@pytest.fixture
def widow(dead):
    """The widow of the dead, who has no file."""
    number = citizen_number()
    with journal.entry("登记遗属", USER):
        Heir(
            person=dead,
            name="王秀兰",
            relation="配偶",
            number=number,
            account="6228480860012340018",
            share=100,
        ).save()
        made = Outsider(name="王秀兰", number=number)
        made.save()
    return made


def funeral_of(widow):
    made = OneOff(outsider=widow, item="丧葬补助", year=2019, state="拟发", amount=Decimal("13990.00"))
    with journal.entry("拟发丧葬补助", USER):
        made.save()
    return made


def register(file, widow):
    rows = [
        ["2019年丧葬补助发放登记表"],
        ["发放日期", "姓名", "身份证号", "项目", "金额"],
        ["2019-10-20", widow.name, widow.number, "丧葬补助", 13990],
    ]
    return workbook(file, {"丧葬补助": rows})


def test_what_is_drawn_up_for_the_heir_is_what_the_run_would_pay_for_the_dead(dead, widow):
    funeral_of(widow)
    with pytest.raises(Refusal, match="已列入丧葬补助"):
        following_runs.pay_once(NOVEMBER, USER)
    with pytest.raises(Refusal, match="甲的丧葬补助已列入"):
        funeral(dead)


def test_what_a_run_pays_for_the_dead_no_list_and_no_register_pays_to_the_heir(
    dead, widow, take_in, tmp_path
):
    run = following_runs.pay_once(NOVEMBER, USER)
    with pytest.raises(Refusal, match=f"去世后续发，发放批次{run.number}"):
        funeral_of(widow)
    plan = take_in(register(tmp_path / "丧葬.xlsx", widow))
    assert (plan.total("new"), plan.total("refused")) == (0, 1)


def test_what_a_register_told_of_the_heir_is_not_paid_by_a_run(dead, widow, take_in, tmp_path):
    assert take_in(register(tmp_path / "丧葬.xlsx", widow)).total("new") == 1
    with pytest.raises(Refusal, match=r"已于2019年10月20日发放13990\.00元"):
        following_runs.pay_once(NOVEMBER, USER)
    with pytest.raises(Refusal, match=r"已于2019年10月20日发放13990\.00元"):
        funeral_of(widow)


def test_the_answer_of_the_bank_is_the_same_claim_and_no_second_one(dead, widow, tmp_path):
    run = following_runs.pay_once(NOVEMBER, USER)
    hand_over(run)
    returns.apply_return(returns.read_return(run, answer(tmp_path / "回盘.xlsx", run, {})), USER)
    assert [(each.person, each.again, each.stage) for each in OnceClaim.select()] == [(dead.id, 0, "已发放")]
    with pytest.raises(Refusal, match="已于"):
        funeral_of(widow)
    with pytest.raises(Refusal, match="已于"), journal.entry("登记发放", USER):
        Payment(
            outsider=widow, programme="丧葬补助", item="丧葬补助", month=PartDate(2019, 12), amount=Decimal(1)
        ).save()
