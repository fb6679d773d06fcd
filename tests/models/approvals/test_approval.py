"""Who signs first, who signs last, and how many working days each has."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.approvals import matters, notices, signing
from models.approvals.approval import Approval, ApprovalStep, accept, approvals, steps_of
from models.approvals.notices import PublicNotice, new_notice
from models.approvals.signing import sign_step, waiting, withdraw
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from models.office import roles
from models.people.identity import Identity, IdentityState

USER = "王芳"
DAY = PartDate(2020, 9, 10)


@pytest.fixture
def case(person):
    """An approval taken in: ``case("临时救助")``."""

    def make(matter="临时救助", someone=None, **facts):
        made = Approval(person=someone or person(), matter=matter, accepted_on=DAY, handler=USER)
        for name, value in facts.items():
            setattr(made, name, value)
        with journal.entry("受理", USER):
            accept(made)
        return made

    return make


def signed(approval, place, verdict="同意", day=DAY, user=USER, opinion="同意。", by="负责人"):
    step = steps_of(approval)[place]
    step.verdict, step.opinion, step.signed_by, step.signed_on = verdict, opinion, by, day
    with journal.entry("签署", user):
        sign_step(step, user)
    return Approval.get_by_id(approval.id)


def test_the_chains_are_those_of_the_forms():
    chains = {name: [level.name for level in each.levels] for name, each in matters.matters().items()}
    assert chains["评定残疾等级"] == ["区级", "市级", "省级"]
    assert chains["带病回乡退役军人认定"] == ["街道（镇）", "区级", "市级"]
    assert chains["农村籍退役士兵老年生活补助"] == ["村（社区）", "街道（镇）", "区级"]
    assert chains["临时救助"] == ["村（社区）", "街道（镇）", "区级"]
    assert {level.limit for level in matters.matter("残疾关系迁入").levels} == {20}
    assert matters.matter("评定残疾等级").notice == 7
    assert matters.matter("评定残疾等级").working
    for each in matters.matters().values():
        assert each.levels
        assert all(level.source and level.right in ("登记", "审核", "审批") for level in each.levels)


def test_a_limit_that_no_text_confirms_is_said_to_be_doubtful_until_the_office_sets_its_own(case):
    step = steps_of(case("评定残疾等级"))[0]
    assert step.limit_words == "20个工作日（待核对）"
    with journal.entry("改期限", USER):
        step.limit = 15
        step.save()
    assert step.limit_words == "15个工作日"
    assert steps_of(case("残疾关系迁入"))[0].limit_words == "20个工作日"


def test_each_level_in_its_turn_until_the_last_decides(case):
    made = case(asked=Decimal(3000))
    assert [step.received for step in steps_of(made)] == [DAY, None, None]
    made = signed(made, 0)
    assert steps_of(made)[1].received == DAY
    made = signed(signed(made, 1, day=PartDate(2020, 9, 14)), 2, day=PartDate(2020, 9, 16))
    assert (made.state, made.decided_on, made.granted) == ("同意", PartDate(2020, 9, 16), Decimal(3000))
    assert waiting(made) is None


def test_a_level_that_signs_before_the_one_below_it_is_refused(case):
    made = case()
    with pytest.raises(Invalid, match="“村（社区）”还没有签署同意"):
        signed(made, 2)
    made = signed(made, 0)
    with pytest.raises(Invalid, match="早于收到日期2020年9月10日"):
        signed(made, 1, day=PartDate(2020, 9, 9))
    made = signed(made, 1)
    with pytest.raises(Invalid, match="“街道（镇）”已经签署"):
        signed(made, 0)


@pytest.mark.parametrize("field", ["signed_on", "accepted_on", "applied_on"])
def test_a_day_in_the_future_is_refused(case, field):
    tomorrow = PartDate.of(date.today() + timedelta(1))
    made = case() if field == "signed_on" else None
    with pytest.raises(Invalid, match="晚于今天"):
        signed(made, 0, day=tomorrow) if made else case(**{field: tomorrow})


def test_a_signature_has_a_name_and_a_whole_day_and_a_no_has_its_reason(case):
    made = case()
    for facts, words in (({"by": ""}, "负责人"), ({"day": PartDate(2020, 9)}, "年月日"), ({"verdict": "不同意", "opinion": ""}, "理由")):  # fmt: skip
        with pytest.raises(Invalid, match=words):
            signed(made, 0, **facts)


def test_a_no_ends_it_and_its_reason_is_the_letter_s(case):
    made = signed(signed(case(), 0), 1, "不同意", opinion="家庭收入高于规定")
    assert (made.state, made.refusal) == ("不予认定", "家庭收入高于规定")
    with pytest.raises(Invalid, match="已经办结"):
        signed(made, 2)


def test_papers_sent_back_go_to_the_level_below_which_signs_anew(case):
    made = signed(signed(case(), 0), 1, "退回补正", day=PartDate(2020, 9, 15), opinion="缺收入证明")
    village, street, _ = steps_of(made)
    assert (village.verdict, village.received, street.verdict) == ("", PartDate(2020, 9, 15), "")
    assert "缺收入证明" in street.notes
    with pytest.raises(Invalid, match="还没有签署同意"):
        signed(made, 1, day=PartDate(2020, 9, 16))
    assert signed(signed(made, 0, day=PartDate(2020, 9, 16)), 1, day=PartDate(2020, 9, 17)).open


def test_a_limit_of_twenty_working_days_runs_over_the_national_day(case, identity):
    someone = identity(kind="伤残人员", grade="六级", nature="因公").person
    made = case("残疾关系迁入", someone)
    where = waiting(made, date(2020, 9, 30))
    assert where.due == date(2020, 10, 14)
    assert (where.left, where.overdue) == (5, False)  # 9th, Saturday the 10th, 12th, 13th, 14th
    late = waiting(made, date(2020, 10, 16))
    assert (late.left, late.overdue) == (-2, True)
    assert [found.id for found, _ in signing.late(date(2020, 10, 16))] == [made.id]
    assert signing.late(date(2020, 10, 14)) == []


def test_a_limit_runs_over_the_spring_festival(case, identity):
    someone = identity(kind="伤残人员", grade="六级", nature="因公").person
    made = case("残疾关系迁入", someone, accepted_on=PartDate(2020, 1, 17))
    assert waiting(made, date(2020, 1, 20)).due == date(2020, 2, 21)


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


def test_what_was_decided_becomes_the_identity_s_state_with_its_history(case, identity):
    made = identity(kind="三属", state="受理")
    approval = case("三属定期抚恤金", made.person, identity=made)
    for place in range(3):
        approval = signed(approval, place)
    kept = Identity.get_by_id(made.id)
    assert (kept.state, kept.approved) == ("享受待遇", DAY)
    assert "三属定期抚恤金审批2020-0001" in IdentityState.get().reason
    other = identity(kind="三属", state="受理")
    signed(case("三属定期抚恤金", other.person, identity=other), 0, "不同意", opinion="不符合条件")
    assert Identity.get_by_id(other.id).state == "不予认定"


def test_numbers_run_by_year_and_the_same_matter_is_not_under_way_twice(case, person, identity):
    someone = identity(kind="三属", state="受理").person
    assert case("三属定期抚恤金", someone).number == "2020-0001"
    assert case(accepted_on=PartDate(2019, 5, 6)).number == "2019-0001"
    assert case().number == "2020-0002"
    with pytest.raises(Invalid, match="正在办理：2020-0001"):
        case("三属定期抚恤金", someone)
    assert [each.number for each in approvals(year=2020)] == ["2020-0002", "2020-0001"]
    assert approvals(matter="临时救助").count() == 2


def test_a_withdrawal_says_why(case):
    made = case()
    with pytest.raises(Refusal, match="原因"), journal.entry("撤回", USER):
        withdraw(made, " ")
    with journal.entry("撤回", USER):
        withdraw(made, "本人放弃")
    assert Approval.get_by_id(made.id).state == "撤回"


def test_each_level_is_written_down_by_whom_it_belongs_to(case):
    for user, role in (("小李", "录入"), ("老张", "审核"), ("局长", "审批")):
        roles.give(user, role, USER)
    made = signed(case(), 0, user="小李")
    with pytest.raises(Refusal, match="小李”的角色是录入"):
        signed(made, 1, user="小李")
    made = signed(made, 1, user="老张")
    with pytest.raises(Refusal, match="签署“区级”意见"):
        signed(made, 2, user="老张")
    step = steps_of(made)[2]
    step.verdict, step.signed_by, step.signed_on = "同意", "局长", DAY
    with pytest.raises(Refusal, match="审批"), journal.entry("绕过", "老张"):
        step.save()  # past ``sign_step``: the journal's door asks all the same
    assert ApprovalStep.get_by_id(step.id).verdict == ""
    assert signed(made, 2, user="局长").state == "同意"


def test_a_notice_says_what_was_done_about_an_objection(case):
    notice = new_notice(case())
    notice.begins, notice.objected = DAY, True
    assert set(notice.problems()) == {"outcome"}
    assert notices.forbids_decision(notice.approval, date(2020, 9, 30)) == ""
    assert PublicNotice.select().count() == 0


def test_a_clause_is_offered_only_while_it_is_in_force():
    assert matters.clauses_for("三属定期抚恤金", date(2024, 9, 30)) == ()
    assert matters.clauses_for("三属定期抚恤金", date(2024, 10, 1)) == (
        "《军人抚恤优待条例》（2024年修订）第十九条",
    )
    assert len(matters.clauses_for("评定残疾等级", date(2025, 1, 1))) == 2


@pytest.mark.parametrize(
    ("matter", "before", "after"),
    [("停发待遇", "享受待遇", "停发"), ("恢复待遇", "停发", "享受待遇"), ("抚恤关系转出", "享受待遇", "迁移"), ("停发待遇", "去世", "去世")],
)  # fmt: skip
def test_a_decision_about_a_recognised_identity_is_followed(case, identity, matter, before, after):
    made = identity(kind="三属", state=before)
    approval = case(matter, made.person, identity=made, category="某省某县")
    for place in range(2):
        approval = signed(approval, place)
    kept = Identity.get_by_id(made.id)
    assert kept.state == after
    if after == "迁移":
        assert kept.history[0].place == "某省某县"
