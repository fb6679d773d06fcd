from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.people.identity import Identity
from models.people.person import Person
from tests import factories
from tests.conftest import USER


@pytest.fixture
def paid(archive):
    """Some who are paid in 2019, of whom one turns eighty and one has a certificate that runs out."""
    facts = {"kind": "参战退役人员", "state": "享受待遇", "approved": PartDate(2013, 7, 4)}
    with journal.entry("登记", USER):
        for name, born in (("张三", PartDate(1940, 3, 4)), ("李四", PartDate(1950, 6, 15))):
            someone = Person(
                name=name,
                sex="男",
                number=factories.citizen_number(born.earliest()),
                born=born,
                street="总寨镇",
            )
            someone.save()
            Identity(person=someone, expires=PartDate(2020, 5), **facts).save()
