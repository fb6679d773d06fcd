"""What a record says, and how it stands in the file: whole fen, days as far as they are known, words that are never null."""

from __future__ import annotations

from decimal import Decimal, Inexact, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st
from peewee import ModelSelect, fn

from models.core.dates import PartDate
from models.core.fields import Count, Day, Flag, Text, Yuan
from models.core.masks import Secret
from models.core.record import db
from models.payments.payment import Payment
from models.people.identity import Identity
from models.people.person import Person
from models.records import RECORDS


@given(fen=st.integers(-(10**14), 10**14))
def test_every_fen_comes_back(fen):
    yuan = Yuan("金额(元)")
    assert yuan.db_value(yuan.python_value(fen)) == fen
    assert yuan.python_value(fen) == Decimal(fen) / 100


def test_a_part_of_a_fen_is_never_rounded_away():
    with localcontext() as context:
        context.traps[Inexact] = True
        with pytest.raises(Inexact):
            Yuan("金额(元)").db_value(Decimal("0.005"))


def test_nothing_known_is_null_and_not_nought():
    for field in (Yuan("金额"), Day("日期")):
        assert field.db_value(None) is None
        assert field.python_value(None) is None
    assert Yuan("金额").db_value(0) == 0


@pytest.mark.parametrize(
    "day", [PartDate(1950), PartDate(1950, 6), PartDate(1950, 6, 15), PartDate(2000, 1, 1)]
)
def test_a_day_is_kept_as_far_as_it_is_known(day):
    field = Day("日期")
    assert field.python_value(field.db_value(day)) == day
    assert field.db_value(PartDate(1950, 6)) == "1950-06"


def test_a_sum_is_in_yuan_and_of_no_rows_nought(archive):
    assert Payment.select(Payment.amount.total()).scalar() == Decimal(0)


def test_words_that_nobody_said_are_empty_and_stand_in_the_file_so(person):
    someone = person()
    assert Person.get().street == ""
    ((kept,),) = db.execute_sql("SELECT street FROM person WHERE id = ?", (someone.id,)).fetchall()
    assert kept == ""


def test_a_field_says_itself_whether_a_copy_hides_it():
    assert (Text("备注").secret, Text("备注").says_secret) == (Secret.OPEN, False)
    assert (Text("卡号", secret=Secret.OPEN).secret, Text("卡号", secret=Secret.OPEN).says_secret) == (
        Secret.OPEN,
        True,
    )
    assert Person.number.secret is Secret.NUMBER


@pytest.mark.parametrize("kind", [Text, Count, Flag, Day, Yuan])
def test_whatever_a_field_holds_it_may_have_a_shorter_label_and_a_key(kind):
    told = kind("受理编号", short="编号", key="case_number", ours=True)
    assert (told.verbose_name, told.short, told.key, told.ours) == ("受理编号", "编号", "case_number", True)
    assert (kind("备注").short, kind("备注").key, kind("备注").ours) == ("", "", False)


def test_a_selection_is_written_as_peewee_writes_it():
    for kind in RECORDS:
        assert kind.select().sql() == ModelSelect(kind, kind._meta.sorted_fields, is_default=True).sql()
    both = Identity.select(Identity, Person, fn.COUNT(Person.id).alias("n")).join(Person)
    plain = ModelSelect(Identity, [Identity, Person, fn.COUNT(Person.id).alias("n")]).join(Person)
    assert both.sql() == plain.sql()
    among = Person.select(Person.name).where(Person.id.in_(Identity.select()))
    assert among.sql() == ModelSelect(Person, [Person.name]).where(Person.id.in_(Identity.select())).sql()
