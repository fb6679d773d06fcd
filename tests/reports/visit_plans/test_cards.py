"""The prints of a campaign: plan, teams' sheets, cards, and the roster of money to be signed."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.visit_plans.planned_visits import PlannedVisit
from models.visits.visit import Visit
from reports.visit_plans import card_facts, cards
from reports.visit_plans import plan as plans
from tests.reports.visit_plans.prepared import text


def test_the_card_tells_what_to_know_before_the_door(ready, tmp_path):
    facts = {card.name: card.facts for card in card_facts.cards(ready)}
    assert facts["丙三"]["calls"].startswith("2020年1月18日　春节")
    assert "反映药费高" in facts["丙三"]["wishes"]
    assert facts["丙三"]["seen"] == "独居"
    assert facts["甲一"]["brings"] == "慰问金500.00元；大米1袋"
    assert "妻李秀英" in facts["甲一"]["family"]
    assert "********" in facts["甲一"]["number"]
    assert finish(cards.write_cards(card_facts.cards(ready), tmp_path / "卡.pdf")) == ()
    pages = PdfReader(tmp_path / "卡.pdf").pages
    assert len(pages) == 2
    assert pages[0].extract_text().count("走访慰问卡") == 2


def test_a_card_that_has_too_much_to_tell_stays_on_its_half(ready, save, tmp_path):
    someone = PlannedVisit.get().person
    for year in range(2000, 2020):
        save(
            Visit(
                person=someone,
                day=PartDate(year, 1, 18),
                wishes="反映住房漏雨并申请临时救助，" * 20,
                visitors="王芳、" * 60,
            )
        )
    card = next(each for each in card_facts.cards(ready) if each.name == someone.name)
    made = cards.card_strips(card, cards.Gaps())
    assert sum(strip.height for strip in made) <= cards.HALF - 8 * cards.mm
    assert cards.MORE in "".join(mark.text for strip in made for mark in strip.marks)


def test_without_anybody_to_visit_there_is_no_card(campaign, tmp_path):
    with pytest.raises(Refusal, match="没有待走访的对象"):
        finish(cards.write_cards(card_facts.cards(campaign), tmp_path / "卡.pdf"))
    assert not (tmp_path / "卡.pdf").exists()


def test_a_practice_archive_says_so_on_every_sheet(ready, tmp_path):
    assert all("演练" in page for page in text(plans.overview(ready, practice=True), tmp_path / "计划.pdf"))


def test_the_code_on_a_card_leads_back_to_its_row(ready, tmp_path):
    import pypdfium2
    import zxingcpp

    from models.visit_plans.planned_visits import marked

    finish(cards.write_cards(card_facts.cards(ready), tmp_path / "卡.pdf"))
    page = pypdfium2.PdfDocument(tmp_path / "卡.pdf")[0].render(scale=200 / 72).to_pil()
    found = {marked(ready, code.text).name for code in zxingcpp.read_barcodes(page)}
    assert found == {card.name for card in card_facts.cards(ready)[:2]}
