"""Memorials: what there is, and what the patrols found."""

from __future__ import annotations

from datetime import date

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from models.ledger import memorials
from models.ledger.memorials import Memorial, Patrol
from tests.conftest import USER
from tests.models.ledger.conftest import DAY, TOMORROW


def test_a_patrol_that_found_something_waits_until_it_is_put_right(save):
    site = save(Memorial(name="南山烈士墓", responsible="李强"))
    save(Patrol(memorial=site, day=DAY, patroller="王芳"))
    found = save(Patrol(memorial=site, day=PartDate(2020, 6, 1), patroller="王芳", finding="碑文脱色"))
    assert [each.waiting for each in memorials.patrols(site)] == [True, False]
    found.done = True
    assert not save(found).waiting


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"day": None}, "填写日期"),
        ({"day": TOMORROW}, "还没有到"),
        ({"patroller": ""}, "巡查人"),
        ({"done": True}, "没有发现问题"),
    ],
)
def test_what_no_patrol_can_be(save, facts, reason):
    site = save(Memorial(name="南山烈士墓"))
    with pytest.raises(Invalid, match=reason):
        save(Patrol(**{"memorial": site, "day": DAY, "patroller": "王芳", **facts}))


def test_a_memorial_needs_a_name(save):
    with pytest.raises(Invalid, match="名称"):
        save(Memorial())


def test_the_newest_patrol_of_a_site_comes_first_and_another_site_has_its_own(save):
    site, other = save(Memorial(name="南山烈士墓")), save(Memorial(name="纪念碑"))
    save(Patrol(memorial=other, day=DAY, patroller="王芳"))
    for day, patroller in ((PartDate(2020, 5, 1), "甲"), (DAY, "乙"), (PartDate(2020, 5, 1), "丙")):
        save(Patrol(memorial=site, day=day, patroller=patroller))
    assert [each.patroller for each in memorials.patrols(site)] == ["丙", "甲", "乙"]


def test_a_census_of_today_may_be_written_down_and_one_of_tomorrow_not(save):
    save(Memorial(name="南山烈士墓", checked=PartDate.of(date.today())))
    with pytest.raises(Invalid, match=r"普查日期.*还没有到"):
        save(Memorial(name="纪念碑", checked=TOMORROW))


def test_a_site_with_patrols_is_not_deleted(save):
    site = save(Memorial(name="南山烈士墓"))
    save(Patrol(memorial=site, day=DAY, patroller="王芳"))
    with pytest.raises(Refusal, match="不能删除"), journal.entry("删除", USER):
        site.delete_instance()
