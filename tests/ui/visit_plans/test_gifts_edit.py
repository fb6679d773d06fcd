"""Gifts in words: one that nobody has registered is asked about where it is missed."""

from __future__ import annotations

from models.visits.gifts import Gift, read_gifts
from ui.visit_plans.gifts_edit import GiftsEdit


def test_a_gift_that_is_missed_is_added_with_its_measure_when_the_officer_agrees(session, shown, boxes):
    boxes.answer = "新增"
    edit = shown(GiftsEdit(session))
    edit.set_value("大米×1、食用油2桶")
    edit.settle()
    assert boxes == ["没有登记过慰问品“大米”，要新增吗？", "没有登记过慰问品“食用油”，要新增吗？"]
    assert [(gift.name, gift.measure) for gift in Gift.select().order_by(Gift.id)] == [
        ("大米", ""),
        ("食用油", "桶"),
    ]
    assert len(read_gifts(edit.value())) == 2
    edit.settle()
    assert len(boxes) == 2


def test_what_the_officer_does_not_add_is_left_for_the_record_to_refuse(session, shown, boxes):
    boxes.answer = "重新填写"
    edit = shown(GiftsEdit(session))
    edit.set_value("大米×1")
    edit.settle()
    assert len(boxes) == 1
    assert not Gift.select().exists()
