"""What an officer is asked before a run is checked, approved or closed: what is unusual, with names and sums."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.pay.grants import rules
from models.pay.grants.rules import Ways
from models.pay.returns import returns
from models.pay.runs import bank_files, following_runs, steps
from models.pay.runs.run_doubts import run_doubts, told_unpaid, unpaid
from models.pay.standards.standards import Standard
from models.payments.payment import REGULAR, Payment
from tests.models.pay.conftest import USER
from tests.models.pay.runs.conftest import answer, hand_over

GRADE = {"grade": "五级", "nature": "因战"}


@pytest.fixture
def three(payee, standard):
    """Three who get 1,000 yuan a month until 2019, and more from 2020 on: ``three(20400)``."""

    def make(yearly_from_2020):
        with journal.entry("只用自己的标准", USER):
            Standard.delete().execute()
        standard(12000, ends="2019-12", **GRADE)
        if yearly_from_2020:
            standard(yearly_from_2020, begins="2020-01", **GRADE)
        return [payee(name, serial, **GRADE) for serial, name in enumerate(("甲", "乙", "丙"), start=1)]

    return make


def test_a_usual_run_asks_nothing(draw, three):
    three(12600)
    assert run_doubts(draw("2019-12")) == []
    assert run_doubts(draw("2020-01")) == []


def test_a_standard_that_rises_by_seventy_per_cent_is_asked_with_names_and_sums(draw, three):
    three(20400)
    draw("2019-12")
    rise, growth = run_doubts(draw("2020-01"))
    assert (
        rise == "残疾军人 五级因战3人的月标准涨30%以上，最多涨70%（甲由1,000.00元到1,700.00元）：甲、乙、丙"
    )
    assert (
        growth
        == "平均每月5,100.00元，比上一批的3,000.00元多70%，多得最多的：甲700.00元、乙700.00元、丙700.00元"
    )


def test_an_amount_ten_times_the_usual_is_asked(draw, three, payee, standard):
    three(0)
    standard(120000, grade="六级", nature="因战")
    rich = payee("丁", 7, grade="六级", nature="因战")
    with journal.entry("登记", USER):
        for month, amount in ((11, 1000),):
            Payment(person=rich.person, identity=rich, programme=REGULAR, item="伤残抚恤金", month=PartDate(2019, month), amount=Decimal(amount)).save()  # fmt: skip
    told = run_doubts(draw("2019-12"))
    assert "1人的金额是平常的5倍以上：丁10,000.00元（平常1,000.00元）" in told


def test_many_months_made_up_at_once_are_asked_by_what_others_of_the_category_get(draw, three, payee):
    three(0)
    for month in range(1, 12):
        draw(f"2019-{month:02d}")
    payee("丁", 7, **GRADE)
    (large, *_) = run_doubts(draw("2019-12"))
    assert large == "1人的金额是平常的5倍以上：丁12,000.00元（平常1,000.00元）"


def test_people_who_are_not_computed_are_named_and_counted(draw, three, payee):
    three(12000)
    for number in range(7):
        payee(f"缺{number}", 10 + number, grade="二级", nature="因公")
    (told,) = run_doubts(draw("2020-01"))
    assert told == "7人没有计算，这一批不发：缺0、缺1、缺2、缺3、缺4等7人"


def test_from_which_size_on_it_is_asked_the_office_says(draw, three):
    three(13800)
    draw("2019-12")
    run = draw("2020-01")
    assert run_doubts(run) == []
    rules.keep_ways(Ways(rise_asked="15", growth_asked="16"), USER)
    (told,) = run_doubts(run)
    assert "涨15%以上" in told
    assert Ways(times_asked="零").problems()["times_asked"].startswith("办理批次前要问的界限")


def test_who_has_not_been_paid_is_told_until_the_money_came(draw, three, payee, standard, tmp_path):
    three(12000)
    payee("缺", 9, grade="二级", nature="因公")
    run = hand_over(draw("2020-01"))
    returns.apply_return(
        returns.read_return(run, answer(tmp_path / "回盘.xlsx", run, {"乙": "已销户"})), USER
    )
    again = following_runs.pay_again(run, USER)
    steps.settle_run(run, USER)
    assert told_unpaid(unpaid(run)) == "还有2人没有发到：未计算1人（缺）；发放失败，重发还没有付成1人（乙）"
    hand_over(again)
    returns.pay_by_hand(again, bank_files.payees(again), USER)
    standard(24000, grade="二级", nature="因公")
    made_up = draw("2020-02")
    assert told_unpaid(unpaid(run)) == "还有1人没有发到：未计算1人（缺）"  # drawn up is not paid
    hand_over(made_up)
    returns.pay_by_hand(made_up, bank_files.payees(made_up), USER)
    assert told_unpaid(unpaid(run)) == ""
