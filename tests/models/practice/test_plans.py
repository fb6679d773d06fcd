"""The practice archive's year of plans: nobody twice, nobody forgotten, and the store adds up."""

from __future__ import annotations

import pytest

from models import store
from models.core.jobs import finish
from models.ledger.good_news import GoodNews
from models.ledger.honours import Honour
from models.practice import filling, plans
from models.visit_plans.planning import plan_faults
from models.visit_plans.progress import campaign_progress
from models.visits import gifts, wishes
from models.visits.campaign import Campaign
from models.visits.visit import Visit

USER = "演练"


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    folder = tmp_path_factory.mktemp("演练") / "演练库"
    store.create_practice(folder)
    with store.practice_session(folder, USER):
        finish(filling.fill_archive(200, USER))
        yield folder


def test_every_record_of_the_practice_archive_keeps_the_rules(practice):
    for model in (*plans.BEFORE, *plans.AFTER, Visit):
        for record in model.select():
            assert record.problems() == {}, (model.__name__, record.id)


def test_both_campaigns_are_planned_without_fault(practice):
    told = {each.occasion: campaign_progress(each) for each in Campaign.select()}
    assert told["春节"].waiting == 0
    assert told["八一"].planned > told["八一"].visited > 20
    assert [plan_faults(each) for each in Campaign.select()] == [[], []]


def test_the_store_and_the_wishes_add_up(practice):
    (hamper,) = gifts.store()
    assert hamper.came - hamper.went == hamper.left > 0
    given = Visit.select().where(Visit.gifts == f"{hamper.gift.name}×1").count()
    assert hamper.went == given
    assert wishes.ages().open > 0


def test_the_honours_stand_where_the_report_counts_them(practice):
    assert {each.stage for each in Honour.select()} == {"初选"}
    assert GoodNews.select().count() == 10
