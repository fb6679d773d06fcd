"""Figures that an office makes for itself, without programming."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.own_fields.own_values import drop_field, keep_own
from models.payments.payment import Payment
from models.undo import undo
from models.visits.visit import Visit
from models.year import figures
from models.year.figures import own_figures
from models.year.figures.own_conditions import OwnCondition
from models.year.figures.own_figures import OwnFigure
from models.year.figures.spans import SpanOfDays
from tests.conftest import USER


def make(name="总寨镇走访", kind="走访慰问", measure="条数", conditions=(), **facts):
    made = OwnFigure(
        name=name, kind=kind, measure=measure, **{"unit": "次", "display": "照实", "column": "", **facts}
    )
    made.choose([OwnCondition(*each) for each in conditions])
    with journal.entry("新建指标", USER):
        made.save()
    return made


def value(name="总寨镇走访", year=2020):
    return next(each for each in figures.all(year) if each.key == f"own.{name}")


@pytest.fixture
def visited(person):
    """Three people were visited, of whom one twice."""
    people = [person(street=street) for street in ("总寨镇", "总寨镇", "南滩街道")]
    with journal.entry("登记走访", USER):
        for someone, day, money in (
            (people[0], PartDate(2020, 1, 5), 500), (people[0], PartDate(2020, 7, 5), 600),
            (people[1], PartDate(2020, 8, 1), None), (people[2], PartDate(2020, 8, 1), 800),
            (people[2], PartDate(2019, 8, 1), 999),
        ):  # fmt: skip
            Visit(person=someone, day=day, money=money and Decimal(money), occasion="日常").save()
    return people


def test_records_of_the_year_are_counted(visited):
    make()
    assert value().shown == "4次"
    assert value(year=2019).shown == "1次"


def test_conditions_of_the_record_and_of_its_person(visited):
    make(conditions=[("person.street", "是", "总寨镇"), ("money", "不少于", "500")])
    assert value().value == 2
    assert {visit.person_id for visit in value().rows()} == {visited[0].id}


def test_people_are_counted_once(visited):
    make(measure="人数", unit="人", conditions=[("person.street", "是", "总寨镇")])
    assert value().shown == "2人"


def test_money_is_summed_and_shown_as_wished(visited):
    make(measure="合计", column="money", unit="元", display="照实")
    assert value().shown == "1900元"


def test_figures_of_people_on_file_and_their_identities(person, identity):
    identity(person(), kind="伤残人员", grade="六级", nature="因战")
    identity(person(), kind="伤残人员", grade="八级", nature="因战")
    make("六级", "优抚对象", "人数", [("identity.grade", "是", "六级")], unit="人")
    make("伤残身份", "优抚身份", "条数", [("kind", "是", "伤残人员")], unit="个")
    assert value("六级").shown == "1人"
    assert value("伤残身份").shown == "2个"


@pytest.mark.parametrize(
    ("relation", "typed", "count"),
    [
        ("是", "日常", 4), ("是", "", 0), ("不是", "", 4), ("不是", "日常", 0), ("含", "常", 4), ("不含", "常", 0),
    ],
)  # fmt: skip
def test_every_relation(visited, relation, typed, count):
    make(conditions=[("occasion", relation, typed)])
    assert value().value == count


@pytest.mark.parametrize(
    ("column", "relation", "typed", "count"),
    [
        ("money", "是", "", 1), ("money", "不是", "", 3), ("money", "是", "500", 1), ("money", "不是", "500", 3),
        ("day", "不少于", "2020-07-01", 3), ("day", "不多于", "2020-07-05", 2), ("done", "是", "", 4), ("done", "是", "是", 0),
    ],
)  # fmt: skip
def test_numbers_days_and_answers(visited, column, relation, typed, count):
    make(conditions=[(column, relation, typed)])
    assert value().value == count


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": " "}, "name"), ({"name": "a|b"}, "name"), ({"kind": "车辆"}, "kind"), ({"measure": "平均"}, "measure"),
        ({"measure": "合计", "column": "wishes"}, "column"), ({"display": "大写"}, "display"),
        ({"kind": "双拥宣传", "measure": "人数"}, "measure"), ({"conditions": [("money", "不少于", "很多")]}, "conditions"),
        ({"conditions": [("money", "不少于", "")]}, "conditions"), ({"conditions": [("车牌", "是", "1")]}, "conditions"),
        ({"conditions": [("done", "是", "也许")]}, "conditions"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_by_field(archive, facts, field):
    with pytest.raises(Invalid) as refused:
        make(**facts)
    assert set(refused.value.problems) == {field}


def test_a_name_is_given_once(archive):
    make()
    with pytest.raises(Invalid, match="已有名为"):
        make()


def test_a_name_of_the_program_s_own_figures_is_taken(archive):
    with pytest.raises(Invalid, match="程序已有"):
        make(name="走访的驻区部队")


def test_an_own_figure_can_be_undone(archive):
    make()
    undo.undo(journal.Entry.select().order_by(journal.Entry.number.desc()).first().number, USER)
    assert OwnFigure.select().count() == 0
    assert not [each for each in figures.all(2020) if each.key.startswith("own.")]


def test_the_columns_offered_are_those_that_can_be_asked(archive):
    for kind, model in own_figures.counted_kinds().items():
        for column in own_figures.columns(kind):
            own_figures.expression(model, OwnCondition(column, "是", ""))
    assert own_figures.summable_fields("补助发放") == {"amount": "金额(元)"}
    assert own_figures.unit_of("补助发放", "合计", "amount") == "元"


def test_a_half_year_counts_up_to_june(visited):
    make()
    assert next(e for e in figures.all(2020, until=6) if e.key == "own.总寨镇走访").value == 1


def test_a_payment_of_a_half_year_goes_by_the_day_it_was_paid(person):
    someone = person()
    with journal.entry("登记", USER):
        for month, paid in ((5, PartDate(2020, 7, 2)), (6, None), (8, None)):
            Payment(
                person=someone, month=PartDate(2020, month), item="补助", amount=Decimal(10), paid_on=paid, programme="体检",
            ).save()  # fmt: skip
    assert next(e for e in figures.all(2020, until=6) if e.key == "medical.exam_yuan").value == 10


def paid(someone, programme, day):
    with journal.entry("发放", USER):
        Payment(person=someone, programme=programme, item=programme, amount=Decimal(100), paid_on=day).save()


def test_several_programmes_are_summed_up(person):
    for programme in ("临时救助", "困难帮扶", "医疗救助"):
        paid(person(), programme, PartDate(2020, 5, 6))
    make(
        kind="补助发放",
        measure="合计",
        column="amount",
        conditions=[("programme", "是其中之一", "临时救助、困难帮扶")],
    )
    assert value().value == Decimal(200)


def test_people_times_households_and_batches(person):
    first, second, third = person(residence="甲街1号"), person(residence="甲街1号"), person(residence="")
    for someone, day in ((first, 1), (first, 2), (second, 2), (third, 2)):
        paid(someone, "临时救助", PartDate(2020, 5, day))
    told = {}
    for measure in ("条数", "人数", "人次", "户数", "批次"):
        make(name=measure, kind="补助发放", measure=measure)
        told[measure] = value(measure).value
    assert told == {"条数": 4, "人数": 3, "人次": 4, "户数": 2, "批次": 2}


def test_a_span_counts_what_surely_lies_in_it(person):
    with journal.entry("时段", USER):
        SpanOfDays(name="疫情期间", first=PartDate(2020, 1, 23), last=PartDate(2020, 4, 8)).save()
    days = [PartDate(2020, 1, 22), PartDate(2020, 1, 23), PartDate(2020, 4, 8), PartDate(2020, 4, 9)]
    for day in (*days, PartDate(2020, 2), PartDate(2020, 4), PartDate(2020)):
        paid(person(), "临时救助", day)
    make(kind="补助发放", span="疫情期间")
    assert sorted(str(row.paid_on) for row in value().rows()) == ["2020-01-23", "2020-02", "2020-04-08"]
    with pytest.raises(Invalid, match="没有名为"):
        make(name="别的", kind="补助发放", span="没有的时段")


def test_what_was_planned_is_compared(person):
    paid(person(), "临时救助", PartDate(2020, 5, 6))
    figure = make(kind="补助发放", planned=Decimal(3))
    assert figure.against_plan(value().value) == "计划3，完成33.3%"


def test_every_register_can_be_counted():
    from reports.ledger.registers import KINDS

    assert [kind.section for kind in KINDS if not kind.model.COUNTED] == []


@pytest.mark.parametrize(
    ("field", "relation", "words", "count"),
    [
        (0, "是", "西片", 1), (0, "不是", "西片", 2), (0, "是", "", 1), (0, "是其中之一", "东片、西片", 2), (0, "含", "西", 1),
        (1, "不少于", "9", 2), (1, "不多于", "9", 1), (2, "是", "是", 1), (3, "不少于", "100", 1), (4, "不少于", "2001-03", 1),
    ],
)  # fmt: skip
def test_a_condition_asks_what_the_office_s_own_fields_say(person, define, field, relation, words, count):
    own = [
        define("片区", "选项", choices="东片、西片"), define("门牌", "整数"), define("在组", "是/否"), define("互助金", "金额"),
        define("入会日期", "日期"),
    ]  # fmt: skip
    for told in (("东片", "10", "是", "100.00", "2001-03-05"), ("西片", "9", "否", "99.99", "2001"), ()):
        who = person()
        with journal.entry("修改", USER):
            keep_own(who.id, {each.key: said for each, said in zip(own, told, strict=False)})
    make(kind="优抚对象", measure="人数", conditions=[(own[field].key, relation, words)])
    assert value().value == count


def test_a_field_that_was_deleted_says_nothing_of_anybody(person, define):
    someone, own = person(), define("片区", "文字")
    make(kind="走访慰问", measure="人数", conditions=[(f"person.{own.key}", "是", "")])
    with journal.entry("登记", USER):
        Visit(person=someone, day=PartDate(2020, 3, 1)).save()
    assert value().value == 1
    with journal.entry("删除", USER):
        drop_field(own)
    assert value().value == 0
