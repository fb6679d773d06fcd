"""What the chip of an identity card holds becomes words of ours, or a refusal."""

from __future__ import annotations

import pytest

from models.core.dates import PartDate
from models.core.record import Refusal
from models.devices import id_cards
from models.people import photos
from tests import factories
from tests.id_card_bytes import photo, text

NUMBER = factories.citizen_number()


def test_the_text_is_read_in_the_words_of_the_code_tables():
    card = id_cards.read_id_card(text(number=NUMBER))
    assert (card.number, card.name, card.sex, card.ethnic) == (NUMBER, "张三", "男", "回族")
    assert (card.born, card.address, card.photo) == (PartDate(1950, 6, 15), "某区某路1号", b"")
    assert card.facts["household_address"] == "某区某路1号"


def test_what_a_code_table_does_not_know_stays_open():
    card = id_cards.read_id_card(text(number=NUMBER, ethnic="99", born="00000000"))
    assert "ethnic" not in card.facts
    assert "born" not in card.facts


@pytest.mark.parametrize("spoilt", [b"", bytes(256), text(number="12345"), text(number=NUMBER, name="")])
def test_what_is_no_card_is_refused(spoilt):
    with pytest.raises(Refusal, match="不像身份证"):
        id_cards.read_id_card(spoilt)


def test_the_small_portrait_is_made_large_enough_for_the_file():
    assert photos.cut(id_cards.read_id_card(text(number=NUMBER), photo()).photo)


def test_a_broken_portrait_is_left_out():
    assert id_cards.read_id_card(text(number=NUMBER), b"BM broken").photo == b""
