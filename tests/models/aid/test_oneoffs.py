"""One-off payments and medical aid: amounts by the office's own data, nothing paid twice, nothing above the invoice, budgets kept."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.aid import oneoff_register
from models.aid.oneoff_steps import cancel, pay_oneoffs
from models.aid.oneoffs import OneOff, reckon_one
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from models.office import roles
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from tests.models.aid.conftest import DAY, USER, approved, paid


def test_an_invoice_paid_twice_is_refused_whoever_brings_it(ill):
    ill(invoice="No. 0012345")
    with pytest.raises(Invalid, match="已登记过：张三"):
        ill(invoice="No.０012345", kind="二次报销")
    ill(invoice="0012346")


def test_aid_above_the_invoice_is_refused_over_several_payments(ill, one):
    case = ill(cost=Decimal(10_000), insured=Decimal(6_000))
    first = one(case.person, "大病救助", case=case, amount=Decimal(3_000))
    approved(first)
    paid(first)
    assert MedicalCase.get_by_id(case.id).left == 1_000
    with pytest.raises(Invalid, match="补助多于个人负担"):
        one(case.person, "大病救助", case=MedicalCase.get_by_id(case.id), amount=Decimal("1000.01"))
    with pytest.raises(Invalid, match="补助多于个人负担"), journal.entry("发放", USER):
        Payment(
            person=case.person, case=case, item="大病救助", month=PartDate(2020, 8), amount=Decimal(1_001)
        ).save()
    last = one(case.person, "二次医疗费报销", case=MedicalCase.get_by_id(case.id), amount=Decimal(1_000))
    approved(last)
    (payment,) = paid(last)
    with journal.entry("备注", USER):
        payment.notes = "改备注不算再发一次"
        payment.save()
    case = MedicalCase.get_by_id(case.id)
    case.insured = Decimal(6_001)
    with pytest.raises(Invalid, match="已经补助"), journal.entry("改", USER):
        case.save()


def test_drawn_up_approved_paid(one, person):
    made = one(person(), "临时救助", amount=Decimal(500), fund="区级财政")
    with pytest.raises(Refusal, match="批准以后"):
        paid(made)
    assert approved(made) == 500
    with pytest.raises(Refusal, match="不用再批准"):
        approved(made)
    with pytest.raises(Refusal, match="早于"):
        paid(OneOff.get_by_id(made.id), day=PartDate(2020, 8, 2))
    (payment,) = paid(OneOff.get_by_id(made.id))
    kept = OneOff.get_by_id(made.id)
    assert (kept.state, kept.payment_id) == ("已发放", payment.id)
    assert (payment.programme, payment.item, str(payment.month), payment.amount) == ("临时救助", "临时救助", "2020-08", 500)  # fmt: skip
    with pytest.raises(Refusal, match="不能取消"), journal.entry("取消", USER):
        cancel(kept, "错了")


def test_a_soldier_s_family_without_a_file_is_paid_too(one, soldier):
    made = one(soldier(), "立功受奖慰问金", merit="三等功", amount=Decimal(2000))
    approved(made)
    (payment,) = paid(made)
    assert payment.whom == "兵甲"
    assert payment.programme == "立功奖励"


def test_what_one_gets_once_is_not_listed_twice(one, person, soldier):
    someone, veteran = person(), soldier("退役甲")
    one(someone, "门诊医疗补助", batch="甲批")
    with pytest.raises(Invalid, match="2020年度已列入门诊医疗补助（批次：甲批）"):
        one(someone, "门诊医疗补助")
    one(someone, "门诊医疗补助", year=2021)
    one(veteran, "自主就业一次性经济补助", year=2019)
    with pytest.raises(Invalid, match="已列入自主就业"):
        one(veteran, "自主就业一次性经济补助")
    one(someone, "价格临时补贴", month=PartDate(2020, 1))
    one(someone, "价格临时补贴", month=PartDate(2020, 2))
    with pytest.raises(Invalid):
        one(someone, "价格临时补贴", month=PartDate(2020, 2))
    for _ in range(2):
        one(someone, "临时救助")


def test_who_was_struck_off_may_be_listed_again(one, person):
    someone = person()
    made = one(someone, "门诊医疗补助")
    with pytest.raises(Refusal, match="取消的原因"), journal.entry("取消", USER):
        cancel(made, "")
    with journal.entry("取消", USER):
        cancel(made, "金额有误")
    one(someone, "门诊医疗补助")


def test_approving_takes_the_right_by_whatever_way(one, person):
    made = one(person(), "临时救助")
    roles.give("小李", "录入", USER)
    with pytest.raises(Refusal, match="批准发放"):
        approved(made, user="小李")
    made.state = "已批准"
    with pytest.raises(Refusal, match="审批"), journal.entry("绕过", "小李"):
        made.save()
    made = OneOff.get_by_id(made.id)
    approved(made)
    with journal.entry("发放", "小李"):
        pay_oneoffs([made], DAY)


def test_a_day_in_the_future_is_refused(one, person):
    made = one(person(), "临时救助")
    tomorrow = PartDate.of(date.today() + timedelta(1))
    with pytest.raises(Invalid, match="晚于今天"):
        approved(made, day=tomorrow)
    approved(made)
    with pytest.raises(Invalid, match="晚于今天"):
        paid(OneOff.get_by_id(made.id), day=tomorrow)


def test_amounts_by_hand_need_no_rule_and_say_so(one, person):
    with pytest.raises(Refusal, match="没有固定算法"):
        reckon_one(one(person(), "临时救助"))
    assert oneoff_register.oneoff_sums(oneoff_register.oneoffs(year=2020)) == (1, 1, Decimal(100))


def test_what_was_paid_stands_its_amount_and_its_payment(one, person):
    made = one(person(), "临时救助", amount=Decimal(500))
    approved(made)
    (payment,) = paid(OneOff.get_by_id(made.id))
    kept = OneOff.get_by_id(made.id)
    kept.amount = Decimal(600)
    with pytest.raises(Invalid, match="已经发放500"), journal.entry("改", USER):
        kept.save()
    with pytest.raises(Refusal, match="别的记录以它为依据"), journal.entry("删", USER):
        payment.delete_instance()


def test_the_same_invoice_is_not_applied_for_twice_before_the_first_is_paid(ill, one):
    case = ill(cost=Decimal(10_000), insured=Decimal(6_000))
    first = one(case.person, "大病救助", case=case, amount=Decimal(3_000))
    with pytest.raises(Invalid, match=r"另已申请的3000[.]00元除外还有1000[.]00元"):
        one(case.person, "大病救助", case=case, amount=Decimal("1000.01"))
    one(case.person, "大病救助", case=case, amount=Decimal(1_000))
    approved(first)
    paid(first)


def test_the_same_item_of_the_same_fund_for_one_case_is_doubtful_until_one_is_struck_off(ill, one):
    case = ill(cost=Decimal(10_000), insured=Decimal(6_000))
    first = one(case.person, "大病救助", case=case, amount=Decimal(500))
    assert not list(first.doubts())
    again = one(case.person, "大病救助", case=case, amount=Decimal(500))
    (doubt,) = again.doubts()
    assert (doubt.field, "500.00元（拟发）" in doubt.message) == ("item", True)
    for other in ({"fund": "上级资金"}, {"case": ill(case.person)}):
        assert not list(one(case.person, "大病救助", **{"case": case, **other}).doubts())
    with journal.entry("取消", USER):
        cancel(first, "重复登记")
    assert not list(again.doubts())


def test_relief_above_what_the_office_set_for_one_time_is_refused(one, person, rule):
    someone = person()
    one(someone, "临时救助", amount=Decimal(9000))
    rule(2020, **{"emergency.most": 5000})
    one(someone, "临时救助", amount=Decimal(5000))
    with pytest.raises(Invalid, match="每人每次最多5000"):
        one(someone, "临时救助", amount=Decimal("5000.01"))
    one(someone, "健康体检", amount=Decimal(6000))
