"""The office's own four workbooks of 2020: nothing lost, every figure as the report prints it, nothing doubled."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.core import journal
from models.core.jobs import finish
from models.imports import imports
from models.ledger.activities import Activity
from models.ledger.publicity import Publicity
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people.outsiders import Outsider
from models.people.person import Person
from models.undo.undo import undo
from models.visits.visit import Visit
from models.year import figures

DATA = Path(__file__).parents[1] / "data"
ROSTER = DATA / "2020-优抚对象花名册.xlsx"
PAID, VISITED, LEDGER = (
    DATA / f"2020-{name}.xlsx" for name in ("补助发放登记", "走访慰问登记", "双拥工作台账")
)
FIGURES = json.loads((DATA / "2020-figures.json").read_text("utf-8"))
USER = "王芳"


def told():
    found = {each.key: each.value for each in figures.all(2020) if each.key in FIGURES}
    return found | {"rates": [[each.name, each.done, each.due] for each in figures.rates_of(2020)]}


def expected():
    return {k: Decimal(str(v)) if isinstance(v, float) else v for k, v in FIGURES.items()}


def test_the_four_workbooks_give_every_figure(take_in):
    plan = take_in(VISITED, LEDGER, ROSTER, PAID)
    assert not plan.refused
    assert told() == expected()
    assert Person.select().count() == 681
    assert sum(len(sheet.roster.lines) for sheet in plan.sheets) == plan.total("new") == 4562
    again = take_in(PAID, ROSTER, VISITED, LEDGER)
    assert again.total("same") == 4562
    assert journal.Entry.select().count() == 1
    undo(1, USER)
    for model in (Person, Outsider, Payment, Visit, MedicalCase, Activity, Publicity):
        assert model.select().count() == 0
    assert journal.chain_faults() == []


def columns(file, sheet):
    """What a sheet's columns hold, by heading, read without our own reader."""
    _, heading, *rows = load_workbook(file, read_only=True)[sheet].iter_rows(values_only=True)
    return {name: [row[i] for row in rows if row[i] is not None] for i, name in enumerate(heading)}


def test_the_sums_of_the_columns_come_back_out_of_the_records(take_in):
    take_in(ROSTER, VISITED, LEDGER)
    units, people = list(Visit.select().where(Visit.unit != "")), list(Visit.select().where(Visit.unit == ""))
    sheet = columns(VISITED, "走访部队")
    assert [v.gift_count for v in units] == sheet["数量"]
    assert [v.gift_value for v in units] == sheet["折价(元)"]
    assert [v.unit for v in units] == sheet["部队名称"]
    sheet = columns(VISITED, "走访个人")
    assert [v.whom for v in people] == sheet["姓名"]
    assert [v.money for v in people] == sheet["慰问金(元)"]
    assert [v.wishes for v in people if v.wishes] == sheet["反映诉求"]
    assert [v.circumstances for v in people if v.circumstances] == sheet["家庭状况"]
    assert [v.notes for v in people if v.notes] == sheet["备注"]
    sheet, held = columns(LEDGER, "活动"), list(Activity.select())
    for name, heading in (("people", "参加人数"), ("units", "参与单位数"), ("stations", "参与服务站数"),
                          ("books", "赠书(册)"), ("scrolls", "赠春联书画(幅)"), ("organiser", "组织单位")):  # fmt: skip
        assert [v for a in held if (v := getattr(a, name))] == sheet[heading]
    assert sum(p.quantity for p in Publicity.select()) == sum(columns(LEDGER, "宣传")["数量"])


ORDERS = list(permutations(range(4))) if os.environ.get("YOUFU_SLOW") else [(1, 2, 3, 0)]


@pytest.mark.parametrize("order", ORDERS)
def test_one_by_one_in_any_order_they_give_the_same(take_in, order):
    """Those who were paid before they had a file are given it, and nobody is counted twice."""
    files = (ROSTER, PAID, VISITED, LEDGER)
    for number in order:
        assert not take_in(files[number]).refused
    assert told() == expected()
    assert Outsider.select().where(Outsider.number.in_(Person.select(Person.number))).count() == 0
    entries = journal.Entry.select().count()
    for file in files:
        take_in(file)
    assert journal.Entry.select().count() == entries
    for entry in range(entries, 0, -1):
        undo(entry, USER)
    assert Person.select().count() == Outsider.select().count() == Payment.select().count() == 0


def test_a_plan_writes_nothing(archive):
    plan = finish(imports.read_workbooks([PAID]))
    assert plan.total("new") == 3408 + 6
    assert Payment.select().count() == Outsider.select().count() == 0
