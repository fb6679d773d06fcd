"""A record of the ledger is saved in an entry of its own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.core import journal
from models.core.dates import PartDate
from tests.conftest import USER

DAY = PartDate(2020, 4, 1)
TOMORROW = PartDate.of(date.today() + timedelta(1))


@pytest.fixture
def save(archive):
    def keep(record):
        with journal.entry("登记", USER):
            record.save()
        return record

    return keep
