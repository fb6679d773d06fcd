"""What follows from a death: nothing ends in silence, what cannot be known is asked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.approvals.approval import Approval
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.deaths.affairs import DeathAffair, affair_of, keep_affair
from models.deaths.after_death import after_death, dead_people, found_dead, open_affairs
from models.deaths.heirs import Heir, heirs_of
from models.deaths.sentinel import DeathMatch, MatchState
from models.deaths.survivors_rights import start_approval
from models.pay.grants.grants import Grant
from models.pay.runs import following_runs, runs
from models.payments.payment import REGULAR, Payment
from models.people.person import Person
from models.undo.undo import undo
from tests import factories
from tests.models.pay.conftest import USER, granted, standard, tell  # noqa: F401
from tests.models.pay.runs.conftest import draw, paid, payee  # noqa: F401


def heir(whom, name="李四", **facts):
    facts = {
        "relation": "配偶",
        "number": factories.citizen_number(sex="女"),
        "account": factories.card_number(7),
    } | facts
    made = Heir(person=whom, name=name, **facts)
    with journal.entry("登记遗属", USER):
        made.save()
    return made


def caused(whom, cause, **facts):
    affair = affair_of(whom)
    affair.cause = cause
    for name, value in facts.items():
        setattr(affair, name, value)
    with journal.entry("身后事", USER):
        keep_affair(affair)
    return affair


ALL_PAPERS = {"application": True, "certificate": True, "kinship": True, "cards": True}


@pytest.fixture
def dead(payee, paid):  # noqa: F811
    """A 残疾军人 of the first grade, by war, who died in September 2021, after runs had begun."""

    def make(**facts):
        grant = payee(
            "甲",
            1,
            **({"kind": "伤残人员", "category": "残疾军人", "grade": "一级", "nature": "因战"} | facts),
        )
        paid("2021-08")
        tell(grant, "去世", "2021-09-03", died_on="2021-09-03")
        with journal.entry("登记去世", USER):
            someone = grant.person
            someone.died = PartDate(2021, 9, 3)
            someone.save()
        return Person.get_by_id(grant.person_id)

    return make


def test_what_cannot_be_known_is_asked(dead):
    someone = dead()
    told = "；".join(after_death(someone).open)
    assert "没有登记死亡原因" in told
    assert "还没有登记领取的遗属" in told
    assert "还缺材料：遗属申请书、死亡证明、关系证明、户口簿和身份证" in told


def test_twelve_months_go_to_the_relative_and_the_clause_is_that_of_the_day(dead):
    someone = dead()
    caused(someone, "因病", **ALL_PAPERS)
    heir(someone)
    found = after_death(someone)
    (owed,) = found.owed
    assert owed.amount == Decimal("106670.00")
    assert "12个月" in owed.words
    assert "（2011年修订，2019年修正）第二十八条第二款" in owed.words
    assert found.open[0].startswith("应向遗属发残疾军人 一级因战去世后续发106,670.00元")
    assert "病故军人遗属" in found.open[-1]
    run = following_runs.pay_once(runs.months.month(2021, 10), USER)
    (line,) = runs.lines_of(run)
    assert (line.holder, line.account, line.amount) == (
        "李四",
        factories.card_number(7),
        Decimal("106670.00"),
    )
    assert "收款人：李四（配偶）" in line.reason
    assert "还没有发放" in after_death(someone).open[0]


def test_several_heirs_share_to_the_fen_and_a_waiver_is_asked_for_in_writing(dead):
    someone = dead()
    caused(someone, "因病", **ALL_PAPERS)
    heir(someone, share=33)
    heir(someone, "王五", relation="子", share=67, account=factories.card_number(8))
    heir(someone, "王六", relation="女", waived=True)
    assert "王六（女）放弃领取，还没有附上书面声明的扫描件" in after_death(someone).open
    lines = runs.lines_of(following_runs.pay_once(runs.months.month(2021, 10), USER))
    assert [(line.holder, line.amount) for line in lines] == [
        ("李四", Decimal("35201.10")),
        ("王五", Decimal("71468.90")),
    ]
    assert sum(line.amount for line in lines) == Decimal("106670.00")


def test_shares_that_do_not_come_to_the_whole_pay_nobody_until_they_do(dead):
    someone = dead()
    caused(someone, "因病")
    heir(someone, share=50)
    heir(someone, "王五", relation="子", account=factories.card_number(8))
    assert "几位遗属的份额合计不是100%，请核对" in after_death(someone).open
    (line,) = runs.lines_of(following_runs.pay_once(runs.months.month(2021, 10), USER))
    assert (line.kind, line.amount) == ("未算", 0)
    with pytest.raises(Refusal, match="超过了100%"):
        heir(someone, "王七", relation="女", share=60)


def test_who_died_of_the_old_wound_leaves_the_rights_of_one_fallen_on_duty(dead):
    someone = dead(grade="七级")
    caused(someone, "旧伤复发")
    found = after_death(someone)
    assert found.owed == []
    assert "按因公牺牲发一次性抚恤金" in found.lump_sum
    assert [each.category for each in found.proposed] == ["因公牺牲军人遗属"]


def test_the_family_of_grade_five_dead_of_illness_has_no_right_of_its_own(dead):
    someone = dead(grade="五级")
    caused(someone, "因病")
    assert after_death(someone).proposed == []


def test_those_treated_alike_are_paid_by_reference_or_asked_and_never_passed_over(dead):
    someone = dead(category="伤残人民警察", grade="一级", nature="因公")
    caused(someone, "因病")
    found = after_death(someone)
    assert any("伤残人民警察" in words and "没有算出" in words for words in found.open)
    assert "是否参照残疾军人办理" in found.open[-1]


def test_one_click_begins_the_application_and_undoing_takes_it_back(dead):
    someone = dead()
    caused(someone, "因病", **ALL_PAPERS)
    widow = heir(someone)
    found = after_death(someone)
    with journal.entry("受理遗属申请", USER) as writing:
        made = start_approval(someone, widow, found.proposed[0], USER)
    assert (made.whom, made.matter, made.category) == ("李四", "三属定期抚恤金", "病故军人遗属")
    assert "第二十八条第二款" in made.basis
    assert not [words for words in after_death(someone).open if "启动审批" in words]
    with pytest.raises(Refusal, match="已经受理过"), journal.entry("再受理", USER):
        start_approval(someone, widow, found.proposed[0], USER)
    undo(writing.number, USER)
    assert not Approval.select().exists()
    assert [words for words in after_death(someone).open if "启动审批" in words]


def test_a_cause_is_told_to_every_right_and_an_affair_ends_only_with_a_reason(dead):
    someone = dead()
    affair = caused(someone, "因病")
    assert [grant.cause for grant in Grant.select()] == ["因病"]
    affair.closed_on = PartDate(2021, 12, 1)
    with pytest.raises(Refusal, match="请写明怎样办结的"), journal.entry("办结", USER):
        keep_affair(affair)
    affair.reason = "遗属放弃"
    with journal.entry("办结", USER):
        keep_affair(affair)
    assert after_death(someone).closed
    assert open_affairs() == []
    assert dead_people() == [someone]
    assert DeathAffair.select().count() == 1
    assert heirs_of(someone) == []


def test_a_death_of_years_ago_is_found_by_name_and_not_asked_about_by_itself(dead):
    someone = dead()
    assert dead_people() == []
    assert found_dead("甲") == [someone]
    assert found_dead("甲 乙") == []


def test_a_death_of_years_ago_that_a_list_brings_up_now_is_asked_about(dead):
    someone = dead()
    with journal.entry("核实", USER):
        DeathMatch(
            person=someone, state=MatchState.STOPPED, died=someone.died, decided_on=PartDate.of(date.today())
        ).save()
    assert dead_people() == [someone]


def test_who_was_paid_after_a_death_of_years_ago_is_asked_about(dead):
    someone = dead()
    with journal.entry("登记发放", USER):
        Payment(
            person=someone,
            month=PartDate(2021, 11),
            item="伤残抚恤金",
            programme=REGULAR,
            amount=Decimal(100),
        ).save()
    assert dead_people() == [someone]
    assert after_death(someone).left == Decimal(100)
