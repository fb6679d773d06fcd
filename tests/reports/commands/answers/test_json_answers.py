"""What commands answer to programs."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from types import SimpleNamespace

from models.core import journal
from models.imports.imports import Plan
from models.imports.plan import SheetPlan
from models.imports.rosters.reading import Roster
from models.imports.sheets.read_rows import SheetRemark
from models.imports.workbooks.sheet import Sheet
from models.people.person import Person
from models.undo.entry_search import EntriesAsked
from reports.commands.answers.json_answers import entry_answers, figure_answers, imported_answer
from tests.conftest import USER


def planned(file="a.xlsx", refused=(), findings=(), **counts):
    sheet = Sheet("参战", False, [], 1, 0, (), frozenset(), 0)
    roster = Roster(sheet, "参战退役人员", 1, lines=[None, None])
    return SheetPlan(file, roster, Counter(counts), list(refused), list(findings))


def test_an_import_is_told_sheet_by_sheet_and_a_file_that_was_not_read_too():
    plan = Plan([planned(new=2), planned(same=1)], [("坏.xls", "打不开")])
    answer = imported_answer(plan)
    assert [(each["file"], len(each["sheets"])) for each in answer["files"]] == [("坏.xls", 0), ("a.xlsx", 2)]
    assert answer["files"][1]["sheets"][0] == {
        "sheet": "参战", "read_as": "参战退役人员", "rows": 2, "new": 2, "changed": 0, "same": 0, "refused": 0,
    }  # fmt: skip
    assert answer["refused"] == [
        {"file": "坏.xls", "sheet": None, "row": None, "column": None, "value": None, "reason": "打不开"}
    ]


def test_what_was_refused_and_what_was_found_have_their_places_and_their_own_key():
    one, other = SheetRemark(3, "F", "63010", "号码不对"), SheetRemark(None, None, None, "没有表头")
    answer = imported_answer(Plan([planned(refused=[one], findings=[other])]))
    assert answer["refused"] == [
        {"file": "a.xlsx", "sheet": "参战", "row": 3, "column": "F", "value": "63010", "reason": "号码不对"}
    ]
    assert answer["findings"] == [
        {"file": "a.xlsx", "sheet": "参战", "row": None, "column": None, "value": None, "finding": "没有表头"}
    ]


def test_the_journal_is_told_oldest_first_and_an_entry_without_changes_counts_none(person):
    person(name="甲")
    with journal.entry("没有变化", USER):
        Person.update(name="甲").where(Person.name == "没有").execute()
    told = entry_answers(EntriesAsked())
    assert [each["entry"] for each in told] == sorted(each["entry"] for each in told)
    assert told[-1]["user"] == USER
    assert {each["title"]: each["changes"] for each in told}["登记"] == 1


def test_a_year_s_money_has_two_places_and_a_count_is_a_number():
    figures = [
        SimpleNamespace(key="a", text="金额", value=Decimal("70000.5"), unit="元", shown="7万余元"),
        SimpleNamespace(key="b", text="人数", value=681, unit="人", shown="681"),
    ]
    *told, rates = figure_answers(figures, [SimpleNamespace(name="落实率", done=2, due=3)])
    assert [each["value"] for each in told] == ["70000.50", 681]
    assert rates == {"key": "rates", "rows": [["落实率", 2, 3]]}
