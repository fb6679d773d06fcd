"""Cross-tables: every cell says how many of the records that it opens there are, as plain SQL finds them."""

from __future__ import annotations

import random
from decimal import Decimal
from itertools import zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal, db
from models.filters.filters import Filter
from models.filters.saved_filters import keep_filter
from models.own_fields.own_values import keep_own
from models.payments.payment import Payment
from models.people.identity import Identity
from models.people.outsiders import Outsider
from models.people.person import Person
from models.visits.visit import Visit
from models.year.cross_tables import cross_choices
from models.year.cross_tables.cross_choices import (
    COUNT_PEOPLE,
    COUNT_ROWS,
    EVERYBODY_AND_ALL,
    OF_FILTER,
    ON_REGISTER_AT_END,
    CrossChoice,
)
from models.year.cross_tables.crossed_fields import WITHOUT_FILE
from models.year.cross_tables.crossing import HEADING_UNSAID, TOTAL_HEADING, crossed
from tests import factories
from tests.conftest import USER

STREETS, KINDS, WOMEN = ("总寨镇", "南滩街道", ""), ("伤残人员", "参战退役人员"), "女的"
WHERE_FILED = "CASE WHEN r.person_id IS NULL THEN '未建档人员、单位' ELSE {} END"
PEOPLE_SQL = {  # key → what plain SQL says of it
    "street": "p.street",
    "sex": "p.sex",
    "age": """CASE WHEN p.born IS NULL THEN '' WHEN p.born > '1971' THEN '50岁以下' WHEN p.born > '1961' THEN '50—59岁'
              WHEN p.born > '1951' THEN '60—69岁' ELSE '70—79岁' END""",
    "community": "TRIM(CASE WHEN p.community = '' THEN '' ELSE p.street || ' ' || p.community END)",
    "alone": "CASE p.alone WHEN 1 THEN '是' WHEN 0 THEN '否' ELSE '' END",
    "identity.kind": "COALESCE(i.kind, '')",
    "identity.grade": "COALESCE(i.grade, '')",
    "identity.state": "COALESCE(i.state, '')",
}
STREET_OF_ANY = "CASE WHEN r.person_id IS NOT NULL THEN p.street WHEN r.outsider_id IS NULL THEN '未建档人员、单位' ELSE o.street END"
MONTH = "COALESCE(SUBSTR(r.{0}, 1, 4) || '年 ' || SUBSTR(r.{0}, 6, 2) || '月', '')"
PAYMENT_SQL = {
    "item": "r.item", "fund": "r.fund", "month.month": MONTH.format("month"), "person.street": STREET_OF_ANY,
    "person.sex": WHERE_FILED.format("p.sex"), "identity.kind": WHERE_FILED.format("COALESCE(i.kind, '')"),
}  # fmt: skip
VISIT_SQL = {
    "occasion": "r.occasion", "day.month": MONTH.format("day"), "person.street": STREET_OF_ANY,
    "person.sex": WHERE_FILED.format("p.sex"), "identity.kind": WHERE_FILED.format("COALESCE(i.kind, '')"),
}  # fmt: skip
OUTSIDERS = "LEFT JOIN person p ON p.id = r.person_id LEFT JOIN outsider o ON o.id = r.outsider_id"
SOURCES = {
    "优抚对象": ("person p LEFT JOIN identity i ON i.person_id = p.id", PEOPLE_SQL, "p.id", "p.id", "1"),
    "补助发放": (
        f"payment r {OUTSIDERS} LEFT JOIN identity i ON i.id = r.identity_id", PAYMENT_SQL, "r.id",
        "COALESCE('p' || r.person_id, 'o' || r.outsider_id)", "COALESCE(r.paid_on, r.month) LIKE '2020%'",
    ),
    "走访慰问": (
        f"visit r {OUTSIDERS} LEFT JOIN identity i ON i.person_id = p.id", VISIT_SQL, "r.id",
        "COALESCE('p' || r.person_id, 'o' || r.outsider_id)", "r.day LIKE '2020%'",
    ),
}  # fmt: skip
MEASURES = {
    "优抚对象": (COUNT_PEOPLE,),
    "补助发放": (COUNT_PEOPLE, COUNT_ROWS, "amount"),
    "走访慰问": (COUNT_ROWS, COUNT_PEOPLE, "money"),
}
CHOICES = st.sampled_from(list(SOURCES)).flatmap(
    lambda kind: st.builds(
        CrossChoice, kind=st.just(kind), row=st.sampled_from(list(SOURCES[kind][1])),
        column=st.sampled_from(["", *SOURCES[kind][1]]), measure=st.sampled_from(MEASURES[kind]),
        population=st.sampled_from([EVERYBODY_AND_ALL, ON_REGISTER_AT_END, f"{OF_FILTER}{WOMEN}"]),
        every_year=st.booleans(),
    )
)  # fmt: skip


@pytest.fixture
def town(archive):
    """Some people of one or two kinds, what was paid to them and to others, and who was called on."""
    chance = random.Random(5)
    with journal.entry("登记", USER):
        outsiders = [Outsider(name="外人甲", street="总寨镇"), Outsider(name="外人乙")]
        for each in outsiders:
            each.save()
        for number in range(24):
            _family(chance, number, outsiders)
        Visit(unit="某部", day=PartDate(2020, 7, 28), occasion="八一", money=Decimal(500)).save()
    keep_filter(WOMEN, Filter(words="女"), USER)


def _family(chance, number, outsiders):
    born = chance.choice(
        [PartDate(1949, 3, 1), PartDate(1955, 3, 1), PartDate(1965, 3, 1), PartDate(1990, 3, 1)]
    )
    someone = Person(
        name=f"{chance.choice('男女')}{number}", sex=chance.choice(["男", "女", ""]), born=born,
        number=factories.citizen_number(born.earliest()), street=chance.choice(STREETS),
        community=chance.choice(["新村", ""]), alone=chance.choice([True, False, None]),
    )  # fmt: skip
    someone.save()
    states = ["享受待遇", "停发"]
    held = [
        Identity(
            person=someone, kind=kind, state=chance.choice(states), grade=chance.choice(["一级", "二级"])
        )
        for kind in KINDS[: chance.randrange(3)]
    ]
    for each in held:
        each.save()
    for month in range(1, chance.randrange(1, 4)):
        whom = {"person": someone} if number % 4 else {"outsider": outsiders[number % 8 // 4]}
        own = held[0] if held and number % 4 else None
        Payment(
            **whom, identity=own, month=PartDate(2019 + month % 2, month), item=chance.choice(["伤残抚恤金", "慰问金"]),
            amount=Decimal(f"{chance.randrange(1, 900)}.07"), fund=chance.choice(["中央", ""]),
        ).save()  # fmt: skip
        Visit(
            **whom, day=PartDate(2020, month, 3), occasion=chance.choice(["春节", "八一"]), money=Decimal(100)
        ).save()


def in_sql(choice, headings):
    """What a cell of these headings says by SQL alone."""
    tables, said, key, whom, in_time = SOURCES[choice.kind]
    named = [
        (said[each], word) for each, word in zip((choice.row, choice.column), headings, strict=True) if each
    ]
    where = ["1"] + [
        f"{sql} = '{'' if word == HEADING_UNSAID else word}'" for sql, word in named if word != TOTAL_HEADING
    ]
    if not choice.every_year:
        where.append(in_time)
    if choice.population == ON_REGISTER_AT_END:
        own = "i.state = '享受待遇'" if choice.kind != "补助发放" else "1"
        where.append(f"p.id IN (SELECT person_id FROM identity WHERE state = '享受待遇') AND {own}")
    elif choice.population != EVERYBODY_AND_ALL:
        where.append("p.name LIKE '女%'")
    condition = " AND ".join(where)
    if choice.measure in (COUNT_PEOPLE, COUNT_ROWS):
        counted = whom if choice.measure == COUNT_PEOPLE else key
        return db.execute_sql(f"SELECT COUNT(DISTINCT {counted}) FROM {tables} WHERE {condition}").fetchone()[
            0
        ]
    once = f"SELECT DISTINCT r.id, r.{choice.measure} AS fen FROM {tables} WHERE {condition}"
    fen = db.execute_sql(f"SELECT COALESCE(SUM(fen), 0) FROM ({once})").fetchone()[0]
    return Decimal(fen) / 100


def in_its_rows(choice, rows):
    """What the records that a cell opens come to."""
    if choice.measure == COUNT_ROWS or choice.kind == "优抚对象":
        return len(rows)
    if choice.measure == COUNT_PEOPLE:
        return len({(each.person_id, each.outsider_id) for each in rows} - {(None, None)})
    return sum((getattr(each, choice.measure) or Decimal(0) for each in rows), Decimal(0))


@settings(max_examples=25)
@given(choice=CHOICES)
def test_each_cell_says_what_its_rows_come_to_and_what_plain_sql_finds(town, choice):
    sheet = crossed(choice, 2020)
    for row, heading in enumerate(sheet.rows):
        for column, over in enumerate(sheet.columns):
            value = sheet.cells[row][column].value
            assert value == in_sql(choice, (heading.label, over.label)), (heading.label, over.label)
            assert value == in_its_rows(choice, list(sheet.records(row, column)))


def test_whoever_has_two_kinds_is_one_person_in_the_total_and_the_table_says_so(person, identity):
    both = person(street="总寨镇")
    for someone, kind in ((both, KINDS[0]), (both, KINDS[1]), (person(street="总寨镇"), KINDS[0])):
        identity(someone, kind=kind)
    sheet = crossed(CrossChoice(row="street", column="identity.kind"), 2020)
    assert [cell.value for cell in sheet.cells[1]] == [2, 1, 2]
    assert "各格相加为3人，多于合计2人" in sheet.notes[-1]
    alone = crossed(CrossChoice(row="street", column="sex"), 2020)
    assert not any("相加" in note for note in alone.notes)


def test_every_field_of_every_kind_can_be_a_row_or_a_column(town):
    for kind in cross_choices.counted_kinds():
        fields, measure = list(cross_choices.offered_fields(kind)), next(iter(cross_choices.measures(kind)))
        for row, column in zip_longest(fields[::3], fields[1::3], fillvalue=""):
            assert (
                crossed(CrossChoice(kind, row or fields[2], column, measure), 2020).rows[0].label
                == TOTAL_HEADING
            )


def test_the_office_s_own_fields_divide_its_people_and_what_they_got(person, define):
    grid, since = define("片区", "选项", choices="东片、西片"), define("入会日期", "日期")
    unfit = define("编号", "整数"), define("暗号", "文字", secret=True)
    first, _ = person(), person()
    with journal.entry("登记", USER):
        keep_own(first.id, {grid.key: "西片", since.key: "2018-05"})
        Payment(person=first, item="物价补贴", month=PartDate(2020, 5), amount=Decimal(30)).save()
    people = crossed(CrossChoice(row=grid.key, column=f"{since.key}.year"), 2020)
    assert [row.label for row in people.rows] == [TOTAL_HEADING, "西片", HEADING_UNSAID]
    assert [cell.value for cell in people.cells[1]] == [1, 0, 1]
    paid = crossed(CrossChoice("补助发放", f"person.{grid.key}", measure="amount"), 2020)
    assert [(row.label, paid.cells[n][0].value) for n, row in enumerate(paid.rows)][1:] == [("西片", 30)]
    assert not {each.key for each in unfit} & set(cross_choices.offered_fields("优抚对象"))


def test_somebody_without_a_file_stands_under_the_street_alone(town):
    sexes = crossed(CrossChoice("补助发放", "person.sex", every_year=True), 2020)
    assert WITHOUT_FILE in [row.label for row in sexes.rows]
    streets = crossed(CrossChoice("补助发放", "person.street", every_year=True), 2020)
    assert WITHOUT_FILE not in [row.label for row in streets.rows]


@pytest.mark.parametrize(
    "choice",
    [
        CrossChoice(row="nothing"), CrossChoice(column="nothing"), CrossChoice(measure="nothing"), CrossChoice("没有的"),
        CrossChoice(population=f"{OF_FILTER}没有的"),
    ],
)  # fmt: skip
def test_what_is_gone_is_refused_with_a_sentence(archive, choice):
    with pytest.raises(Refusal, match=r"没有了|已经删除"):
        crossed(choice, 2020)


def test_a_table_that_nobody_could_read_is_refused(town, monkeypatch):
    monkeypatch.setattr("models.year.cross_tables.crossing.MOST_CROSSED_CELLS", 5)
    with pytest.raises(Refusal, match="太大了"):
        crossed(CrossChoice(row="age", column="sex"), 2020)
