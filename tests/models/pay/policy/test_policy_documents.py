"""Documents with what rests on them, confirmed together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.core.journal import Entry
from models.core.record import Refusal
from models.pay.policy import policy_documents
from models.pay.policy.policy_kinds import is_derived
from models.pay.standards.policy_figures import PolicyFigure
from models.pay.standards.standards import Standard
from models.undo.undo import undo

USER = "王芳"
OF_2025 = "退役军人部发〔2025〕42号"


def document(name):
    return next(each for each in policy_documents.policy_documents() if each.name == name)


def test_each_document_says_how_much_rests_on_it_and_how_much_is_not_confirmed(archive):
    found = {each.name: each for each in policy_documents.policy_documents()}
    newest, of_2017 = found[OF_2025], found["民发〔2017〕154号"]
    assert (len(newest.rows), newest.confirmed, newest.unconfirmed, newest.derived) == (34, 0, 34, 29)
    assert (of_2017.confirmed, of_2017.unconfirmed) == (len(of_2017.rows), 0)
    assert found["2024年8月起的国家标准（文号未查到）"].unconfirmed > 26
    law = found["《军人抚恤优待条例》（2024）"]
    assert {"护理费", "一次性抚恤金", "一次性抚恤金增发"} <= {row.matter for row in law.rows}
    assert law.kinds == "政策数据"
    assert next(iter(found)) == OF_2025


def test_a_document_is_confirmed_whole_in_one_entry_that_can_be_undone(archive):
    waiting = document(OF_2025).waiting
    assert policy_documents.confirm_rows(waiting, USER, OF_2025) == 34
    (entry,) = Entry.select()
    assert entry.title == f"确认政策文件：{OF_2025}"
    assert document(OF_2025).unconfirmed == 0
    assert policy_documents.confirm_rows(waiting, USER, OF_2025) == 0
    undo(entry.number, USER)
    assert document(OF_2025).unconfirmed == 34


def test_what_a_paper_prints_is_confirmed_apart_from_what_was_derived(archive):
    printed = [row for row in document(OF_2025).waiting if not is_derived(row)]
    policy_documents.confirm_rows(
        printed, USER, OF_2025, document="青退役军人发〔2025〕9号", source="省厅文件"
    )
    found = Standard.select().where(Standard.begins == PartDate(2025, 8))
    assert {each.confirmed for each in found if each.derived_by} == {False}
    assert {each.document for each in found if each.confirmed} == {"青退役军人发〔2025〕9号"}
    assert {each.source for each in found if each.confirmed} == {"省厅文件"}


def test_what_went_on_without_an_end_ends_when_its_successor_is_confirmed(archive, standard):
    old = standard("131880", "2024-08", grade="一级", nature="因战", source="省厅文件")
    assert old.ends is None
    policy_documents.confirm_rows(document(OF_2025).waiting, USER)
    assert Standard.get_by_id(old.id).ends == PartDate(2025, 7)
    years = [each for each in PolicyFigure.select() if each.matter == "建国前老党员生活补贴" and each.begins]
    policy_documents.confirm_rows([each for each in years if each.value], USER)
    first = PolicyFigure.get(
        PolicyFigure.what == "1937年7月6日前入党", PolicyFigure.begins == PartDate(2012, 10)
    )
    assert first.ends == PartDate(2017, 9)


def test_a_row_that_cannot_be_confirmed_is_left_and_one_in_the_way_is_named(archive, standard):
    of_2005 = document("2005年起的国家标准（文号未查到）")
    assert (len(of_2005.rows), of_2005.waiting) == (3, ())
    assert "起始月份不明" in policy_documents.unconfirmable(of_2005.rows[0])
    standard("1", "2025-10", grade="一级", nature="因战")
    with pytest.raises(Refusal, match=r"伤残人员 一级 因战（2025年8月起，135840元/年）不能确认"):
        policy_documents.confirm_rows(document(OF_2025).waiting, USER)
    assert document(OF_2025).unconfirmed == 34


PAID_ONCE_CONFIRMED = [
    ("2018-10", {"nature": "因战"}, "6678.33"),
    ("2019-09", {"nature": "因战"}, "7345.83"),
    ("2019-09", {"grade": "二级"}, "6647.50"),
    ("2024-10", {"nature": "因战"}, "10990.00"),
    ("2026-01", {"nature": "因战"}, "11320.00"),
    ("2025-06", {"kind": "参战退役人员", "category": "", "grade": "", "nature": ""}, "882.00"),
]


def test_all_that_is_shipped_can_be_confirmed_together_and_is_paid(granted, due):
    for each in policy_documents.policy_documents():
        policy_documents.confirm_rows(each.waiting, USER, each.name)
    left = [each for each in Standard.select() if not each.confirmed]
    assert {str(each.begins) for each in left} == {"2005", "2021"}
    assert all(each.begins is None for each in PolicyFigure.select() if not each.confirmed)
    for month, facts, yuan in PAID_ONCE_CONFIRMED:
        assert due(granted("2013-07-04", **facts), month).yuan == Decimal(yuan), (month, facts)


def test_a_derived_amount_is_not_paid_before_the_office_confirms_it(granted, due):
    found = due(granted(grade="二级"), "2019-09")
    assert (found.refused, found.yuan) == (True, Decimal(0))
    assert "登记为79770元/年（推算：由2018年8月起的72520元/年提高10%" in found.why()
