"""The sections of texts and clauses: a new text of law is typed by hand, cited from its day on, and who stands on the old one is seen."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from models.core.dates import PartDate
from models.law import clauses
from models.law.office_law import OfficeClause, OfficeText
from models.law.texts import law_texts
from ui.approvals.law_texts import LawTextsPage
from ui.pay.policy.office_clauses import OfficeClausesPage
from ui.pay.policy.office_texts import OfficeTextsPage
from ui.pay.tab import PayingPage

TEXT = {
    "code": "条例2030", "name": "《军人抚恤优待条例》", "edition": "2030年修订", "number": "国务院令第900号",
    "begins": PartDate(2030, 1, 1), "confirmed": True,
}  # fmt: skip
CLAUSE = {"matter": "起发月份", "text": "条例2030", "article": "第九十条", "whom": "残疾军人、伤残人员", "what": "从批准次月起发", "confirmed": True}  # fmt: skip


@pytest.fixture
def tab(session, qtbot, archive):
    shown = PayingPage(session)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def type_in(dialogs):
    """Fill in the form of a section, as an officer does; returns the page."""

    def run(page, press, **facts):
        def fill(dialog):
            for name, value in facts.items():
                dialog.form.editors[name].set_value(value)
            dialog.save()

        dialogs.fill = fill
        press()
        return page

    return run


def test_a_text_and_its_clause_are_typed_and_cited_from_their_day(tab, type_in):
    texts, articles = tab.show_section("法规文本"), tab.show_section("法规条款")
    assert isinstance(texts, OfficeTextsPage)
    assert isinstance(articles, OfficeClausesPage)
    QAbstractItemModelTester(articles.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    type_in(texts, texts.add, **TEXT | {"confirmed": False})
    type_in(articles, articles.add, **CLAUSE)
    assert OfficeClause.get().whom == "残疾军人|伤残人员"
    assert articles.rows.text(0, 2) == "残疾军人、伤残人员"
    assert "2024" in clauses.cite("起发月份", "2030-01-01", "伤残人员")
    assert texts.told(texts.query()).endswith("其中1条未确认，不引用")
    tab.show_section("法规文本")
    texts.table.go_to(OfficeText.get().id)
    type_in(texts, texts.change, confirmed=True)
    assert clauses.cite("起发月份", "2030-01-01", "伤残人员") == "《军人抚恤优待条例》（2030年修订）第九十条"


def test_a_new_text_leads_to_who_stands_on_the_one_it_replaced(tab, type_in, boxes, granted):
    granted(kind="伤残人员", category="残疾军人", grade="六级", nature="因公", approved="2025-03-01")
    texts = tab.show_section("法规文本")
    type_in(texts, texts.add, **TEXT | {"confirmed": False})
    texts.table.go_to(OfficeText.get().id)
    texts.show_standing()
    assert "请先对照原文把这个文本确认" in boxes[-1]
    type_in(texts, texts.change, confirmed=True)
    texts.show_standing()
    law = tab.shown()
    assert isinstance(law, LawTextsPage)
    assert law.text_table.record().text.code == "条例2024"
    assert law.text_table.record().later == law_texts()["条例2030"]
    assert law.rows.rowCount() == 1


def test_a_clause_without_its_text_and_a_day_known_in_part_are_refused_in_words(tab, dialogs):
    said = []

    def fill(dialog):
        dialog.form.editors["matter"].set_value("起发月份")
        dialog.form.editors["begins"].set_value(PartDate(2030, 1))
        dialog.save()
        said.extend(each.text() for each in dialog.form.messages.values() if each.text())

    dialogs.fill = fill
    articles = tab.show_section("法规条款")
    articles.add()
    assert {"请填写条款在哪个文本里", "请填写到日，如2024-10-01"} <= set(said)
    assert OfficeClause.select().count() == 0
