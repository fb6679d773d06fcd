"""People to be filled in: with nearly every fact, of several kinds."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal

import pytest

from models import store
from models.core import journal
from models.core.dates import PartDate
from models.people.identity import BankAccount, Identity
from models.people.person import Person
from tests import factories
from tests.conftest import USER

KINDS = (
    "伤残人员", "三属", "参战退役人员", "参试退役人员", "带病回乡退役军人", "农村籍退役士兵", "在乡复员军人", "烈士子女",
)  # fmt: skip


@pytest.fixture(scope="session")
def _town(tmp_path_factory, new_archive):
    folder = shutil.copytree(new_archive, tmp_path_factory.mktemp("十六人") / "档案库")
    with store.practice_session(folder, USER), journal.entry("登记", USER):
        for number in range(16):
            _right(_person(number), KINDS[number % 8], number)
    return folder


@pytest.fixture
def town(tmp_path, _town):
    """Sixteen people, two of each kind; the archive is open."""
    with store.practice_session(shutil.copytree(_town, tmp_path / "档案库"), USER):
        yield list(Person.select().order_by(Person.id))


def _person(number: int) -> Person:
    sex = "女" if number % 3 else "男"
    born = PartDate(1940 + number, 1 + number % 12, 1 + number)
    someone = Person(
        name=f"马{'一二三四五六七八九'[number % 9]}{'山川海河'[number % 4]}", sex=sex, born=born, ethnic="回族",
        number=factories.citizen_number(born.earliest(), sex), household="农村", household_address=f"西宁市城中区总寨镇清河村{number}号",
        residence=f"西宁市城中区南滩街道{number}号", street="总寨镇", community="清河村", phone=f"139{number:08d}", postcode="810000",
        marital="已婚", education="小学", politics="群众", health="健康", employment="务农", labour="有劳动能力", selfcare="自理",
        insurance="城乡居民基本医疗保险", insurance_no=f"63010{number:06d}", income=Decimal("12000.50"), family_size=3, alone=False,
        orphan=False, low_income=number % 2 == 0, five_guarantees=False, veteran_card=f"青优{number:06d}", rooms=4,
    )  # fmt: skip
    someone.save()
    return someone


def _right(someone: Person, kind: str, number: int) -> None:
    facts = {"certificate": f"青证{number:05d}", "approved": PartDate(2013, 7, 8), "state": "享受待遇"}
    if kind == "伤残人员":
        facts |= {"grade": "七级", "nature": "因战", "category": "残疾军人", "disability": "左手残疾"}
    if kind in ("三属", "烈士子女"):
        facts |= {"fallen_name": "马烈士", "fallen_on": PartDate(1950, 10, 25), "relation": "子女"}
    facts |= {"joined": PartDate(1968, 5), "left": PartDate(1973, 12, 12)}
    right = Identity(person=someone, kind=kind, **facts)
    right.save()
    card = factories.card_number(100 + number)
    BankAccount(person=someone, identity=right, bank="青海银行", holder=someone.name, account=card).save()


@pytest.fixture
def today():
    return date(2020, 8, 1)
