"""A public notice hangs for whole days before the office decides."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.approvals import notices
from models.approvals.notices import PublicNotice, new_notice
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from tests.models.approvals.conftest import DAY, USER, signed


def test_the_office_decides_only_after_the_notice_has_hung_out(case, identity):
    someone = identity(kind="农村籍退役士兵", state="受理").person
    made = signed(signed(case("农村籍退役士兵老年生活补助", someone), 0), 1)
    with pytest.raises(Invalid, match="须先公示3日"):
        signed(made, 2)
    notice = new_notice(made)
    notice.begins = PartDate(2020, 9, 14)
    with journal.entry("公示", USER):
        notice.save()
    with pytest.raises(Invalid, match="公示到2020年9月17日才满"):
        signed(made, 2, day=PartDate(2020, 9, 17))
    with pytest.raises(Invalid, match="有没有异议"):
        signed(made, 2, day=PartDate(2020, 9, 18))
    notice.objected = False
    with journal.entry("公示", USER):
        notice.save()
    assert signed(made, 2, day=PartDate(2020, 9, 18)).state == "同意"
    assert notice.told() == "2020年9月14日至2020年9月17日公示3日，无异议。"


def test_a_notice_of_working_days_counts_the_holidays_out(case, identity):
    someone = identity(kind="伤残人员", grade="六级", nature="因公", state="受理").person
    notice = new_notice(case("评定残疾等级", someone))
    notice.begins = PartDate(2020, 9, 28)
    assert notice.ends() == date(2020, 10, 14)  # 29, 30, 9, Saturday 10, 12, 13, 14
    notice.begins = PartDate.of(date.today() + timedelta(1))
    assert "晚于今天" in notice.problems()["begins"]
    notice.begins = PartDate(2020, 9, 1)
    assert "早于受理日期" in notice.problems()["begins"]


def test_a_notice_says_what_was_done_about_an_objection(case):
    notice = new_notice(case())
    notice.begins, notice.objected = DAY, True
    assert set(notice.problems()) == {"outcome"}
    assert notices.forbids_decision(notice.approval, date(2020, 9, 30)) == ""
    assert PublicNotice.select().count() == 0


@pytest.fixture
def notice(case):
    """A notice that began on the day of acceptance and hangs seven days."""
    return PublicNotice(approval=case(), begins=DAY, days=7, working=False, place="某村")


def test_days_are_whole_and_the_first_is_the_day_after(notice):
    assert notice.ends() == date(2020, 9, 17)
    notice.working = True
    assert notice.ends() == date(2020, 9, 21)  # over one weekend


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"days": 0}, "days"), ({"days": 91}, "days"), ({"days": None}, "days"), ({"begins": PartDate(2020, 9)}, "begins"), ({"begins": None}, "begins")],
)  # fmt: skip
def test_what_no_notice_can_be(notice, facts, field):
    for days in (1, 90):
        notice.days = days
        assert notice.problems() == {}
    for name, value in facts.items():
        setattr(notice, name, value)
    assert set(notice.problems()) == {field}


def test_what_the_form_says_of_a_notice(notice):
    span = "2020年9月10日至2020年9月17日在某村公示7日"
    assert notice.told() == f"{span}。"
    notice.objected = False
    assert notice.told() == f"{span}，无异议。"
    notice.objected = True
    assert notice.told() == f"{span}，有异议。"
    notice.outcome = "异议不成立"
    assert notice.told() == f"{span}，异议不成立。"


def test_a_new_notice_hangs_as_long_as_the_matter_wants_and_where_the_person_lives(case, person):
    someone = person(street="总寨镇", community="清河村")
    made = new_notice(case("评定残疾等级", someone))
    assert (made.days, made.working, made.place) == (7, True, "总寨镇清河村")
    assert made.begins == PartDate.of(date.today())
    assert (new_notice(case("临时救助", someone)).days, made.person_id) == (7, someone.id)


def test_where_two_notices_hung_both_must_be_over(case, notice):
    for begins in (DAY, PartDate(2020, 9, 20)):
        with journal.entry("公示", USER):
            PublicNotice(approval=notice.approval, begins=begins, days=3, objected=False).save()
    assert "公示到2020年9月23日才满" in notices.forbids_decision(notice.approval, date(2020, 9, 23))
    assert notices.forbids_decision(notice.approval, date(2020, 9, 24)) == ""
