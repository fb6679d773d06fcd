"""From which month, until which: the rules of law, by the date of the law."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.pay.grants import claims
from models.pay.grants.entitlements import entitlement
from models.pay.grants.grants import GradeChange, Grant, regrade
from models.pay.grants.rules import Ways
from models.pay.standards import months
from tests.models.pay.conftest import USER, tell


def entitled(identity, first, last, **ways):
    """The months between two in which an identity is entitled; an unsure one is told with a question mark."""
    (claim,) = (c for c in claims.claims_of_person(identity.person) if c.identity == identity.id)
    made = entitlement(claim, Ways(**ways))
    found = []
    for month in range(months.read_month(first), months.read_month(last) + 1):
        at = made.at(month)
        if at is not None:
            found.append(months.iso(month) + ("" if hasattr(at, "facts") else "?"))
    return found


def test_paid_from_the_start_month_on(granted):
    assert entitled(granted("2021-03-15"), "2021-01", "2021-05") == ["2021-04", "2021-05"]


@pytest.mark.parametrize("state", ["停发", "中止", "取消"])
def test_a_stop_counts_from_the_next_month(granted, state):
    stopped = granted(states=[{"state": state, "since": "2021-05-20"}])
    assert entitled(stopped, "2021-04", "2021-08") == ["2021-04", "2021-05"]


def test_paid_again_from_the_month_after_and_nothing_for_the_time_between(granted):
    back = granted(
        states=[{"state": "停发", "since": "2021-05-20"}, {"state": "享受待遇", "since": "2021-07-02"}]
    )
    assert entitled(back, "2021-04", "2021-09") == ["2021-04", "2021-05", "2021-08", "2021-09"]


def test_after_a_death_nothing_from_the_next_month_whatever_the_state_says(granted, person):
    dead = granted(someone=person(died=PartDate(2021, 5, 1)))
    assert entitled(dead, "2021-04", "2021-08") == ["2021-04", "2021-05"]
    tell(dead, "去世", "2021-06-15", died_on="2021-05-01")
    assert entitled(dead, "2021-04", "2021-08") == ["2021-04", "2021-05"]


def test_a_death_known_by_its_year_alone_leaves_its_months_unsure(granted, person):
    dead = granted(someone=person(died=PartDate(2021)))
    assert entitled(dead, "2020-12", "2022-01") == [
        "2020-12",
        "2021-01",
        *(f"2021-{m:02}?" for m in range(2, 13)),
    ]


def test_who_moves_out_is_paid_to_the_end_of_the_year_unless_the_paper_names_a_month(granted):
    moved = granted(states=[{"state": "迁移", "since": "2021-05-20", "place": "城西区"}])
    assert entitled(moved, "2021-11", "2022-02") == ["2021-11", "2021-12"]
    named = granted(states=[{"state": "迁移", "since": "2021-05-20", "paid_to": "2021-06"}])
    assert entitled(named, "2021-05", "2021-09") == ["2021-05", "2021-06"]


def test_who_moves_in_is_paid_after_the_month_the_old_place_paid_to(identity):
    came = identity(kind="三属", category="烈士遗属", approved=PartDate(2010, 1, 1))
    tell(came, "享受待遇", "2021-05-20", place="城西区", paid_to="2021-08")
    assert entitled(came, "2021-06", "2021-10") == ["2021-09", "2021-10"]
    other = identity(kind="三属", category="烈士遗属", approved=PartDate(2010, 1, 1))
    tell(other, "享受待遇", "2021-05-20", place="城西区")
    assert entitled(other, "2021-11", "2022-02") == ["2022-01", "2022-02"]


def test_the_year_of_discharge_is_the_forces_own(granted):
    graded_in_service = granted("2020-03-01", left=PartDate(2020, 9, 1))
    assert entitled(graded_in_service, "2020-10", "2021-02") == ["2021-01", "2021-02"]
    graded_at_home = granted("2020-11-01", left=PartDate(2020, 9, 1))
    assert entitled(graded_at_home, "2020-10", "2021-02") == ["2020-12", "2021-01", "2021-02"]


@pytest.mark.parametrize(
    ("sixty", "first"),
    [("满60周岁次月", "2021-07"), ("满60周岁当月", "2021-06"), ("满60周岁当年1月", "2021-01")],
)
def test_the_first_month_at_sixty_is_the_offices_way(granted, person, sixty, first):
    old = granted(
        "2020-12-01",
        person(born=PartDate(1961, 6, 15)),
        kind="农村籍退役士兵",
        category="",
        grade="",
        nature="",
    )
    assert entitled(old, "2020-06", "2021-12", sixty=sixty)[0] == first


def test_sixty_does_not_bring_forward_an_approval(granted, person):
    late = granted(
        "2021-09-10", person(born=PartDate(1950, 1, 1)), kind="烈士子女", category="", grade="", nature=""
    )
    assert entitled(late, "2021-01", "2021-10") == ["2021-09", "2021-10"]


def test_an_approval_known_by_its_year_leaves_that_years_months_unsure(granted):
    old = granted("2013")
    assert entitled(old, "2013-01", "2014-02") == [
        *(f"2013-{m:02}?" for m in range(2, 13)),
        "2014-01",
        "2014-02",
    ]


def test_without_any_date_of_approval_nothing_is_sure(granted):
    assert entitled(granted(None), "2021-01", "2021-02") == ["2021-01?", "2021-02?"]
    assert entitled(granted(None, paid_to=PartDate(2021, 1)), "2021-01", "2021-02") == ["2021-01?", "2021-02"]


@pytest.mark.parametrize("state", ["受理", "身份认定不享受待遇", "不予认定", "停发", "去世"])
def test_who_never_was_entitled_has_no_grant(identity, state):
    never = identity(state=state, kind="伤残人员", approved=PartDate(2013, 1, 1))
    assert entitled(never, "2021-01", "2021-03") == []


def test_a_roster_that_tells_of_a_death_alone_tells_until_when(identity, person):
    dead = identity(
        person(died=PartDate(2021, 5, 10)), state="去世", kind="伤残人员", approved=PartDate(2013, 1, 1)
    )
    assert entitled(dead, "2021-04", "2021-07") == ["2021-04", "2021-05"]


@pytest.mark.parametrize("state", ["停发", "迁移", "取消"])
def test_a_roster_that_tells_how_far_somebody_was_paid_tells_until_when(identity, state):
    gone = identity(state=state, kind="伤残人员", approved=PartDate(2013, 1, 1), paid_to=PartDate(2021, 5))
    assert entitled(gone, "2021-04", "2021-07") == ["2021-04", "2021-05"]


def test_a_stop_without_a_date_is_not_guessed(granted):
    stopped = granted()
    tell(stopped, "停发")
    assert entitled(stopped, "2021-01", "2021-02") == ["2021-01?", "2021-02?"]


def test_a_new_grade_counts_by_the_rule_of_starts(granted):
    graded = granted(grade="八级", nature="因公")
    with journal.entry("调整残疾等级", USER):
        regrade(
            GradeChange(
                identity=graded,
                person=graded.person_id,
                approved=PartDate(2021, 3, 10),
                grade_before="八级",
                nature_before="因公",
                grade="六级",
                nature="因公",
            )
        )
    (claim,) = claims.claims_of_person(graded.person)
    made = entitlement(claim, Ways())
    assert made.at(months.month(2021, 3)).facts.grade == "八级"
    assert made.at(months.month(2021, 4)).facts.grade == "六级"
    assert "2021年3月10日调整为六级因公" in made.at(months.month(2021, 4)).begun


def test_the_offices_decision_goes_before_the_rules(granted):
    decided = granted("2013-07-04")
    with pytest.raises(Invalid, match="依据"), journal.entry("核定", USER):
        Grant(identity=decided, person=decided.person_id, begins=PartDate(2021, 2)).save()
    with journal.entry("核定", USER):
        Grant(
            identity=decided,
            person=decided.person_id,
            begins=PartDate(2021, 2),
            ends=PartDate(2021, 4),
            basis="局务会",
        ).save()
    assert entitled(decided, "2021-01", "2021-06") == ["2021-02", "2021-03", "2021-04"]


def facts_at(identity, month, **ways):
    """What an identity is entitled as in a month."""
    (claim,) = claims.claims_of_person(identity.person)
    return entitlement(claim, Ways(**ways)).at(months.read_month(month))


@pytest.mark.parametrize(
    ("approved", "first"), [("2020-08-31", "2021-01"), ("2020-09-01", "2021-01"), ("2020-09-02", "2020-10")]
)
def test_who_was_graded_on_the_very_day_of_his_discharge_was_graded_in_service(granted, approved, first):
    made = granted(approved, left=PartDate(2020, 9, 1))
    assert entitled(made, "2020-08", "2021-03")[0] == first


def test_the_year_of_discharge_says_why_and_concerns_disabled_soldiers_alone(granted):
    made = granted("2020-03-01", left=PartDate(2020, 9, 1))
    assert facts_at(made, "2021-01").begun == (
        "退役当年由部队发，自2021年1月起发（《伤残抚恤管理办法》（2019年修订）第二十三条）"
    )
    other = granted("2020-03-01", left=PartDate(2020, 9, 1), category="伤残民兵民工")
    assert entitled(other, "2020-03", "2020-04") == ["2020-04"]
    long_ago = granted("2020-03-01", left=PartDate(2019, 9, 1))
    assert facts_at(long_ago, "2020-04").begun.startswith("2020年3月1日批准，自2020年4月起发（")
    before = granted("2020-03-01", left=PartDate(2020, 2, 1))
    assert facts_at(before, "2020-04").begun.startswith("2020年3月1日批准")


@pytest.mark.parametrize(
    ("born", "first"),
    [("1961-06-01", "2021-07"), ("1961-06-30", "2021-07"), ("1961-06", "2021-07"), ("1961", "2022-01")],
)
def test_the_month_after_sixty_whatever_is_known_of_the_birthday(granted, person, born, first):
    number = f"630103{(born.replace('-', '') + '0630')[:8] if len(born) > 7 else '19700101'}0018"
    old = granted("2020-12-01", person(born=PartDate.parse(born), number=number), kind="农村籍退役士兵", category="", grade="", nature="")  # fmt: skip
    assert entitled(old, "2020-12", "2022-02")[0] == first
    day = PartDate.parse(born).chinese()
    assert (
        facts_at(old, first).begun
        == f"{day}出生，满60周岁次月（{months.month_words(months.read_month(first))}）起发"
    )


def test_who_came_before_sixty_and_is_approved_after_has_the_approval_s_month(granted, person):
    old = granted("2021-09-01", person(born=PartDate(1961, 6, 15)), kind="农村籍退役士兵", category="", grade="", nature="")  # fmt: skip
    assert entitled(old, "2021-06", "2021-09") == ["2021-09"]
    assert facts_at(old, "2021-09").begun.startswith("2021年9月1日批准，自2021年9月起发")


def test_the_months_of_a_stop_known_by_its_year_are_unsure(granted):
    stopped = granted(states=[{"state": "停发", "since": "2021"}])
    assert entitled(stopped, "2020-12", "2022-02") == [
        "2020-12",
        "2021-01",
        *(f"2021-{m:02}?" for m in range(2, 13)),
    ]
    assert facts_at(stopped, "2021-02").reason == "停发日期只记到2021年"
    back = granted(states=[{"state": "停发", "since": "2021"}, {"state": "享受待遇", "since": "2022-03-01"}])
    assert entitled(back, "2021-12", "2022-05") == ["2021-12?", "2022-04", "2022-05"]


def test_the_order_of_entry_does_not_matter_the_order_of_the_days_does(granted):
    back = granted(
        states=[{"state": "享受待遇", "since": "2021-07-02"}, {"state": "停发", "since": "2021-05-20"}]
    )
    with journal.entry("更正", USER):
        back.state = "享受待遇"
        back.save()
    assert entitled(back, "2021-04", "2021-09") == ["2021-04", "2021-05", "2021-08", "2021-09"]
    assert facts_at(back, "2021-08").begun == (
        "2021年7月2日恢复，自下一个月2021年8月起发（《伤残抚恤管理办法》（2019年修订）第二十五条第二款）"
    )


def test_a_resumption_nobody_dated_leaves_the_months_since_the_stop_unsure(granted):
    back = granted(states=[{"state": "停发", "since": "2021-05-20"}, {"state": "享受待遇"}])
    assert entitled(back, "2021-04", "2021-07") == ["2021-04", "2021-05", "2021-06?", "2021-07?"]
    assert facts_at(back, "2021-06").reason == "恢复享受待遇，没有登记从何时起"


@pytest.mark.parametrize(
    ("state", "ended"),
    [
        ({"state": "停发", "since": "2021-05-20"}, "2021年5月20日停发，发至2021年5月（从下一个月起停发，《伤残抚恤管理办法》（2019年修订）第二十五条、第二十六条）"),
        ({"state": "迁移", "since": "2021-05-20"}, "2021年5月20日迁移，发至2021年12月（当年由迁出地发，《伤残抚恤管理办法》（2019年修订）第二十三条）"),
        ({"state": "迁移", "since": "2021-05-20", "paid_to": "2021-06"}, "2021年5月20日迁移，发至2021年6月（按登记的已发至月份）"),
        ({"state": "去世", "since": "2021-06-15", "died_on": "2021-05-01"}, "2021年5月1日去世，发至2021年5月（死亡的从下一个月起停发，《伤残抚恤管理办法》（2019年修订）第二十六条）"),
    ],
)  # fmt: skip
def test_every_end_says_why(granted, state, ended):
    made = granted(states=[state])
    (claim,) = claims.claims_of_person(made.person)
    assert entitlement(claim, Ways()).ended == ended


def test_the_office_s_decision_and_what_a_roster_tells_say_why_it_ends(granted, identity):
    decided = granted("2013-07-04")
    with journal.entry("核定", USER):
        Grant(identity=decided, person=decided.person_id, ends=PartDate(2021, 4), basis="局务会").save()
    gone = identity(state="停发", kind="伤残人员", approved=PartDate(2013, 1, 1), paid_to=PartDate(2021, 5))
    (one,), (two,) = (claims.claims_of_person(each.person) for each in (decided, gone))
    assert entitlement(one, Ways()).ended == "单位核定发至2021年4月（局务会）"
    assert entitled(decided, "2021-03", "2021-06") == ["2021-03", "2021-04"]
    assert entitlement(two, Ways()).ended == "现为停发，登记已发至2021年5月"


def test_a_death_before_the_beginning_gives_nothing(granted, person):
    made = granted("2021-09-01", someone=person(died=PartDate(2021, 5, 1)))
    assert entitled(made, "2021-01", "2022-01") == []
    unsure = granted("2021", someone=person(died=PartDate(2021, 5, 1)))
    assert entitled(unsure, "2021-01", "2022-02") == ["2021-02?", "2021-03?", "2021-04?", "2021-05?"]
    assert facts_at(unsure, "2021-02").reason == "批准日期只记到2021年，不知从哪个月起享受"


def test_who_moves_away_and_comes_back_is_paid_by_the_paper_of_each_move(granted):
    back = granted(
        states=[
            {"state": "迁移", "since": "2021-05-20", "paid_to": "2021-06"},
            {"state": "享受待遇", "since": "2022-03-01", "place": "城西区", "paid_to": "2022-04"},
        ]
    )
    assert entitled(back, "2021-06", "2022-06") == ["2021-06", "2022-05", "2022-06"]
    assert facts_at(back, "2022-05").begun == "2022年3月1日迁入，自2022年5月起发"


def test_two_new_grades_cut_the_months_at_each(granted):
    graded = granted(grade="五级", nature="因公")
    for approved, before, after in (("2021-03-10", "八级", "六级"), ("2022-03-10", "六级", "五级")):
        with journal.entry("调整残疾等级", USER):
            GradeChange(
                identity=graded, person=graded.person_id, approved=PartDate.parse(approved),
                grade_before=before, nature_before="因公", grade=after, nature="因公",
            ).save()  # fmt: skip
    grades = [facts_at(graded, month).facts.grade for month in ("2021-03", "2021-04", "2022-03", "2022-04")]
    assert grades == ["八级", "六级", "六级", "五级"]
    assert facts_at(graded, "2022-04").begun.startswith("2022年3月10日调整为五级因公，自2022年4月起（")
    tell(graded, "停发", "2021-08-01")
    assert entitled(graded, "2021-07", "2021-10") == ["2021-07", "2021-08"]
    assert facts_at(graded, "2021-08").facts.grade == "六级"


def test_who_was_born_on_the_29th_of_february_is_sixty_that_very_day(granted, person):
    born = person(born=PartDate(1956, 2, 29))
    old = granted("2016-01-05", born, kind="农村籍退役士兵", category="", grade="", nature="")
    assert entitled(old, "2015-12", "2016-04") == ["2016-03", "2016-04"]
