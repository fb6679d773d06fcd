"""The rows of a pack beside the archive's own, and taken over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from models.core import journal
from models.core.dates import PartDate
from models.core.journal import Entry
from models.law import clauses
from models.law.office_law import OfficeClause
from models.office import workdays
from models.office.workdays import CalendarDay
from models.pay.policy import pack_rows, policy_documents, policy_packs
from models.pay.policy.pack_rows import PackState
from models.pay.standards.policy_figures import PolicyFigure
from models.pay.standards.standards import Standard
from models.undo.undo import undo

USER = "王芳"


def first_grade(row):
    return row["grade"] == "一级" and row["nature"] == "因战"


def newest(row):
    """Their first grade of 2021 otherwise, and a rise of 2026."""
    if first_grade(row) and row["begins"] == "2021-08":
        row["amount"], row["document"] = "106680", "某省〔2021〕1号"
    if first_grade(row) and row["begins"] == "2025-08":
        row |= {
            "begins": "2026-08",
            "amount": "139920",
            "document": "退役军人部发〔2026〕1号",
            "confirmed": "是",
        }
    return row


def test_the_archives_own_pack_says_nothing_new(pack, compared):
    assert compared(pack) == []
    found = pack_rows.compared_pack(policy_packs.read_policy_pack(pack))
    assert pack_rows.take_over_rows(found, USER) == 0
    assert not journal.last_number()


def test_each_row_is_new_the_same_or_different_with_both_sides(remade, compared):
    different, new = compared(remade(standard=newest))
    assert (different.state, new.state) == (PackState.DIFFERENT, PackState.NEW)
    assert (different.mine.amount, different.theirs.amount) == (Decimal(106670), Decimal(106680))
    assert different.differing == ["amount", "document"]
    assert different.other_rule
    assert not different.usual  # the office has confirmed its own
    assert (new.mine, new.usual, new.theirs.begins) == (None, True, PartDate(2026, 8))


def test_what_is_taken_over_is_one_entry_and_nothing_of_it_is_confirmed(remade, compared):
    found = compared(remade(standard=newest))
    assert pack_rows.take_over_rows(found, USER, "甲区退役军人事务局") == 2
    (entry,) = Entry.select()
    assert entry.title == "接收政策包：甲区退役军人事务局"
    new = Standard.get(Standard.begins == PartDate(2026, 8))
    assert (new.amount, new.confirmed, new.document) == (Decimal(139920), False, "退役军人部发〔2026〕1号")
    changed = Standard.get_by_id(found[0].mine.id)
    assert (changed.amount, changed.confirmed) == (Decimal(106680), False)
    undo(entry.number, USER)
    assert Standard.get_or_none(Standard.begins == PartDate(2026, 8)) is None
    back = Standard.get_by_id(found[0].mine.id)
    assert (back.amount, back.confirmed) == (Decimal(106670), True)


def test_a_row_of_which_only_the_paper_differs_stays_confirmed(remade, compared):
    def paper(row):
        if first_grade(row) and row["begins"] == "2021-08":
            row["document"] = "退役军人部发〔2021〕40号（演练）"
        return row

    (row,) = compared(remade(standard=paper))
    assert (row.state, row.other_rule) == (PackState.DIFFERENT, False)
    pack_rows.take_over_rows([row], USER)
    kept = Standard.get_by_id(row.mine.id)
    assert (kept.confirmed, kept.document) == (True, "退役军人部发〔2021〕40号（演练）")


def test_figures_and_holidays_travel_too_and_a_holiday_waits_to_be_checked(remade, compared):
    def income(row):
        return row | {"value": "58800"} if row["what"] == "2025年" else row

    def next_year(row):
        return row | {"day": "2027-10-01", "name": "国庆节"} if row["day"] == "2026-10-01" else row

    found = compared(remade(policy_figure=income, calendar_day=next_year))
    assert [(row.kind.noun, row.state) for row in found] == [("政策数据", "不同"), ("工作日历", "新")]
    pack_rows.take_over_rows(found, USER)
    assert PolicyFigure.get(PolicyFigure.what == "2025年").value == Decimal(58800)
    assert CalendarDay.get().confirmed is False
    assert "尚未" in workdays.calendar().doubt(date(2027, 9, 1), date(2027, 10, 20))


def next_law(row):
    """A text that comes after what this program carries."""
    if row["code"] == "条例2024":
        row |= {"code": "条例2030", "edition": "2030年修订", "begins": "2030-01-01", "confirmed": "是"}
    return row


def its_articles(row):
    return row | {"text": "条例2030"} if row["text"] == "条例2024" and row["matter"] == "起发月份" else row


def test_texts_and_clauses_travel_and_are_cited_after_one_click_on_their_document(remade, compared):
    found = compared(remade(office_text=next_law, office_clause=its_articles))
    assert {(row.kind.noun, row.state) for row in found} == {("法规文本", "新"), ("法规条款", "新")}
    pack_rows.take_over_rows(found, USER, "甲区退役军人事务局")
    before = clauses.cite("起发月份", "2030-01-01", "伤残人员")
    assert "2024年修订" in before
    title = "《军人抚恤优待条例》（2030年修订）"
    (paper,) = [each for each in policy_documents.policy_documents() if each.name == title]
    assert (len(paper.rows), paper.kinds) == (len(found), "法规文本、法规条款")
    policy_documents.confirm_rows(paper.waiting, USER, paper.name)
    assert title in clauses.cite("起发月份", "2030-01-01", "伤残人员")
    undo(Entry.select().order_by(Entry.number.desc()).get().number, USER)
    assert clauses.cite("起发月份", "2030-01-01", "伤残人员") == before


def test_an_article_that_this_program_only_reckoned_is_taken_over_from_who_has_read_it(remade, compared):
    def read(row):
        return row | {"read": "是", "confirmed": "是"} if row["text"] == "条例2004" else row

    found = compared(remade(office_clause=read))
    assert {(row.state, row.usual, row.mine.read) for row in found} == {(PackState.DIFFERENT, True, False)}
    pack_rows.take_over_rows(found[:1], USER)
    kept = OfficeClause.get()
    assert (kept.confirmed, kept.read, kept.article) == (False, True, found[0].theirs.article)
