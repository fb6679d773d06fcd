"""The lines of a run: each month against what was posted, and why each line is there."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.pay.grants import rules
from models.pay.grants.grants import GradeChange, regrade
from models.pay.grants.rules import Ways
from models.pay.runs import drawn_lines, runs
from models.pay.runs.runs import LineKind, PayLine
from models.pay.standards import standards
from models.pay.standards.policy_figures import PolicyFigure
from models.pay.standards.standards import Standard
from models.people.identity import BankAccount
from tests import factories
from tests.models.pay.conftest import USER, tell
from tests.models.pay.runs.conftest import SICK, someone, told


def test_a_grant_without_a_standard_is_told_and_does_not_stop_the_others(draw, person, granted, only_printed):
    someone(person, granted, "甲", grade="二级")
    someone(person, granted, "乙", **SICK)
    run = draw("2019-09")
    assert told(run) == [("甲", "未算", "2019-09", Decimal(0)), ("乙", "应发", "2019-09", Decimal(600))]
    assert "缺少2019年9月的国家标准：伤残人员 残疾军人 二级 因战" in runs.lines_of(run, "未算")[0].reason


def test_a_month_left_out_is_paid_by_the_next_run(draw, paid, person, granted, standard):
    someone(person, granted, "甲", grade="二级")
    someone(person, granted, "乙", **SICK)
    paid("2019-08")
    standard("80000", "2019-08", grade="二级", nature="因战", ends="2020-07")
    run = draw("2019-09")
    assert [line for line in told(run) if line[0] == "甲"] == [
        ("甲", "应发", "2019-08", Decimal("6666.66")), ("甲", "应发", "2019-09", Decimal("6666.67")),
    ]  # fmt: skip
    assert "补发2019年8月" in runs.lines_of(run)[0].reason


def test_before_the_first_run_nothing_is_claimed_unless_the_office_says_so(draw, person, granted):
    someone(person, granted, "甲", "2013-07-04", **SICK)
    assert len(told(draw("2019-09"))) == 1
    rules.keep_ways(Ways(taken_over="2019-07"), USER)
    assert [line[2] for line in told(draw("2019-09"))] == ["2019-07", "2019-08", "2019-09"]
    rules.keep_ways(Ways(taken_over="2019-10"), USER)
    with pytest.raises(Refusal, match="自2019年10月起发放"):
        draw("2019-09")


def test_what_another_place_paid_is_not_paid_again(draw, person, granted):
    someone(person, granted, "甲", **SICK, paid_to=PartDate(2019, 9))
    assert told(draw("2019-09", "2019-10")) == [("甲", "应发", "2019-10", Decimal(600))]


def test_a_rise_announced_late_is_back_pay_month_by_month(draw, paid, person, granted):
    """The rise of August 2021 is announced in October: what was paid for August and September is made up."""
    draft = Standard.get(Standard.kind == SICK["kind"], Standard.begins == PartDate(2021, 8))
    with journal.entry("旧标准暂用", USER):
        old = Standard(
            layer="国家",
            kind=SICK["kind"],
            unit="月",
            amount=Decimal(650),
            begins=PartDate(2020, 8),
            confirmed=True,
        )
        old.save()
    someone(person, granted, "甲", **SICK)
    paid("2021-07")
    paid("2021-08")
    paid("2021-09")
    with journal.entry("新标准", USER):
        old.ends = PartDate(2021, 7)
        old.save()
    standards.confirm_standards([draft], USER, "青退役〔2021〕号（演练）")
    run = draw("2021-10")
    assert told(run) == [
        ("甲", "补发", "2021-08", Decimal(50)), ("甲", "补发", "2021-09", Decimal(50)),
        ("甲", "应发", "2021-10", Decimal(700)),
    ]  # fmt: skip
    back, _, now = runs.lines_of(run)
    assert back.reason.startswith(
        "应发700.00元，已发650.00元：国家标准 带病回乡退役军人 700元/月（2021年8月至2022年7月，青退役〔2021〕号"
    )
    assert now.change == "其他变更"
    assert now.reason.startswith("标准由650元/月变为700元/月")


def test_who_is_new_who_stopped_who_changed(draw, paid, person, granted):
    stays = someone(person, granted, "甲", **SICK)
    stops = someone(person, granted, "乙", **SICK)
    paid("2019-09")
    tell(stops, "停发", "2019-09-20")
    someone(person, granted, "丙", "2019-10-08", **SICK)
    run = draw("2019-10")
    found = {line.name: (line.kind, line.change, line.reason[:12]) for line in runs.lines_of(run)}
    assert found["甲"][:2] == ("应发", "享受待遇")
    assert found["乙"] == ("停发", "停发", "2019年9月20日停发"[:12])
    assert found["丙"] == ("应发", "新增", "新增：2019年10月8"[:12])
    assert stays.id


def test_a_death_learnt_late_claims_what_was_paid_too_much(draw, paid, person, granted):
    dead = someone(person, granted, "甲", **SICK)
    someone(person, granted, "乙", **SICK)
    for month in ("2019-08", "2019-09", "2019-10"):
        paid(month)
    tell(dead, "去世", "2019-10-20", died_on="2019-08-15")
    with journal.entry("登记去世", USER):
        person_ = dead.person
        person_.died = PartDate(2019, 8, 15)
        person_.save()
    run = draw("2019-11")
    assert told(run) == [
        ("甲", "追缴", "2019-09", Decimal(-600)), ("甲", "追缴", "2019-10", Decimal(-600)),
        ("甲", "停发", "2019-11", Decimal(0)), ("乙", "应发", "2019-11", Decimal(600)),
    ]  # fmt: skip
    assert run.total == Decimal(600)
    assert "死亡的从下一个月起停发" in runs.lines_of(run, "追缴")[0].reason
    assert runs.lines_of(run, "停发")[0].change == "去世"


def test_what_was_paid_too_much_is_deducted_as_far_as_the_run_pays(draw, paid, person, granted, standard):
    low = Standard.get(Standard.kind == SICK["kind"], Standard.begins == PartDate(2019, 8))
    with journal.entry("错误的标准", USER):
        low.amount = Decimal(2000)
        low.save()
    someone(person, granted, "甲", **SICK)
    paid("2019-09")
    with journal.entry("改正标准", USER):
        low.amount = Decimal(600)
        low.save()
    assert told(draw("2019-10")) == [
        ("甲", "扣回", "2019-09", Decimal(-600)), ("甲", "追缴", "2019-09", Decimal(-800)),
        ("甲", "应发", "2019-10", Decimal(600)),
    ]  # fmt: skip


def test_the_first_run_says_so_and_the_next_that_it_goes_on(draw, paid, person, granted):
    someone(person, granted, "甲", **SICK)
    assert [line.change for line in runs.lines_of(paid("2019-08"))] == ["首次"]
    (line,) = runs.lines_of(draw("2019-09"))
    assert (line.change, line.standard, line.category) == ("享受待遇", "600元/月", "带病回乡退役军人")
    assert line.reason.startswith("国家标准 带病回乡退役军人 600元/月")
    assert "批准" not in line.reason  # since when is said where it begins


def test_another_grade_is_a_change_with_both_names(draw, paid, person, granted):
    graded = someone(person, granted, "甲")
    paid("2019-08")
    with journal.entry("调整残疾等级", USER):
        regrade(
            GradeChange(
                identity=graded, person=graded.person_id, approved=PartDate(2019, 8, 10),
                grade_before="一级", nature_before="因战", grade="一级", nature="因公",
            )
        )  # fmt: skip
    (line,) = runs.lines_of(draw("2019-09"))
    assert line.change == "其他变更"
    assert line.reason.startswith(
        "由残疾军人 一级因战变为残疾军人 一级因公：2019年8月10日调整为一级因公，自2019年9月起（"
    )


def test_who_moved_away_or_is_paid_beside_nothing_is_a_line_that_says_so(draw, paid, person, granted):
    moves = someone(person, granted, "甲", **SICK)
    rural = someone(
        person, granted, "乙", kind="农村籍退役士兵", category="", grade="", nature="", service_years=5
    )
    paid("2019-11")
    tell(moves, "迁移", "2019-12-05", paid_to="2019-11")
    granted("2019-12-01", rural.person, **SICK)
    stopped = {
        line.name: (line.change, line.reason, line.amount) for line in runs.lines_of(draw("2019-12"), "停发")
    }
    assert stopped["甲"] == ("迁移", "2019年12月5日迁移，发至2019年11月（按登记的已发至月份）", 0)
    assert stopped["乙"][:2] == (
        "停发", "已享受带病回乡退役军人，不重复享受（民发〔2011〕110号：未享受到国家定期抚恤补助的农村籍退役士兵）",
    )  # fmt: skip


def test_the_months_that_nobody_can_reckon_are_one_line(draw, paid, person, granted, only_printed):
    someone(person, granted, "甲", grade="二级")
    someone(person, granted, "乙", **SICK)
    (line,) = runs.lines_of(draw("2019-08", "2019-10"), "未算")
    assert (str(line.month), line.change, line.account) == ("2019-08", "", "")
    assert line.reason.startswith("2019年8月至10月未计算：缺少2019年8月的国家标准")


def test_the_account_of_the_identity_goes_before_the_person_s_and_the_holder_is_the_person(
    draw, person, granted
):
    first = someone(person, granted, "甲", **SICK)
    second = granted(someone=first.person)
    with journal.entry("登记账号", USER):
        BankAccount(
            person=first.person, identity=first, bank="青海银行", holder="", account=factories.card_number(1)
        ).save()
        BankAccount(
            person=first.person, bank="建设银行", holder="甲子", account=factories.card_number(2)
        ).save()
    lines = {line.identity_id: line for line in runs.lines_of(draw("2019-09"))}
    own, other = lines[first.id], lines[second.id]
    assert (own.bank, own.account, own.holder) == ("青海银行", factories.card_number(1), "甲")
    assert (other.bank, other.account, other.holder) == ("建设银行", factories.card_number(2), "甲子")


def test_each_layer_of_a_difference_is_told_apart(draw, paid, person, granted, standard):
    someone(person, granted, "甲", **SICK)
    standard("100", "2019-08", layer="省", kind=SICK["kind"], unit="月")
    (line,) = runs.lines_of(paid("2019-08"))
    assert (line.amount, line.provincial, line.local) == (Decimal(700), Decimal(100), Decimal(0))
    standard("7", "2019-08", layer="地方", kind=SICK["kind"], unit="月")
    back, _ = runs.lines_of(draw("2019-09"))
    assert (back.kind, back.amount, back.provincial, back.local) == (
        "补发",
        Decimal(7),
        Decimal(0),
        Decimal(7),
    )


@pytest.mark.parametrize(
    ("covered", "parts"),
    [
        (0, ((0, 0, 0), (-600, -100, -7))), (707, ((-600, -100, -7), (0, 0, 0))),
        (500, ((-500, 0, 0), (-100, -100, -7))), (650, ((-650, 0, 0), (50, -100, -7))),
    ],
)  # fmt: skip
def test_what_is_deducted_in_part_is_taken_from_the_national_layer(covered, parts):
    assert drawn_lines._parted((-600, -100, -7), covered) == parts


def test_the_month_in_which_this_archive_takes_over_may_be_drawn_up(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    rules.keep_ways(Ways(taken_over="2019-09"), USER)
    assert len(told(draw("2019-09"))) == 1


def test_arrears_of_one_grant_pay_for_what_another_was_paid_too_much(draw, paid, person, granted, standard):
    who = person(name="甲")
    sick = granted(someone=who, **SICK)
    granted("2019-08-31", someone=who)
    paid("2019-08")
    tell(sick, "停发", "2019-07-20")
    run = draw("2019-09")
    assert [(line.kind, line.item, str(line.month), line.amount) for line in runs.lines_of(run)] == [
        ("扣回", "带病回乡退役军人生活补助", "2019-08", Decimal(-600)),
        ("停发", "带病回乡退役军人生活补助", "2019-09", Decimal(0)),
        ("应发", "伤残抚恤金", "2019-09", Decimal("7345.83")),
    ]
    assert run.total == Decimal("6745.83")


def test_what_is_asked_stands_in_the_run_as_undecided_and_is_not_paid(granted, person, draw):
    someone = person()
    granted(someone=someone)
    granted(someone=someone, kind="带病回乡退役军人", category="", grade="", nature="", approved="2010-05-10")
    run = draw("2017-12")
    lines = PayLine.select().where(PayLine.run == run)
    kinds = {line.category: line.kind for line in lines}
    assert kinds == {"残疾军人 一级因战": LineKind.DUE, "带病回乡退役军人": LineKind.NOT_RECKONED}
    (line,) = lines.where(PayLine.kind == LineKind.NOT_RECKONED)
    assert line.reason.startswith("待核定：2017年12月，同时享受残疾军人 一级因战和带病回乡退役军人")
    assert line.amount == 0


def test_care_that_cannot_be_reckoned_is_a_line_beside_the_allowance_and_is_made_up_later(
    archive, draw, paid, person, granted
):
    granted(someone=person(name="甲", support="分散供养", selfcare="享受护理"))
    first = paid("2021-09")
    lines = [(each.kind, each.month.month) for each in runs.lines_of(first)]
    assert sorted(lines) == [("应发", 9), ("未算", 9)]
    assert any("护理费未计算" in each.reason for each in runs.lines_of(first))
    with journal.entry("政策数据", USER):
        PolicyFigure.update(confirmed=True).where(PolicyFigure.matter == "护理费").execute()
        PolicyFigure(
            matter="当地上年月平均工资", what="2020年", value=Decimal(8000), unit="元/月", confirmed=True,
            begins=PartDate(2021, 1), ends=PartDate(2021, 12), source="统计局",
        ).save()  # fmt: skip
    found = [(each.kind, str(each.month), each.local) for each in runs.lines_of(draw("2021-10"))]
    assert ("补发", "2021-09", Decimal(4000)) in found
    assert ("应发", "2021-10", Decimal(4000)) in found
