"""What a card tells of those still to be visited."""

from __future__ import annotations

from models.core.dates import PartDate
from models.visit_plans.planned_visits import PlannedVisit, VisitOutcome
from models.visits.visit import Visit
from reports.visit_plans import card_facts


def test_the_wish_on_the_card_is_no_longer_told_when_it_is_done(ready, save):
    visit = Visit.get()
    visit.done = True
    save(visit)
    assert not any("wishes" in card.facts for card in card_facts.cards(ready))


def test_who_was_visited_or_is_left_out_gets_no_card(ready, save):
    rows = list(PlannedVisit.select().order_by(PlannedVisit.id))
    save(Visit(person=rows[0].person, campaign=ready, day=PartDate(2020, 7, 28)))
    rows[1].outcome, rows[1].reason = VisitOutcome.LEFT_OUT, "不愿意"
    save(rows[1])
    assert [card.name for card in card_facts.cards(ready)] == [rows[2].name]
