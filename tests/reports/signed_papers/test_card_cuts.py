"""Visit cards that come back: ticks and handwriting are cut out and lie with the planned visit."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from PIL import Image, ImageDraw

from models.archive import scans
from models.core.jobs import finish
from models.signed_papers.returned_card import ReturnedCard, card_of
from models.signed_papers.waiting_page import WaitingReason
from models.visit_plans.planned_visits import PlannedVisit
from reports.visit_plans import card_facts, cards
from tests.reports.signed_papers.printed_pages import scanned

DPI = 150
MM = DPI / 25.4


def sheet_of_cards(ready, tmp_path):
    finish(cards.write_cards(card_facts.cards(ready), tmp_path / "卡.pdf"))
    with pypdfium2.PdfDocument(tmp_path / "卡.pdf") as pdf:
        return pdf[0].render(scale=DPI / 72).to_pil().convert("RGB")


def dark(content, share):
    """How much of the lower or upper part of a cut is written on with blue."""
    picture = Image.open(BytesIO(content)).convert("RGB")
    low, high = (round(picture.height * each) for each in share)
    blue = [1 for r, _, b in picture.crop((0, low, picture.width, high)).get_flattened_data() if b > r + 60]
    return len(blue) / (picture.width * (high - low))


def test_a_card_that_comes_back_lies_with_its_planned_visit(ready, tmp_path, pile):
    found = scanned(pile(sheet_of_cards(ready, tmp_path).rotate(3, fillcolor="white")))
    assert [(page.form, page.sheet, page.of) for page in found.filed] == [("走访卡", 1, 1)] * 2
    names = {card.planned.name for card in ReturnedCard.select()}
    assert names == {card.name for card in card_facts.cards(ready)[:2]}
    row = next(row for row in PlannedVisit.select() if row.name == "甲一")
    assert card_of(row).planned == row


def test_what_was_written_by_hand_is_on_the_cut_wherever_the_card_lay(ready, tmp_path, pile):
    sheet = sheet_of_cards(ready, tmp_path)
    low = (cards.HALF - cards.CARD_TOP - cards.FOOT_HEIGHT) / cards.mm  # of the upper card's rows for the pen
    draw = ImageDraw.Draw(sheet)
    draw.line(((60 * MM, (low - 8) * MM), (150 * MM, (low - 6) * MM)), fill=(20, 30, 200), width=14)
    scanned(pile(sheet.rotate(183, expand=True, fillcolor="white")))
    first = card_facts.cards(ready)[0].name
    by_name = {card.planned.name: card for card in ReturnedCard.select()}
    for name, card in by_name.items():
        written = dark(scans.read_scan(card.writing), (0, 1))
        assert (written > 0.002) == (name == first)


def test_what_was_ticked_is_on_the_cut_of_the_ticks(ready, tmp_path, pile):
    sheet = sheet_of_cards(ready, tmp_path)
    top = (cards.HALF + cards.CARD_TOP - 14 * cards.mm) / cards.mm + 7 - cards.FOOT_HEIGHT / cards.mm
    draw = ImageDraw.Draw(sheet)
    draw.line(((50 * MM, (top + 2) * MM), (58 * MM, (top + 5) * MM)), fill=(20, 30, 200), width=10)
    scanned(pile(sheet))
    first = card_facts.cards(ready)[0].name
    card = next(card for card in ReturnedCard.select() if card.planned.name == first)
    assert dark(scans.read_scan(card.ticks), (0, 1)) > 0.002


def test_a_card_of_a_plan_that_is_gone_waits(ready, tmp_path, pile, save):
    sheet = sheet_of_cards(ready, tmp_path)
    from models.core import journal

    with journal.entry("删除", "王芳"):
        for row in PlannedVisit.select():
            row.delete_instance()
    assert [each.reason for each in scanned(pile(sheet)).unknown] == [WaitingReason.NO_ROW]
