"""One-off payments and medical aid: amounts by the office's own data, nothing paid twice, nothing above the invoice, budgets kept."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.aid import budgets, exam_cards, oneoff_register
from models.aid.amounts import AidRule, amount_lines, known_amount, needed_amount, set_rule
from models.aid.budgets import Budget
from models.aid.exam_cards import ExamCard
from models.aid.items import eligible, items
from models.aid.lists import draw_up_list
from models.aid.oneoff_steps import approve_oneoffs, cancel, pay_oneoffs
from models.aid.oneoffs import OneOff, reckon_one
from models.aid.reckoning import WAYS_TO_RECKON, AidFacts, medical, percent, reckon
from models.core import codes, journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from models.office import roles
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people.outsiders import Outsider

USER = "王芳"
DAY = PartDate(2020, 8, 3)


@pytest.fixture
def rule(archive):
    """Set amounts (yuan) and ratios (percent): ``rule(**{"family.town": 14272})``."""

    def make(year=2018, **values):
        with journal.entry("补助标准", USER):
            for key, value in values.items():
                set_rule(key, year, Decimal(str(value)), "某文件")

    return make


@pytest.fixture
def soldier(archive):
    def make(name="兵甲"):
        with journal.entry("登记", USER):
            made = Outsider(name=name, category="义务兵家庭")
            made.save()
        return made

    return make


@pytest.fixture
def one(archive):
    """A one-off payment drawn up: ``one(person, "临时救助", amount=500)``."""

    def make(whom, item, **facts):
        whose = {"outsider" if isinstance(whom, Outsider) else "person": whom}
        made = OneOff(**whose, item=item, **{"year": 2020, "state": "拟发", "amount": Decimal(100), **facts})
        with journal.entry("拟发", USER):
            made.save()
        return made

    return make


@pytest.fixture
def ill(person):
    def make(someone=None, **facts):
        facts = {"kind": "大病救助", "cost": Decimal(100_000), "insured": Decimal(60_000), **facts}
        made = MedicalCase(person=someone or person(), **facts)
        with journal.entry("登记", USER):
            made.save()
        return made

    return make


def approved(*some, day=DAY, user=USER):
    with journal.entry("批准", user):
        return approve_oneoffs(list(some), day, user)


def paid(*some, day=DAY):
    with journal.entry("发放", USER):
        return pay_oneoffs(list(some), day)


def test_every_kind_has_a_programme_and_says_how_often():
    names = codes.table("programme").names()
    for each in items().values():
        assert each.programme in names
        assert each.once in ("年", "终身", "月", "次")
    assert {line.item for line in amount_lines().values()} <= set(items())
    assert set(WAYS_TO_RECKON) <= set(items())


def test_no_amount_is_invented(archive):
    assert AidRule.select().count() == 0
    for key in amount_lines():
        assert known_amount(key, 2020) is None
    with pytest.raises(Refusal, match="“门诊医疗补助”的“农村籍退役士兵”2020年还没有设定"):
        needed_amount("clinic.rural", 2020)


def test_an_amount_holds_from_its_year_until_the_next(rule):
    rule(2018, **{"clinic.rural": 400})
    rule(2020, **{"clinic.rural": 450})
    assert [known_amount("clinic.rural", year) for year in (2017, 2018, 2019, 2021)] == [None, 400, 400, 450]
    rule(2020, **{"clinic.rural": 460})
    assert AidRule.select().count() == 2
    with pytest.raises(Invalid, match="依据哪个文件"), journal.entry("标准", USER):
        set_rule("clinic.rural", 2021, Decimal(500), "")


HOUSEHOLDS = {"family.town": 14272, "family.country": 14272, "family.tibet": 150, "family.plateau": 100,
              "family.merit3": 10, "family.excellent": 5, "family.bachelor": 2000, "family.college": 1000}  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "amount"),
    [
        ({}, "14272.00"), ({"place": "进藏"}, "35680.00"), ({"place": "进疆、高原"}, "28544.00"),
        ({"merit": "三等功"}, "15699.20"), ({"merit": "优秀士兵"}, "14985.60"), ({"degree": "本科"}, "16272.00"),
        ({"place": "进藏", "merit": "三等功", "degree": "专科"}, "38107.20"),
    ],
)  # fmt: skip
def test_the_family_grant_of_a_county_is_reproduced_exactly(rule, facts, amount):
    """汶上县 2018: 14272 a household, Tibet 2.5 times, plateau twice, merit 10 % and 5 %, degrees 2000 and 1000."""
    rule(**HOUSEHOLDS)
    assert reckon("义务兵家庭优待金", AidFacts(2018, "城镇", **facts)).amount == Decimal(amount)


def test_town_and_country_differ_and_one_of_them_must_be_said(rule):
    rule(**{"family.town": 14118, "family.country": 4059})
    assert reckon("义务兵家庭优待金", AidFacts(2018, "城镇")).amount == 14118
    assert reckon("义务兵家庭优待金", AidFacts(2018, "农村")).amount == 4059
    with pytest.raises(Refusal, match="户籍类别"):
        reckon("义务兵家庭优待金", AidFacts(2018))
    with pytest.raises(Refusal, match="还没有设定"):
        reckon("义务兵家庭优待金", AidFacts(2018, "农村", "进藏"))


def test_price_subsidy_is_whole_yuan_and_not_below_the_least(rule):
    rule(**{"price.base": 640, "price.rise": "5.4", "price.least": 10})
    assert reckon("价格临时补贴", AidFacts(2020, quantity=3)).amount == 105  # 640 × 5.4 % = 34.56 → 35
    rule(2021, **{"price.rise": "1.2"})
    low = reckon("价格临时补贴", AidFacts(2021))
    assert low.amount == 10
    assert "不足10" in low.words


def test_years_served_days_trained_and_merit(rule):
    rule(**{"leave.year": 4500, "leave.more": 20, "training.day": 30, "merit.merit3": 2000})
    assert reckon("自主就业一次性经济补助", AidFacts(2020, quantity=2)).amount == 9000
    assert reckon("自主就业一次性经济补助", AidFacts(2020, quantity=5)).amount == 25200
    assert reckon("培训期间生活补助费", AidFacts(2020, quantity=25)).amount == 750
    assert reckon("立功受奖慰问金", AidFacts(2020, merit="三等功")).amount == 2000
    for facts in ({}, {"merit": "特等功"}):
        with pytest.raises(Refusal, match="立功等次"):
            reckon("立功受奖慰问金", AidFacts(2020, **facts))


def test_medical_aid_takes_threshold_ratio_and_cap_in_that_order(rule, ill):
    rule(**{"serious.from": 10_000, "serious.share": 70, "serious.most": 20_000})
    case = ill()
    assert medical("serious", AidFacts(2020, case=case)).amount == 20_000  # (40000 − 10000) × 70 % = 21000
    assert medical("serious", AidFacts(2020, case=case, before=Decimal(15_000))).amount == 5_000
    assert "封顶20000" in medical("serious", AidFacts(2020, case=case)).words


@settings(max_examples=30)
@given(cost=st.integers(1, 10**8), insured=st.integers(0, 10**8), share=st.integers(0, 20_000), least=st.integers(0, 10**7))  # fmt: skip
def test_aid_is_never_more_than_the_patient_bears(archive, cost, insured, share, least):
    with journal.entry("标准", USER):
        set_rule("second.share", 2020, Decimal(share) / 100, "某文件")
        set_rule("second.from", 2020, Decimal(least), "某文件")
    case = MedicalCase(cost=Decimal(cost).scaleb(-2), insured=Decimal(min(insured, cost)).scaleb(-2))
    case.id = 10**9
    amount = medical("second", AidFacts(2020, case=case)).amount
    assert 0 <= amount <= case.cost - case.insured


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


def test_a_list_is_drawn_up_for_those_who_are_eligible(rule, identity, person):
    rule(**{"clinic.insured": 400, "clinic.rural": 500, "insurance.paid": 26000})
    identity(person(name="居民", insurance="城乡居民基本医疗保险"))
    identity(person(name="职工", insurance="城镇职工基本医疗保险"))
    identity(
        person(name="农村兵", insurance="城镇职工基本医疗保险", born=PartDate(1950, 1, 1)),
        kind="农村籍退役士兵",
    )
    identity(person(name="六级"), kind="伤残人员", grade="六级", nature="因公")
    identity(person(name="七级"), kind="伤残人员", grade="七级", nature="因公")
    identity(person(name="故人", insurance="城乡居民基本医疗保险", died=PartDate(2020, 1, 1)))
    identity(person(name="停发", insurance="城乡居民基本医疗保险"), state="停发")
    drawn = draw_up_list("门诊医疗补助", 2020, "2020年门诊补助")
    assert {(line.whom, line.amount) for line in drawn.lines} == {("居民", 400), ("农村兵", 500)}
    assert [each.name for each in eligible("职工医保代缴")] == ["六级"]
    assert [each.name for each in eligible("居民医保参保补助")] == ["居民"]
    assert eligible("健康体检").count() == 5
    assert eligible("临时救助").count() == 0
    with journal.entry("拟发", USER):
        drawn.lines[0].save()
    again = draw_up_list("门诊医疗补助", 2020, "第二次")
    assert len(again.lines) == 1
    assert "已列入" in again.left_out[0][1]


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


def test_a_budget_says_planned_committed_paid_and_left(one, person):
    with journal.entry("预算", USER):
        Budget(year=2020, fund="区级财政", programme="临时救助", planned=Decimal(1000)).save()
    first = one(person(), "临时救助", amount=Decimal(600), fund="区级财政")
    approved(first)
    paid(first)
    one(person(), "临时救助", amount=Decimal(300), fund="区级财政")
    one(person(), "临时救助", amount=Decimal(50), fund="社会捐赠")
    planned, given = budgets.budget_lines(2020)
    assert (planned.planned, planned.committed, planned.paid, planned.left) == (1000, 300, 600, 100)
    assert (given.fund, given.planned, given.committed, given.left) == ("社会捐赠", None, 50, None)
    over = one(person(), "临时救助", amount=Decimal(101), fund="区级财政")
    with pytest.raises(Refusal, match=r"超出1\.00元"):
        approved(over)
    assert OneOff.get_by_id(over.id).state == "拟发"
    with pytest.raises(Invalid, match="已有预算"), journal.entry("预算", USER):
        Budget(year=2020, fund="区级财政", programme="临时救助", planned=Decimal(1)).save()


def test_a_day_in_the_future_is_refused(one, person):
    made = one(person(), "临时救助")
    tomorrow = PartDate.of(date.today() + timedelta(1))
    with pytest.raises(Invalid, match="晚于今天"):
        approved(made, day=tomorrow)
    approved(made)
    with pytest.raises(Invalid, match="晚于今天"):
        paid(OneOff.get_by_id(made.id), day=tomorrow)


def test_cards_are_issued_against_a_signature_used_or_given_back_and_settled(rule, identity, person):
    rule(**{"exam.card": "1138.50"})
    for name in ("甲", "乙", "丙"):
        identity(person(name=name))
    with journal.entry("体检卡", USER):
        assert exam_cards.list_all(2020, "某医院") == 3
        assert exam_cards.list_all(2020) == 0
    one_card, two, _ = list(ExamCard.select())
    with journal.entry("领卡", USER):
        exam_cards.issue(one_card, "0001", DAY, "甲")
        exam_cards.issue(two, "0002", DAY, "乙（女代领）")
    with pytest.raises(Invalid, match="签字"), journal.entry("领卡", USER):
        exam_cards.issue(ExamCard.get_by_id(3), "0003", DAY, "")
    with pytest.raises(Invalid, match="已发给甲"), journal.entry("领卡", USER):
        exam_cards.issue(ExamCard.get_by_id(3), "0001", DAY, "丙")
    with journal.entry("体检", USER):
        exam_cards.use(one_card, PartDate(2020, 9, 1))
        exam_cards.give_back(two, PartDate(2020, 10, 1), "外出务工")
    with pytest.raises(Refusal, match="体检以后才能结算"), journal.entry("结算", USER):
        exam_cards.settle_cards([two], PartDate(2020, 11, 1), "区级财政")
    with journal.entry("结算", USER):
        (payment,) = exam_cards.settle_cards([one_card], PartDate(2020, 11, 1), "区级财政")
    assert (payment.programme, payment.amount) == ("体检", Decimal("1138.50"))
    with pytest.raises(Refusal, match="已经结算"), journal.entry("结算", USER):
        exam_cards.settle_cards([one_card], PartDate(2020, 11, 1), "区级财政")
    assert exam_cards.exam_progress(2020) == ({"已体检": 1, "已退回": 1, "待领": 1}, Decimal("1138.50"))
    with pytest.raises(Refusal, match="不能改为"), journal.entry("退", USER):
        exam_cards.give_back(one_card, PartDate(2020, 12, 1), "")


def test_ratios_are_written_as_officers_do():
    assert [percent(Decimal(each)) for each in ("0.1", "0.025", "1.5", "1")] == [
        "10%",
        "2.5%",
        "150%",
        "100%",
    ]


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


def test_what_is_paid_monthly_is_drawn_up_for_a_month(archive):
    with pytest.raises(Refusal, match="所属月份"):
        draw_up_list("价格临时补贴", 2020, "2020年价格临时补贴")
