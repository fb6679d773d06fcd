"""What may be written down of a visit."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from peewee import IntegrityError

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.visits.visit import Visit, visit_sums, visit_years, visits, visits_to

USER = "王芳"
TODAY = date.today()


@pytest.fixture
def visit(person):
    def make(someone=None, **facts):
        made = Visit(person=someone or person(), **{"day": PartDate(2020, 8, 1), "occasion": "八一", **facts})
        with journal.entry("登记走访", USER):
            made.save()
        return made

    return make


def test_a_visit_keeps_its_money_to_the_fen(visit):
    visit(money=Decimal("500.05"), gifts="大米1袋", gift_value=Decimal("80"))
    kept = visits().get()
    assert (kept.money, kept.gift_value, str(kept.day)) == (Decimal("500.05"), Decimal(80), "2020-08-01")
    assert kept.person.name == "张三"


def test_a_visit_needs_a_day_and_somebody(visit, archive):
    with pytest.raises(Invalid, match="日期"):
        visit(day=None)
    assert set(Visit(day=PartDate(2020)).problems()) == {"person"}


def test_a_visit_of_tomorrow_may_be_planned_but_not_done(visit):
    tomorrow = PartDate.of(TODAY + timedelta(days=1))
    visit(day=tomorrow)
    with pytest.raises(Invalid, match="还没有到"):
        visit(day=tomorrow, done=True)
    visit(day=PartDate.of(TODAY), done=True)


def test_money_is_never_negative(visit):
    with pytest.raises(Invalid, match="负数"):
        visit(money=Decimal("-1"))
    with pytest.raises(Invalid, match="负数"):
        visit(gift_value=Decimal("-1"), gifts="大米")
    kept = visit()
    with pytest.raises(IntegrityError), journal.entry("绕过", USER):
        Visit.update(money=Decimal(-1)).where(Visit.id == kept.id).execute()


def test_the_value_of_gifts_says_which_gifts(visit):
    with pytest.raises(Invalid, match="名称和数量"):
        visit(gift_value=Decimal(100))


def test_a_wish_waits_until_it_is_settled(visit):
    assert visit(wishes="取暖费用较高").waiting
    assert not visit(wishes="取暖费用较高", done=True).waiting
    assert not visit().waiting


def test_the_newest_visit_comes_first(visit, person):
    someone = person(name="李四")
    for day in (PartDate(2019, 2, 1), PartDate(2020, 8, 1), PartDate(2020, 2)):
        visit(someone, day=day)
    visit()
    assert [str(each.day) for each in visits_to(someone)] == ["2020-08-01", "2020-02", "2019-02-01"]
    assert visits().count() == 4


def test_visits_are_chosen_by_person_year_occasion_and_open_wish(visit, person):
    visit(person(name="单雄信"), day=PartDate(2019, 2, 1), occasion="春节", wishes="取暖", money=Decimal(100))
    visit(person(name="李四"), day=PartDate(2020), wishes="取暖", done=True, money=Decimal("50.5"))
    visit(person(name="王五"), wishes=" ", done=None)
    assert [each.person.name for each in visits("sxx")] == ["单雄信"]
    assert {each.person.name for each in visits(year=2020)} == {"李四", "王五"}
    assert [each.person.name for each in visits(occasion="春节")] == ["单雄信"]
    assert [each.person.name for each in visits(waiting=True)] == ["单雄信"]
    assert visit_sums(visits()) == (3, 3, Decimal("150.5"), 0)
    assert visit_sums(visits("没有这人")) == (0, 0, 0, 0)
    assert visit_years() == [2020, 2019]


def test_a_second_visit_in_a_campaign_is_doubted(visit, person):
    from models.visits.campaign import Campaign

    campaign = Campaign(name="2020年八一走访", year=2020)
    with journal.entry("新建批次", USER):
        campaign.save()
    someone, other = person(name="甲"), person(name="乙")
    visit(someone, campaign=campaign)
    again = Visit(person=someone, campaign=campaign, day=PartDate(2020, 8, 2))
    assert [doubt.message for doubt in again.doubts()] == ["本批次已登记过对甲的走访，请核对是否重复"]
    assert not list(Visit(person=other, campaign=campaign, day=PartDate(2020, 8, 2)).doubts())
    assert not list(Visit(person=someone, day=PartDate(2020, 8, 2)).doubts())
    assert not list(Visit(unit="一分队", campaign=campaign, day=PartDate(2020, 8, 2)).doubts())
