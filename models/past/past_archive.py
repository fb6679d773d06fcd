"""A past archive 往日的档案库: a working copy beside the open archive that says what stood, or what was true, on a day.

Whatever reads the archive reads it unchanged, and nothing writes it: the copy is under the archive's own key, refuses every writing
and is gone when today is looked at again. The archive itself is not touched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from peewee import chunked

from models import store
from models.archive.opened import Archive, opened_archive
from models.core import journal, triggers
from models.core.dates import PartDate, this_day
from models.core.files import plainly
from models.core.jobs import Job, Step, finish
from models.core.past_day import PastDay
from models.core.record import Refusal, db
from models.past import known_then, true_then
from models.payments import once_door
from models.payments.once_claims import CLAIM_HOLDERS
from models.people import findings, name_keys, search
from models.people.findings import dossiers
from models.people.person import Person

TO_COME = "{}还没有到，只能看今天以前的某一天"
# The copy is thrown away: nothing need outlive a power cut, and nothing is proven.
WHILE_TURNING = {"journal_mode": "off", "synchronous": "off", "secure_delete": "off", "foreign_keys": "off"}
ONLY_READ = {"query_only": "on"}
CHUNK = 8 << 20  # bytes copied at a time
CHUNK_OF_PEOPLE = 500


def read_past_day(as_of: str | None, as_known: str | None) -> PastDay | None:
    """The day that is asked for in ISO words; None when neither is. Raises ``Refusal`` for what is no day, or is to come."""
    if as_of is None and as_known is None:
        return None
    day = PastDay(_read_day(as_of), _read_day(as_known))
    refuse_to_come(day)
    return day


def refuse_to_come(day: PastDay) -> None:
    """Raise ``Refusal`` for a day that has not come yet."""
    for each in (day.as_of, day.as_known):
        if each is not None and each > this_day():
            raise Refusal(TO_COME.format(each))


def copy_for(day: PastDay) -> Job[Archive]:
    """Copy the open archive's database, and return the past archive that the copy is to become (``open_past``)."""
    now = opened_archive()
    past = replace(now, past=day)
    with plainly(now.folder), db.atomic():
        db.execute_sql("SELECT count(*) FROM sqlite_master")  # nobody writes while it is being read
        try:
            yield from _copied(now.database, past.database)
        except BaseException:
            past.database.unlink(missing_ok=True)
            raise
    return past


def open_past(past: Archive) -> None:
    """Let the program read the copy, which still says what is known today; ``make_past`` turns it back."""
    today = opened_archive()
    store.turn_to(past, WHILE_TURNING)
    store.at_closing(lambda: come_back(today))


def make_past() -> Job[None]:
    """Make the copy say what it said, or what was true, on its day."""
    day = opened_archive().past
    assert day is not None
    triggers.put_right(once_door.whole_or_parts())  # no other may stand
    last = known_then.last_entry_of(day.as_known) if day.as_known is not None else journal.last_number()
    touched = known_then.people_touched(last)
    holders = known_then.records_changed(last, CLAIM_HOLDERS)
    if day.as_known is not None:
        yield from known_then.turn_to_then(last)
        known_then.cut_journal(last, day.as_known)
    if day.as_of is not None:
        for table, uid in true_then.holders_later(day.as_of):
            holders[table].append(uid)
        yield from true_then.let_later_fall(day.as_of)
    once_door.refill_claims(holders)
    yield from _remake_derived(touched, everybody=day.as_of is not None)


def settle() -> None:
    """Let nothing write in the copy any more."""
    store.turn_to(opened_archive(), ONLY_READ)


def come_back(today: Archive) -> None:
    """Look at today again, and throw the copy away; nothing when it is today already."""
    past = opened_archive()
    if past.past is not None:
        store.turn_to(today)
        past.database.unlink(missing_ok=True)


@contextmanager
def looking_back(day: PastDay | None) -> Iterator[None]:
    """Look at a past day within the block; at today when none is given."""
    if day is None:
        yield
        return
    today = opened_archive()
    past = finish(copy_for(day))
    open_past(past)
    try:
        finish(make_past())
        settle()
        yield
    finally:
        come_back(today)


def _read_day(words: str | None) -> date | None:
    if words is None:
        return None
    try:
        day = PartDate.parse(words)
    except ValueError:
        day = None
    if day is None or day.known != 3:
        raise Refusal(f"日期“{words}”写法不对，请写成 2021-08-31 这样")
    return day.earliest()


def _copied(source: Path, target: Path) -> Job[None]:
    total = source.stat().st_size
    with source.open("rb") as original, target.open("wb") as copy:
        while part := original.read(CHUNK):
            copy.write(part)
            yield Step(copy.tell() // CHUNK, total // CHUNK + 1, "正在准备往日的档案库")


def _remake_derived(touched: Collection[str], everybody: bool) -> Job[None]:
    """Make anew what follows from the records of the people touched, and what is doubtful of everybody when another day is today;
    let go of what followed from people who are not there."""
    for model in (findings.Finding, search.SearchWords, name_keys.NameKey):
        model.delete().where(model.person.not_in(Person.select(Person.id))).execute()
    known = set(touched)
    asked: Any = Person.select(Person.uid).tuples()
    uids = [uid for (uid,) in asked] if everybody else touched
    for done, some in enumerate(chunked(uids, CHUNK_OF_PEOPLE)):
        yield Step(done * CHUNK_OF_PEOPLE, len(uids), "正在整理索引")
        files = dossiers(Person.select().where(Person.uid.in_(some)))
        findings.remake_findings(files)
        changed = [file for file in files if file.person.uid in known]
        name_keys.remake_name_keys((file.person.id, file.person.name) for file in changed)
        search.remake_search(changed)
