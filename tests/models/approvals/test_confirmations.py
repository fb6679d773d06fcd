"""Everybody is seen once a year: sixty days after the notice pay stops, and comes back without what was missed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.approvals import confirmations
from models.approvals.confirmation_steps import confirm_person, notify, stop_unconfirmed
from models.approvals.confirmations import (
    Confirmation,
    begin,
    confirmation_progress,
    month_after,
    overdue,
)
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from models.office import roles
from models.people.identity import Identity

USER = "王芳"
NOTICE, SEEN = PartDate(2020, 6, 10), PartDate(2020, 7, 1)


@pytest.fixture
def listed(identity, person):
    """One person on the list of 2020: ``listed(name="张三")``."""

    def make(**facts):
        made = identity(person(**facts))
        with journal.entry("年度确认", USER):
            begin(2020)
        return Confirmation.get(Confirmation.person == made.person)

    return make


def told(one, day=NOTICE):
    with journal.entry("通知", USER):
        notify([one], day, "电话")
    return Confirmation.get_by_id(one.id)


def seen(one, day=SEEN, way="见面"):
    with journal.entry("确认", USER):
        confirm_person(one, day, way, USER)
    return Confirmation.get_by_id(one.id)


def stopped(one, today=date(2020, 8, 20)):
    with journal.entry("停发", USER):
        stop_unconfirmed([one], USER, today)
    return Confirmation.get_by_id(one.id)


def test_everybody_who_is_paid_is_due_once_and_nobody_else(identity, person):
    both = identity(person(name="甲")).person
    identity(both, kind="伤残人员", grade="六级", nature="因公")
    identity(state="停发")
    identity(person(name="故人", died=PartDate(2019, 5, 1)))
    with journal.entry("年度确认", USER):
        assert begin(2020) == 1
        assert begin(2020) == 0
        assert begin(2021) == 1
    assert confirmation_progress(2020) == (1, 0, 0, 0, 0)
    assert confirmations.confirmation_years() == [2021, 2020]


def test_seen_in_time(listed):
    one = seen(told(listed()))
    assert (one.state, one.handler, one.way) == ("已确认", USER, "见面")
    assert Identity.get().state == "享受待遇"
    with pytest.raises(Refusal, match="已经确认过"):
        seen(one)


def test_who_is_not_seen_in_sixty_days_is_stopped_from_the_next_month(listed):
    one = told(listed())
    assert one.deadline == date(2020, 8, 9)
    assert overdue(2020, date(2020, 8, 9)) == []
    assert overdue(2020, date(2020, 8, 10)) == [one]
    one = stopped(one)
    assert (one.state, str(one.stopped_from)) == ("逾期", "2020-09")
    made = Identity.get()
    assert made.state == "停发"
    assert (str(made.history[0].since), made.history[0].reason) == ("2020-08-09", "2020年年度确认逾期未联系")


def test_nobody_is_stopped_before_the_sixty_days_are_over_or_without_a_notice(listed):
    one = listed()
    with pytest.raises(Refusal, match="没有逾期（未确认）"):
        stopped(one)
    with pytest.raises(Refusal, match="期限到2020年8月9日"):
        stopped(told(one), date(2020, 8, 9))
    assert Identity.get().state == "享受待遇"


def test_who_comes_later_is_paid_again_from_the_month_after_without_arrears(listed):
    one = seen(stopped(told(listed())), PartDate(2020, 11, 3))
    assert (one.state, str(one.resumed_from)) == ("恢复", "2020-12")
    made = Identity.get()
    assert made.state == "享受待遇"
    last = made.history[-1]
    assert str(last.since) == "2020-11-03"
    assert "不补发" in last.reason


def test_what_was_stopped_for_another_reason_stays_stopped(listed, identity):
    one = stopped(told(listed()))
    other = identity(one.person, kind="伤残人员", grade="六级", nature="因公", state="停发")
    seen(one, PartDate(2020, 11, 3))
    assert Identity.get_by_id(other.id).state == "停发"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (PartDate.of(date.today() + timedelta(1)), "晚于今天"),
        (PartDate(2020, 6, 9), "早于通知日期"), (PartDate(2020, 7), "年月日"),
    ],
)  # fmt: skip
def test_a_day_that_cannot_be_is_refused_and_nothing_changes(listed, day, words):
    one = told(listed())
    with pytest.raises(Invalid, match=words):
        seen(one, day)
    assert Confirmation.get_by_id(one.id).state == "已通知"


def test_a_way_that_is_none_and_the_dead_are_refused(listed):
    one = listed()
    with pytest.raises(Invalid, match="确认方式"):
        seen(one, way="托梦")
    one.person.died = PartDate(2020, 5, 1)
    with journal.entry("去世", USER):
        one.person.save()
    with pytest.raises(Invalid, match="已登记去世"):
        seen(Confirmation.get_by_id(one.id))


def test_stopping_takes_the_right_to_approve(listed):
    one = told(listed())
    roles.give("小李", "录入", USER)
    with pytest.raises(Refusal, match="停发待遇"), journal.entry("停发", "小李"):
        stop_unconfirmed([one], "小李", date(2020, 8, 20))
    assert Identity.get().state == "享受待遇"


def test_december_is_followed_by_january():
    assert str(month_after(date(2020, 12, 31))) == "2021-01"
    assert str(month_after(date(2020, 1, 31))) == "2020-02"


def test_the_list_goes_along_streets_and_communities(listed):
    listed(name="乙", street="总寨镇", community="清河村")
    listed(name="甲", street="人民街街道", community="南关街社区")
    names = [each.person.name for each in confirmations.confirmations(2020)]
    assert names == ["甲", "乙"]
    assert confirmations.confirmations(2020, street="总寨镇").count() == 1
    assert confirmations.confirmations(2020, words="甲", state="未确认").count() == 1
