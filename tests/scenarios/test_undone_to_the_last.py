"""Whatever officers did, undone from the last act to the first: every row is what it was, and all of it can be done again."""

from __future__ import annotations

import os
import random
from collections import Counter

import pytest

from models import records
from models.core import journal
from models.core.jobs import finish
from models.core.journal import Change, Entry
from models.core.record import Refusal, db
from models.pay.runs.line_hashes import LINE_COLUMNS, run_faults
from models.payments import once_door
from models.people import findings, name_keys, search
from models.undo.standing import StandingEntries
from models.undo.undo import LaterWork, redoing, undo
from tests.scenarios import office_acts
from tests.scenarios.office_acts import ME

PROOFS = bool(os.environ.get("YOUFU_PROOFS"))
ACTS_IN_ALL = int(os.environ.get("YOUFU_ACTS", "1000")) if PROOFS else 15
SIGN_INS = "sign_in_head"  # what the program itself tells the journal once a day stays
TABLES = [*({model._meta.table_name for model in records.RECORDS} - {SIGN_INS}), "pay_line"]
DERIVED = {"finding": "person_id", "search_words": "person_id", "name_key": "name", "once_claim": "holder"}


def rows(table):
    return db.execute_sql(f'SELECT * FROM "{table}" ORDER BY 1').fetchall()


def everything():
    return {table: rows(table) for table in TABLES}


def derived():
    return {table: sorted(map(repr, (row[1:] for row in rows(table)))) for table in DERIVED}


def remade():
    with journal.entry("重做派生内容", ME):
        name_keys.remake_all_name_keys()
        search.remake_all()
        findings.remake_all_findings()
        once_door.fill_claims()
    return derived()


def differing(one, other):
    return {table: (set(one[table]) ^ set(other[table])) for table in one if one[table] != other[table]}


def assert_sound():
    assert run_faults() == []
    assert journal.chain_faults() == []
    assert db.execute_sql("PRAGMA foreign_key_check").fetchall() == []
    assert derived() == remade()


def history(dice, lasting):
    """Acts at random until there are enough."""
    done = Counter()
    while done.total() < ACTS_IN_ALL:
        if deed := office_acts.act(dice, lasting):
            done[deed] += 1
    print(done)


def whose(number):
    """Who did it: a signature comes back to its own signer alone."""
    return Entry.get_by_id(number).user


def tells_of_sign_ins(number):
    return {each.table for each in Change.select().where(Change.entry == number)} == {SIGN_INS}


def undone_to_the_last(first):
    """Undo every act that stands, the last first; returns what was refused, and the undoings in their order."""
    refused, made = [], []
    for number in range(journal.last_number(), first, -1):
        if not StandingEntries().stands(number) or tells_of_sign_ins(number):
            continue
        try:
            made.append(undo(number, whose(number)).number)
        except Refusal as refusal:
            refused.append(refusal)
    return refused, made


@pytest.fixture
def office(archive, tmp_path, monkeypatch):
    monkeypatch.setattr(office_acts, "FOLDER", [tmp_path])
    return archive


def test_what_an_office_did_is_undone_to_the_last_row_and_done_again(office):
    dice = random.Random(os.environ.get("YOUFU_SEED", "15"))
    office_acts.new_person(dice)
    start, first = everything(), journal.last_number()
    history(dice, lasting=False)
    end = everything()
    refused, made = undone_to_the_last(first)
    assert refused == []
    assert differing(start, everything()) == {}
    assert_sound()
    for number in reversed(made):
        finish(redoing(number, whose(number)))
    assert differing(end, everything()) == {}
    assert_sound()


def test_what_was_paid_stays_and_says_how_it_is_put_right(office):
    dice = random.Random(os.environ.get("YOUFU_SEED", "16"))
    history(dice, lasting=True)
    end = everything()
    columns = ", ".join(f'l."{name}"' for name in ("id", "run_id", *LINE_COLUMNS) if name != "person_id")
    paid = (  # whose a line is follows its identity, also when two files are parted again
        f"SELECT {columns} FROM pay_line l JOIN pay_run r ON r.id = l.run_id "
        "WHERE r.state IN ('发放', '回盘', '结清') ORDER BY l.id"
    )
    money = db.execute_sql(paid).fetchall()
    refused, made = undone_to_the_last(0)
    assert db.execute_sql(paid).fetchall() == money
    for each in refused:
        assert isinstance(each, LaterWork) or "不能撤销" in str(each), each
    assert_sound()
    for number in reversed(made):
        finish(redoing(number, whose(number)))
    assert differing(end, everything()) == {}
