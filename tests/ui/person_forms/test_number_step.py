"""The first step of a new file: the number."""

from __future__ import annotations

import pytest

from tests import factories


def test_one_cannot_go_on_without_a_number(window):
    made = window()
    assert not made.next_button.isEnabled()
    made.number.editor.setText("6301031953")
    assert made.number.words.text() == "已输入10位，还差8位"
    assert not made.next_button.isEnabled()
    made.number.editor.setText(factories.citizen_number())
    assert made.next_button.isEnabled()
    assert made.number.words.text() == "1950年6月15日出生，男"


def test_an_old_number_of_fifteen_places_will_do(window):
    made = window()
    number = factories.citizen_number()
    made.number.editor.setText(number[:6] + number[8:17])
    assert number in made.number.words.text()
    assert made.number.number() == number
    assert made.next_button.isEnabled()


def test_a_wrong_digit_is_explained_and_forbids_nothing(window):
    made = window()
    right = factories.citizen_number()
    made.number.editor.setText(right[:17] + ("0" if right[17] != "0" else "1"))
    assert "校验码不符，可能是：" in made.number.words.text()
    assert "位应为" in made.number.words.text()
    assert made.next_button.isEnabled()


@pytest.mark.parametrize(
    ("typed", "words"), [("6" * 19, "多了1位"), ("X" * 18, "只有最后一位可以是X"), ("", "老号码")]
)
def test_a_number_of_the_wrong_shape_says_why(window, typed, words):
    made = window()
    made.number.editor.setText(typed)
    assert words in made.number.words.text()
    assert not made.next_button.isEnabled()


def test_a_number_that_has_a_file_offers_that_file(qtbot, window, person):
    known = person(name="王五", file_no="6301030600009")
    made = window()
    made.number.editor.setText(known.number)
    assert made.number.known.isVisible()
    assert "王五" in made.number.known_words.text()
    assert not made.next_button.isEnabled()
    with qtbot.waitSignal(made.opened) as opened:
        made.number.open_button.click()
    assert opened.args == [known.id]
