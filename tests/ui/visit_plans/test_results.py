"""Entering results: one after the other, by card, corrected where they were entered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from models.core.jobs import finish
from models.visit_plans.planned_visits import PlannedVisit, VisitOutcome
from models.visits import gifts
from models.visits.visit import Visit
from reports.signed_papers.pile import scan_in
from reports.visit_plans import card_facts
from reports.visit_plans.cards import write_cards
from ui.visit_plans.results import ResultsDialog


def test_more_gifts_than_there_are_are_refused_in_plain_words(ready, campaign, session, qtbot, boxes):
    asked = ResultsDialog(session, campaign)
    qtbot.addWidget(asked)
    asked.show()
    asked.form.editors["gifts"].setText("大米×2")
    asked.save()
    assert boxes[0] == "“大米”只剩1袋，不够出库2袋，请先登记入库"
    assert Visit.select().count() == 0


def test_who_was_not_met_is_noted_with_the_reason(ready, campaign, session, qtbot, monkeypatch):
    asked = ResultsDialog(session, campaign)
    qtbot.addWidget(asked)
    asked.show()
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("住院", True))
    name = asked.row.name
    asked.not_met()
    row = next(each for each in PlannedVisit.select() if each.name == name)
    assert (row.outcome, row.reason) == (VisitOutcome.NOT_MET, "住院")
    assert asked.row.name != name


def test_a_result_is_corrected_where_it_was_entered(ready, campaign, session, qtbot):
    asked = ResultsDialog(session, campaign)
    qtbot.addWidget(asked)
    asked.show()
    asked.save()
    first = Visit.get()
    asked.waiting.setChecked(False)
    key = next(row.id for row in PlannedVisit.select() if row.name == first.whom)
    asked.table.go_to(key)
    assert asked.whom.text() == f"{first.whom}　已走访"
    asked.form.editors["money"].setText("450")
    asked.form.editors["gifts"].setText("")
    asked.save()
    (kept,) = Visit.select()
    assert (kept.money, kept.gifts, kept.gift_value) == (450, "", None)
    assert gifts.store()[0].left == 1


def test_a_scanned_card_or_a_name_leads_to_its_row(ready, campaign, session, qtbot, boxes):
    asked = ResultsDialog(session, campaign)
    qtbot.addWidget(asked)
    asked.show()
    row = next(each for each in PlannedVisit.select() if each.name == "丙三")
    asked.search.setText(row.mark.lower())
    qtbot.keyClick(asked.search, Qt.Key.Key_Return)
    assert asked.row.name == "丙三"
    asked.search.setText("jy")
    qtbot.keyClick(asked.search, Qt.Key.Key_Return)
    assert asked.row.name == "甲一"
    asked.save()
    asked.search.setText("甲一")
    asked.look_up()
    assert asked.whom.text() == "甲一　已走访"
    for wrong in ("YFZF:000000000000", "YFZF:", "没有这人"):
        asked.search.setText(wrong)
        asked.look_up()
        assert boxes[-1] == f"本批次的计划中没有“{wrong}”"


def test_a_card_that_came_back_lies_beside_the_form(ready, campaign, session, qtbot, tmp_path):
    finish(write_cards(card_facts.cards(campaign), tmp_path / "卡.pdf"))
    finish(scan_in([tmp_path / "卡.pdf"], session.user))
    asked = ResultsDialog(session, campaign)
    qtbot.addWidget(asked)
    asked.show()
    assert asked.card.isVisible()
    for label in asked.card.cuts.values():
        assert label.pixmap().width() > label.pixmap().height()
    asked.card.show_row(None)
    assert not asked.card.isVisible()
