"""Exam cards are signed for."""

from __future__ import annotations

from decimal import Decimal

from models.aid.exam_cards import ExamCard
from models.core.dates import PartDate
from reports.aid import exam_cards
from tests.reports.papers import printed, save


def test_exam_cards_are_signed_for(person, tmp_path):
    card = ExamCard(person=person(name="甲某"), year=2020, amount=Decimal(1138), state="已领", card="T001")
    card.issued_on, card.signed_by = PartDate(2020, 8, 1), "甲某"
    save(card)
    assert "T001" in printed(exam_cards.exam_roster([card], 2020), tmp_path)
