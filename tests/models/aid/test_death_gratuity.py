"""一次性抚恤金 and 烈士褒扬金: by the figures of the day of the death, increased by honour, shared among the heirs to the fen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.aid.death_gratuity import commendation, gratuity, honour_names, part_of_heir
from models.aid.oneoffs import reckon_one
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.deaths.heirs import Heir
from models.pay.standards.policy_figures import PolicyFigure
from models.payments.payment import Payment
from models.people.outsiders import Outsider
from tests.factories import citizen_number, workbook
from tests.models.aid.conftest import USER

MATTERS = ("一次性抚恤金", "一次性抚恤金增发", "烈士褒扬金", "上一年度全国城镇居民人均可支配收入")
PAY = Decimal(8000)
DAY = PartDate(2023, 5, 4)  # the income of 2022: 49283


@pytest.fixture
def sure(archive):
    """An office that has confirmed what the program brought along."""
    with journal.entry("确认", USER):
        PolicyFigure.update(confirmed=True).where(PolicyFigure.matter.in_(MATTERS)).execute()


@pytest.mark.parametrize(
    ("day", "way", "amount"),
    [
        (DAY, "烈士", 49283 * 20 + 8000 * 40), (DAY, "因公牺牲", 49283 * 20 + 8000 * 40), (DAY, "病故", 49283 * 2 + 8000 * 40),
        (DAY, "旧伤复发", 49283 * 20 + 8000 * 40), (PartDate(2024, 11, 2), "病故", 51821 * 2 + 8000 * 40),
        (PartDate(2009, 3), "烈士", 8000 * 80), (PartDate(2009, 3), "因公牺牲", 8000 * 40), (PartDate(2009, 3), "病故", 8000 * 20),
    ],
)  # fmt: skip
def test_it_is_the_multiple_of_the_income_of_the_year_before_and_months_of_pay_by_the_text_of_the_day(
    sure, day, way, amount
):
    assert gratuity(day, way, PAY)[0] == amount


def test_the_words_tell_the_formula_and_the_clause_of_the_day(sure):
    words = gratuity(DAY, "旧伤复发", PAY)[1]
    assert "49283元×20" in words
    assert "第二十八条第一款" in words
    assert "第十三条第一款" in words
    assert "第十五条第二款" in gratuity(PartDate(2024, 11), "病故", PAY)[1]


@pytest.mark.parametrize(
    ("day", "honour", "percent"),
    [(DAY, "一等功", 25), (DAY, "三等功", 5), (PartDate(2024, 11), "三等战功或者二等功", 15)],
)
def test_honour_increases_it_by_the_share_of_the_day(sure, day, honour, percent):
    plain, more = gratuity(day, "病故", PAY)[0], gratuity(day, "病故", PAY, honour)[0]
    assert more == plain + plain * percent / 100


def test_an_honour_that_the_text_of_the_day_does_not_know_is_refused(sure):
    with pytest.raises(Refusal, match="三等战功或者二等功"):
        gratuity(DAY, "病故", PAY, "三等战功或者二等功")
    assert "三等战功或者二等功" in honour_names()


def test_a_martyr_is_commended_with_thirty_times_the_income_of_the_year_before(sure):
    assert commendation(PartDate(2022, 7))[0] == 47412 * 30
    assert "《烈士褒扬条例》" in commendation(PartDate(2022, 7))[1]


def test_a_figure_that_nobody_has_confirmed_is_not_used(archive):
    with pytest.raises(Refusal, match="没有确认"):
        gratuity(DAY, "烈士", PAY)


@pytest.mark.parametrize(
    ("day", "way", "pay", "said"),
    [
        (None, "烈士", PAY, "日期"), (PartDate(2023), "烈士", PAY, "月份"), (DAY, "", PAY, "情形"), (DAY, "病故", None, "月工资"),
        (PartDate(2004, 3), "病故", PAY, "没有登记"), (PartDate(2027, 3), "病故", PAY, "2027年"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(sure, day, way, pay, said):
    with pytest.raises(Refusal, match=said):
        gratuity(day, way, pay)


def test_heirs_have_the_same_and_who_takes_the_fen_that_do_not_divide_is_named():
    total = Decimal("100.00")
    first, *others = (part_of_heir(total, 3, rest) for rest in (True, False, False))
    assert [first[0], *(each[0] for each in others)] == [Decimal("33.34"), Decimal("33.33"), Decimal("33.33")]
    assert "0.01元归本人" in first[1]
    assert "0.01元归另一人" in others[0][1]
    assert part_of_heir(total, 1, False) == (total, "")
    assert part_of_heir(total, 2, False)[0] == 50


def test_a_line_of_an_heir_is_reckoned_from_what_stands_on_it(sure, person, one):
    facts = {"died": DAY, "way": "病故", "wage": PAY, "quantity": 3, "rest": True}
    line = one(person(), "一次性抚恤金", **facts)
    assert reckon_one(line).amount == Decimal("139522.00")  # (98566 + 320000) / 3
    assert reckon_one(one(person(), "烈士褒扬金", died=DAY, quantity=1)).amount == 49283 * 30


def test_one_death_is_paid_to_an_heir_once_whatever_the_year_and_another_death_again(person, one):
    mother = person()
    one(mother, "烈士褒扬金", died=DAY, quantity=1)
    with pytest.raises(Refusal, match="不能重复"):
        one(mother, "烈士褒扬金", died=DAY, quantity=1, year=2021)
    one(mother, "烈士褒扬金", died=PartDate(2024, 1, 2), quantity=1)
    with pytest.raises(Refusal, match="牺牲病故日期"):
        one(mother, "烈士褒扬金", quantity=1)


@pytest.fixture
def family(person):
    """Somebody who died, and the relatives with their shares: ``family(60, 40)`` gives those who get the money."""

    def make(*shares, waived=(), died=DAY):
        dead, made = person(name="李英", died=died), []
        with journal.entry("登记遗属", USER):
            for number, share in enumerate(shares):
                heir = Heir(
                    person=dead, name=f"遗属{number}", relation="子女", number=citizen_number(), share=share
                )
                heir.waived = number in waived or None
                heir.save()
                made.append(Outsider(name=heir.name, number=heir.number))
                made[-1].save()
        return made

    return make


def test_a_share_that_was_entered_after_the_death_is_not_typed_again(sure, family, one):
    first, second = family(60, 40)
    facts = {"died": DAY, "way": "病故", "wage": PAY}
    whole = 49283 * 2 + 8000 * 40
    lines = [reckon_one(one(whom, "一次性抚恤金", **facts)) for whom in (first, second)]
    assert [line.amount for line in lines] == [whole * Decimal("0.6"), whole * Decimal("0.4")]
    assert "“身后事”登记遗属0的份额60%" in lines[0].words
    equal = reckon_one(one(first, "烈士褒扬金", died=DAY, quantity=2))
    assert equal.amount == 49283 * 15  # who types how many there are divides it equally


def test_the_parts_of_all_heirs_come_to_the_whole_to_the_fen(sure, family, one):
    some = family(33, 33, 34)
    facts = {"died": DAY, "way": "病故", "wage": Decimal("8000.01")}
    parts = [reckon_one(one(whom, "一次性抚恤金", **facts)).amount for whom in some]
    assert sum(parts) == gratuity(DAY, "病故", Decimal("8000.01"))[0]


@pytest.mark.parametrize(
    ("shares", "waived", "said"),
    [
        ((60, 30), (), "合计不是100%"),
        ((100, None), (), ""),
        ((None, 100), (0,), "书面放弃"),
        ((None, 100), (), "没有登记份额"),
    ],
)
def test_shares_that_do_not_say_it_are_asked_for(sure, family, one, shares, waived, said):
    first, *_ = family(*shares, waived=waived)
    line = one(first, "烈士褒扬金", died=DAY)
    if said:
        with pytest.raises(Refusal, match=said):
            reckon_one(line)
    else:
        assert reckon_one(line).amount == 49283 * 30


def test_of_another_death_the_shares_say_nothing(sure, family, one):
    (heir,) = family(100, died=PartDate(2022, 1, 1))
    with pytest.raises(Refusal, match="领取人数"):
        reckon_one(one(heir, "烈士褒扬金", died=DAY))


def told_by_register(take_in, tmp_path, whom, item):
    rows = [
        ["发放日期", "姓名", "身份证号", "项目", "金额"],
        ["2020-10-20", whom.name, whom.number, item, 5000],
    ]
    return take_in(
        workbook(tmp_path / "登记.xlsx", {f"{item}发放登记": [[f"2020年{item}发放登记表"], *rows]})
    )


@pytest.mark.parametrize("item", ["一次性抚恤金", "烈士褒扬金"])
def test_what_a_list_pays_an_heir_no_register_and_no_typed_payment_pays_again(
    person, one, take_in, tmp_path, item
):
    mother = person()
    one(mother, item, died=DAY)
    plan = told_by_register(take_in, tmp_path, mother, item)
    assert (plan.total("new"), plan.total("refused")) == (0, 1)
    with pytest.raises(Refusal, match=f"已列入{item}"), journal.entry("登记发放", USER):
        Payment(person=mother, programme=item, item=item, month=PartDate(2020, 12), amount=Decimal(1)).save()


@pytest.mark.parametrize("item", ["一次性抚恤金", "烈士褒扬金"])
def test_what_a_register_has_paid_no_list_pays_again(person, one, take_in, tmp_path, item):
    mother = person()
    assert told_by_register(take_in, tmp_path, mother, item).total("new") == 1
    with pytest.raises(Refusal, match=r"已于2020年10月20日发放5000\.00元"):
        one(mother, item, died=DAY)
