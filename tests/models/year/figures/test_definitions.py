"""A record changes exactly the figures that depend on it, in the year of its day, and each figure opens its rows."""

from __future__ import annotations

from decimal import Decimal

from models.core import journal
from models.core.dates import PartDate
from models.core.record import db
from models.ledger.rates import Rate
from models.payments.payment import Payment
from models.visits.visit import Visit
from models.year import figures
from models.year.figures.display import DISPLAY_FLOOR, Display
from tests.conftest import USER
from tests.models.year.figures.conftest import DAY, values


def test_there_are_all_figures_of_the_acceptance_table():
    numbers = [each.number for each in figures.DEFINITIONS.values() if not each.may_be_nothing]
    assert sorted(numbers) == [f"F{n:02d}" for n in range(1, 58) if n not in (24, 25, 26, 27, 28)]


def test_a_figure_says_whether_records_are_read_to_make_its_conditions(archive, monkeypatch):
    """The query of one that says no is written once: whoever reads records for it would be told what stood there then."""
    read, execute = [], db.execute_sql
    monkeypatch.setattr(db, "execute_sql", lambda *asked: read.append(asked[0]) or execute(*asked))
    for definition in figures.DEFINITIONS.values():
        read.clear()
        assert [query.sql() for query in definition.all_rows(2020)]
        assert bool(read) == definition.looks, definition.key


def test_an_empty_archive_has_figures_of_nothing(archive):
    assert set(values().values()) == {0}
    assert figures.rates_of(2020) == []


def test_a_figure_opens_its_rows_and_is_printed_as_the_officer_likes(changed, outsider):
    made = [
        Visit(day=DAY, unit=f"某部{n}", occasion="八一", gifts="水果", gift_value=Decimal(36800))
        for n in (1, 2)
    ]
    changed(Visit(day=DAY, outsider=outsider, category="复员干部", money=Decimal(1)), *made)
    found = {each.key: each for each in figures.all(2020)}
    gifts = found["visits.gifts_yuan"]
    assert (gifts.shown, gifts.unit, gifts.value) == ("7万余元", "元", Decimal(73600))
    assert [visit.unit for visit in gifts.rows()] == ["某部1", "某部2"]
    assert found["visits.units"].shown == "2支"
    own = {"visits.gifts_yuan": Display(DISPLAY_FLOOR, Decimal("0.1"))}
    assert next(f for f in figures.all(2020, own) if f.key == "visits.gifts_yuan").shown == "7.3万余元"


def test_rates_are_entered_or_asked_of_the_archive(identity, person):
    paid, unpaid = identity().person, identity(person(insurance="无")).person
    person(insurance="公费医疗", died=PartDate(2019))
    facts = {"programme": "定期抚恤补助", "item": "补助", "month": PartDate(2020, 7), "amount": Decimal(5)}
    with journal.entry("登记", USER):
        Rate(year=2020, position=2, name="落实率", source="paid").save()
        Rate(year=2020, position=3, name="参保率", source="insured").save()
        Rate(year=2020, position=1, name="优待金", done=31, due=32).save()
        Payment(person=paid, **facts).save()
    found = figures.rates_of(2020)
    assert [(each.name, each.done, each.due, each.shown) for each in found] == [
        ("优待金", 31, 32, "96.8%"), ("落实率", 1, 2, "50%"), ("参保率", 0, 2, "0%"),
    ]  # fmt: skip
    assert [None if (m := each.missing()) is None else {p.id for p in m} for each in found] == [
        None, {unpaid.id}, {paid.id, unpaid.id},
    ]  # fmt: skip
