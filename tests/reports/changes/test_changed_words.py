"""What the journal kept, in the office's words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.masks import Secret
from models.payments.payment import Payment
from models.people.identity import BankAccount, Identity
from models.people.person import Person
from reports.changes.changed_words import ChangeWords, label_of, names_of_kind, secret_of, worded
from tests.conftest import USER


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""), (True, "是"), (False, "否"), (0, "0"), (PartDate(2020, 8), "2020年8月"),
        (Decimal("1610.3"), "1610.30"), ("原文", "原文"),
    ],
)  # fmt: skip
def test_a_value_is_told_as_it_stands_on_paper(value, words):
    assert worded(value) == words


def test_a_field_says_what_is_secret_of_it_and_a_link_is_called_like_what_it_points_to():
    assert (secret_of(Person.phone), secret_of(Person.name), secret_of(Person.born)) == (
        Secret.PHONE, Secret.OPEN, Secret.OPEN,
    )  # fmt: skip
    assert label_of(BankAccount.identity) == Identity.NOUN
    assert label_of(Person.phone) == "联系电话"
    assert label_of(Person.id) == ""


def test_the_first_field_that_says_something_names_a_row():
    assert names_of_kind(Payment) == ("item", "programme")
    words = ChangeWords()
    assert words.name(Payment, {"item": "", "programme": "临时救助"}) == "临时救助"
    assert words.name(Payment, {"item": "救助", "programme": "临时救助"}) == "救助"
    assert words.name(Payment, {}) == ""


def test_a_link_to_what_is_gone_says_what_it_was(identity):
    made = identity()
    key = made.id
    with journal.entry("删除", USER):
        Identity.delete().where(Identity.id == key).execute()
    assert ChangeWords().words(BankAccount.identity, key) == "（已删除的优抚身份）"


def test_an_amount_of_the_file_is_told_in_yuan(person):
    assert ChangeWords().words(Payment.amount, 161030) == "1610.30"
    assert list(ChangeWords().summary(Payment, {"amount": 161030, "person_id": person().id, "item": "救助"})) == [
        "金额(元) 1610.30", "发放项目 救助",
    ]  # fmt: skip
