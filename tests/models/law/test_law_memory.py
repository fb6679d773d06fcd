"""Memory of law: what is kept is never older than the archive."""

from __future__ import annotations

import threading
from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal, db
from models.law.law_memory import standing_rows
from models.pay.standards.standards import Standard
from tests.conftest import USER


@pytest.fixture
def raise_it(archive):
    """Register another standard, all else as the last."""

    def write(yuan):
        Standard(
            layer="地方",
            kind="参战退役人员",
            unit="月",
            amount=Decimal(yuan),
            begins=PartDate(2030 + yuan, 1),
            source="试",
        ).save()

    return write


def amounts():
    return {each.amount for each in standing_rows(Standard) if each.layer == "地方"}


def refused_after(write, yuan):
    write(yuan)
    assert yuan in amounts()
    raise Refusal("想起来不对")


def test_rows_are_read_once_until_an_entry_changes_them(raise_it):
    before = standing_rows(Standard)
    assert standing_rows(Standard) is before
    with journal.entry("登记标准", USER):
        raise_it(1)
        assert 1 in amounts(), "what the entry has written so far counts in it"
    assert 1 in amounts()


def test_what_an_entry_wrote_that_was_given_up_was_never_there(raise_it):
    with pytest.raises(Refusal), journal.entry("登记标准", USER):
        refused_after(raise_it, 2)
    assert 2 not in amounts()


def test_another_thread_sees_what_was_written_meanwhile(raise_it):
    asked, written, seen = threading.Event(), threading.Event(), []

    def count():
        with db.connection_context():
            seen.append(3 in amounts())
            asked.set()
            written.wait(20)
            seen.append(3 in amounts())

    job = threading.Thread(target=count)
    job.start()
    asked.wait(20)
    with journal.entry("登记标准", USER):
        raise_it(3)
    written.set()
    job.join()
    assert seen == [False, True]
