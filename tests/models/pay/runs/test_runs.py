"""Payment runs: drawn up once, differences explained, nothing paid twice and nothing left out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from peewee import IntegrityError

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal, db
from models.pay.dues import rules
from models.pay.dues.rules import Ways
from models.pay.runs import drawing_up, line_hashes, runs, steps
from models.pay.runs.runs import PayLine, PayRun
from models.pay.standards import standards
from models.pay.standards.standards import Standard
from models.payments.payment import Payment
from tests.models.pay.conftest import USER, tell

OTHER = "李明"


@pytest.fixture
def draw(archive):
    def run(first, last=None, user=USER, item=""):
        span = PartDate.parse(first), PartDate.parse(last or first)
        return finish(drawing_up.draw_up_run(*span, user, item))

    return run


@pytest.fixture
def paid(draw):
    """A run that was drawn up, checked, approved and handed to the bank."""

    def run(first, last=None):
        made = draw(first, last)
        finish(steps.check_run(made, OTHER))
        steps.approve_run(made, OTHER)
        steps.pay_run(made, USER, PartDate(2026, 1, 5))
        return made

    return run


def told(run, *kinds):
    return [
        (line.name, line.kind, str(line.month), line.amount)
        for line in runs.lines_of(run, *(kinds or runs.LINE_KINDS))
    ]


def someone(person, granted, name, *args, **facts):
    return granted(*args, someone=person(name=name, **facts.pop("who", {})), **facts)


SICK = {"kind": "带病回乡退役军人", "category": "", "grade": "", "nature": ""}


def test_a_run_pays_each_grant_its_month(draw, person, granted):
    someone(person, granted, "甲")
    someone(person, granted, "乙", **SICK)
    run = draw("2019-09")
    assert told(run) == [
        ("甲", "应发", "2019-09", Decimal("7345.83")),
        ("乙", "应发", "2019-09", Decimal(600)),
    ]
    assert (run.total, run.people, run.state, run.number) == (Decimal("7945.83"), 2, "编制", "201909-1")
    assert all("标准" in line.reason for line in runs.lines_of(run))


def test_a_quarter_pays_three_months(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    assert [line[2:] for line in told(draw("2019-07", "2019-09"))] == [
        ("2019-07", Decimal(550)), ("2019-08", Decimal(600)), ("2019-09", Decimal(600)),
    ]  # fmt: skip


def test_a_column_that_lines_get_later_leaves_the_hashes_of_older_runs(draw, person, granted, monkeypatch):
    someone(person, granted, "甲")
    run = draw("2019-09")
    (row,) = line_hashes.rows_of(run)
    monkeypatch.setattr(line_hashes, "LINE_COLUMNS", (*line_hashes.LINE_COLUMNS, "colour"))
    assert line_hashes.digest([(*row, "")]) == line_hashes.digest([(*row, None)]) == run.hash
    assert line_hashes.digest([(*row, "红")]) not in (run.hash, line_hashes.digest([(*row, "黑")]))


def test_a_run_is_for_one_item_or_for_all(draw, person, granted):
    someone(person, granted, "甲")
    someone(person, granted, "乙", **SICK)
    assert [line[0] for line in told(draw("2019-09", item="伤残抚恤金"))] == ["甲"]
    assert [line[0] for line in told(draw("2019-09", item="带病回乡退役军人生活补助"))] == ["乙"]
    with pytest.raises(Refusal, match="不能再编制"):
        draw("2019-09")
    with pytest.raises(Refusal, match="没有“慰问金”"):
        draw("2019-10", item="慰问金")


def test_drawing_up_again_changes_nothing(draw, person, granted):
    someone(person, granted, "甲")
    first = draw("2019-09")
    entries, lines = journal.Entry.select().count(), [line.id for line in runs.lines_of(first)]
    again = draw("2019-09")
    assert again == first
    assert [line.id for line in runs.lines_of(again)] == lines
    assert journal.Entry.select().count() == entries


def test_drawing_up_again_takes_what_is_new(draw, person, granted):
    someone(person, granted, "甲")
    first = draw("2019-09")
    someone(person, granted, "乙", **SICK)
    assert draw("2019-09") == first
    assert [line[0] for line in told(first)] == ["甲", "乙"]


def test_a_month_that_a_run_has_is_refused(draw, paid, person, granted):
    someone(person, granted, "甲")
    paid("2019-08", "2019-09")
    for first, last in (("2019-09", "2019-09"), ("2019-08", "2019-09"), ("2019-09", "2019-10")):
        with pytest.raises(Refusal, match=r"已经发放，同一月份不能再编制"):
            draw(first, last)
    assert PayRun.select().count() == 1


def test_the_table_itself_refuses_a_second_posting_of_a_month(draw, paid, person, granted):
    grant = someone(person, granted, "甲")
    paid("2019-08")
    run = draw("2019-09")
    with pytest.raises(IntegrityError, match="UNIQUE"), journal.entry("绕过", USER):
        PayLine.create(
            run=run,
            position=9,
            kind="应发",
            person=grant.person_id,
            identity=grant,
            month=PartDate(2019, 8),
            amount=1,
        )


def test_a_grant_without_a_standard_is_told_and_does_not_stop_the_others(draw, person, granted):
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


def test_payments_entered_by_hand_count(draw, person, granted):
    grant = someone(person, granted, "甲", **SICK)
    with journal.entry("登记发放", USER):
        Payment(
            person=grant.person, identity=grant, month=PartDate(2019, 9), item="带病回乡退役军人生活补助",
            amount=Decimal(550), programme="定期抚恤补助",
        ).save()  # fmt: skip
    run = draw("2019-09")
    assert told(run) == [("甲", "补发", "2019-09", Decimal(50))]
    assert runs.lines_of(run)[0].reason.startswith("应发600.00元，已发550.00元（含登记的发放记录）：国家标准")


def test_a_payment_by_hand_that_may_be_for_either_grant_stands_in_the_way(draw, person, granted):
    who = person(name="甲")
    granted(someone=who)
    granted(someone=who, **SICK)
    with journal.entry("登记发放", USER):
        Payment(
            person=who, month=PartDate(2019, 9), item="补助", amount=Decimal(550), programme="定期抚恤补助"
        ).save()
    assert [line[1] for line in told(draw("2019-09"))] == ["未算", "未算"]


def test_checking_and_approving_need_another_account(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    with pytest.raises(Refusal, match="复核应由另一个用户办理"):
        finish(steps.check_run(run, " 王芳"))
    with pytest.raises(Refusal, match="现在是“编制”，不能审批"):
        steps.approve_run(run, OTHER)
    finish(steps.check_run(run, OTHER))
    with pytest.raises(Refusal, match="审批应由另一个用户办理"):
        steps.approve_run(run, USER)
    steps.approve_run(run, OTHER)
    steps.pay_run(run, USER, PartDate(2019, 9, 25))
    assert (run.state, str(run.paid_on)) == ("发放", "2019-09-25")
    assert [e.title.partition("：")[0] for e in journal.Entry.select().order_by(journal.Entry.number)][-4:] == [
        "编制发放批次", "复核发放批次", "审批发放批次", "发放",
    ]  # fmt: skip


def test_checking_refuses_a_run_whose_ground_has_moved(draw, person, granted):
    grant = someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    tell(grant, "停发", "2019-08-02")
    with pytest.raises(Refusal, match="有了变动，请重新编制"):
        finish(steps.check_run(run, OTHER))


def test_an_empty_run_is_not_checked(draw, archive):
    with pytest.raises(Refusal, match="没有要发放的人"):
        finish(steps.check_run(draw("2019-09"), OTHER))


def test_a_run_goes_back_only_with_a_reason(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    finish(steps.check_run(run, OTHER))
    with pytest.raises(Refusal, match="退回的原因"):
        steps.send_back(run, OTHER, " ")
    steps.send_back(run, OTHER, "账号有误")
    assert (run.state, run.checked_by, run.notes) == ("编制", "", "李明退回：账号有误")
    assert draw("2019-09") == run


def test_a_draft_is_thrown_away_with_its_lines_and_nothing_else_is(draw, paid, person, granted):
    someone(person, granted, "甲", **SICK)
    steps.drop_run(draw("2019-09"), USER)
    assert (PayRun.select().count(), PayLine.select().count()) == (0, 0)
    with pytest.raises(Refusal, match="不能删除"):
        steps.drop_run(paid("2019-09"), USER)


def test_the_database_keeps_a_checked_run_as_it_is(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    with pytest.raises(IntegrityError, match="outside an entry"):
        db.execute_sql('UPDATE "pay_line" SET "amount" = 1')
    finish(steps.check_run(run, OTHER))
    for sql in (
        'UPDATE "pay_line" SET "amount" = 1', 'DELETE FROM "pay_line"', 'UPDATE "pay_run" SET "total" = 1',
        'UPDATE "pay_run" SET "hash" = 1', 'DELETE FROM "pay_run"',
        'INSERT INTO "pay_line" ("run_id", "position", "kind", "person_id", "identity_id") '
        "SELECT run_id, 9, '补发', person_id, identity_id FROM pay_line",
    ):  # fmt: skip
        with pytest.raises(IntegrityError, match=r"批次|编制"), journal.entry("绕过", USER):
            db.execute_sql(sql)
    assert line_hashes.intact(run)


def test_every_line_of_a_run_is_vouched_for(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    with journal.entry("绕过", USER):
        db.execute_sql('UPDATE "pay_line" SET "amount" = "amount" + 1')
    assert not line_hashes.intact(run)
    with pytest.raises(Refusal, match="与校验码不符"):
        finish(steps.check_run(run, OTHER))
    assert draw("2019-09") == run
    assert line_hashes.intact(run)


@pytest.mark.parametrize(
    ("first", "last"), [("2019-09", "2019-08"), ("2018-01", "2019-12"), ("2019", "2019")]
)
def test_absurd_spans_are_refused(draw, first, last):
    with pytest.raises(Refusal, match=r"截止月份早于|最多12个月|写明起止月份"):
        draw(first, last)
    assert PayRun.select().count() == 0


def test_the_runs_are_proven_to_have_paid_every_month_once(draw, paid, person, granted):
    dead = someone(person, granted, "甲", **SICK)
    someone(person, granted, "乙", **SICK)
    paid("2019-08")
    paid("2019-09")
    assert finish(drawing_up.left_open(PartDate(2019, 9))) == []
    someone(person, granted, "丙", "2019-08-02", **SICK)
    tell(dead, "停发", "2019-08-20")
    entries = journal.Entry.select().count()
    found = finish(drawing_up.left_open(PartDate(2019, 9)))
    assert [(line.name, line.kind, str(line.month), line.amount) for line in found] == [
        ("甲", "追缴", "2019-09", Decimal(-600)), ("丙", "应发", "2019-08", Decimal(600)),
        ("丙", "应发", "2019-09", Decimal(600)),
    ]  # fmt: skip
    assert journal.Entry.select().count() == entries
    draw("2019-10")
    assert finish(drawing_up.left_open(PartDate(2019, 10))) == []
