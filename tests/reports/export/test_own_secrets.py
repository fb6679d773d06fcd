"""What is secret of somebody is hidden in whatever is written about them."""

from __future__ import annotations

import pytest

from models.core import journal
from models.people.identity import BankAccount
from models.people.outsiders import Outsider
from models.people.person import Person
from reports.export.own_secrets import OwnSecrets
from tests.conftest import USER


@pytest.fixture
def hidden(person):
    """Words about somebody with a telephone, a local one and an account that holds the first, as they leave the office."""
    someone = person(phone="13812341234", other_phone="6123456、6123457")
    with journal.entry("登记", USER):
        BankAccount.create(person=someone, bank="农行", account="80138123412347")
    secrets = OwnSecrets(Person, [someone.id])

    def ask(words, whose=someone.id):
        return secrets.hidden(whose, [words])[0]

    return ask


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("电话6123456", "电话6****56"),
        ("电话612-3456或6123457", "电话6****56或6****57"),
        ("改发80138123412347", "改发**** **** **** 2347"),  # the telephone in it does not spoil it
        ("改发8013 8123 4123 47。", "改发**** **** **** 2347。"),
        ("改发８０１３８１２３４１２３４７", "改发**** **** **** 2347"),
        ("6123458", "6123458"),
        ("没有号码", "没有号码"),
    ],
)
def test_a_number_is_hidden_as_its_field_hides_it(hidden, words, shown):
    assert hidden(words) == shown


def test_somebody_else_s_words_stay_as_they_are_and_numbers_are_no_words(hidden):
    assert hidden("电话6123456", whose=0) == "电话6123456"
    assert (hidden(6123456), hidden(None)) == (6123456, None)


def test_what_is_as_short_as_any_word_is_left(person):
    someone = person(phone="1234")
    assert OwnSecrets(Person, [someone.id]).hidden(someone.id, ["1234号"]) == ["1234号"]


def test_of_outsiders_too(archive):
    with journal.entry("登记", USER):
        made = Outsider.create(name="赵六", phone="6123456")
    assert OwnSecrets(Outsider, [made.id]).hidden(made.id, ["6123456"]) == ["6****56"]
