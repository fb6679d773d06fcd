"""How long a keystroke in the search box takes among 100,000 people, and the opening of one person's file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path
from statistics import median

import pytest

from models import records, store
from models.core import journal, pinyin, triggers
from models.core.past_day import PastDay
from models.core.record import db
from models.past.past_file import file_on
from models.people import search
from models.people.identity import Identity
from models.people.person import Person
from models.records import RECORDS
from reports.person import gathering
from tests.bench import town
from tests.bench.measured import Measured, best

PEOPLE = int(os.environ.get("YOUFU_BENCH_TOWN", "100000"))
ROOT = Path(__file__).parents[2]
TYPISTS = 5  # people looked for, spread over the archive
PAST_BUDGET = 200.0  # milliseconds a file of ten years ago
BUDGET = 50.0  # milliseconds a keystroke, and a file


@contextmanager
def big_town(folder: Path, people: int = PEOPLE) -> Iterator[Path]:
    """An archive of so many people, open within the block; made in a program of its own."""
    made = folder / "大档案库"
    command = [sys.executable, "-m", "tests.bench.town", str(made), str(people)]
    subprocess.run(command, cwd=ROOT, check=True)
    with store.session(made, town.USER, town.PASSWORD, town.CHEAP):
        yield made


def sought() -> list[Person]:
    """Some people of whom all is known that is typed for."""
    whole = Person.select().join(Identity).where(Person.street != "", Identity.certificate != "")
    count = Person.select().count()
    return [
        whole.where(Person.id > count * part // TYPISTS).order_by(Person.id).first()
        for part in range(TYPISTS)
    ]


def lines_for(person: Person) -> dict[str, str]:
    """What an officer types who looks for this person, by what he or she knows."""
    keys = pinyin.pinyin_keys(person.name)
    certificate = next(each.certificate for each in person.identities if each.certificate)
    return {
        "汉字": person.name,
        "拼音": keys.full[0],
        "首字母": keys.initials[0],
        "号码尾号": person.number[-6:],
        "证书编号": certificate,
        "街道和姓": f"{person.street} {person.name[0]}",
    }


def keystrokes(people: list[Person]) -> list[str]:
    """The line after each key of everything that is typed for these people."""
    lines = [line for person in people for line in lines_for(person).values()]
    return [typed for line in lines for typed in dict.fromkeys(accumulate(line)) if not typed.endswith(" ")]


def measure_search(people: int = PEOPLE) -> list[Measured]:
    """Keystrokes in the open archive: the count of those found and the first fifty of them."""
    looked_for = sought()
    for person in looked_for:
        for way, line in lines_for(person).items():
            assert person.id in search.find_ids(line), (way, line)
    read, read_bare = 1000 * best(look_anew), 1000 * best(read_words)
    typed = keystrokes(looked_for)
    ours = {line: 1000 * best(partial(search.page, line), rounds=3) for line in set(typed)}
    bare = {line: 1000 * best(partial(look_bare, line), rounds=1) for line in set(typed)}
    worst = max(ours, key=ours.__getitem__)
    usual = median(bare[line] for line in typed)
    work = f"a keystroke among {people:,} people"
    return [
        Measured(
            f"{work}, the median of {len(typed)}",
            median(ours[line] for line in typed),
            usual,
            "ms",
            BUDGET,
            True,
        ),
        Measured(f"{work}, the worst of them", ours[worst], bare[worst], "ms", BUDGET, True),
        Measured(f"{work}, the first after a save", after_saving(looked_for[0]), usual, "ms", BUDGET, True),
        Measured(f"the words of {people:,} people read into memory, once", read, read_bare, "ms"),
    ]


def look_anew() -> None:
    search._memories.clear()
    search.remembered()


def read_words() -> None:
    db.execute_sql("SELECT person_id, words FROM search_words").fetchall()


def look_bare(line: str) -> None:
    """The least the file can do: one look through the words of all, without order, names or people."""
    db.execute_sql("SELECT count(*) FROM search_words WHERE instr(words, ?) > 0", (line.lower(),)).fetchone()


def after_saving(person: Person) -> float:
    """Milliseconds of the first keystroke after a change, in which memory catches up with the file."""
    search.remembered()

    def save() -> None:
        with journal.entry("补记电话", town.USER):
            person.other_phone += "1"
            person.save()

    return 1000 * best(lambda: search.page(person.name), rounds=3, setup=save)


def measure_opening(people: int = PEOPLE) -> Measured:
    """One person's file read whole: person, identities with their states, accounts, family, materials, history."""
    ids = range(7, min(people, town.LOT), 97)  # of the first lot, in which everybody has everything
    worst = max(best(lambda key=key: gathering.file_of(Person.get_by_id(key)), rounds=1) for key in ids)
    bare = max(best(lambda key=key: rows_of(key + 1), rounds=1) for key in ids)
    work = f"open a person's file among {people:,}, the worst of {len(ids)}"
    return Measured(work, 1000 * worst, 1000 * bare, "ms", BUDGET, True)


def measure_past_opening(people: int = PEOPLE) -> Measured:
    """One person's file read whole as it stood ten years ago, since when everything in it was changed; beside today's."""
    long_ago = date.today().replace(day=1) - timedelta(days=3653)
    _let_all_have_been_written(long_ago)
    some = [Person.get_by_id(key) for key in range(7, min(people, town.LOT), 970)]
    with journal.entry("补记电话", town.USER):
        for person in some:
            person.other_phone += "1"
            person.save()
    day = PastDay(as_known=long_ago + timedelta(days=1))
    worst = max(best(lambda person=person: _past_file(person, day), rounds=1) for person in some)
    today = max(best(lambda person=person: gathering.file_of(person), rounds=1) for person in some)
    work = f"open a person's file of ten years ago among {people:,}, the worst of {len(some)}"
    return Measured(work, 1000 * worst, 1000 * today, "ms", PAST_BUDGET, True)


def _past_file(person: Person, day: PastDay) -> None:
    with file_on(person, day) as was:
        assert gathering.file_of(was).name == person.name


def _let_all_have_been_written(day: date) -> None:
    triggers.put_right({})
    db.execute_sql("UPDATE entry SET at = ?", (f"{day}T09:00:00+08:00",))
    records.install_triggers()


def rows_of(person: int) -> None:
    """The same rows, and nothing made of them."""
    ((uid,),) = db.execute_sql("SELECT uid FROM person WHERE id = ?", (person,)).fetchall()
    db.execute_sql("SELECT * FROM person WHERE id = ?", (person,)).fetchall()
    for model in RECORDS:
        if "person" in model._meta.fields:
            db.execute_sql(
                f'SELECT * FROM "{model._meta.table_name}" WHERE person_id = ?', (person,)
            ).fetchall()
    db.execute_sql("SELECT * FROM change WHERE person = ?", (uid,)).fetchall()


@pytest.fixture(scope="module", autouse=True)
def archive(tmp_path_factory):
    with big_town(tmp_path_factory.mktemp("town")) as folder:
        yield folder


@pytest.mark.timeout(900)
def test_a_keystroke_is_answered_at_once(clock, keep):
    clock(lambda: search.page("z"), rounds=10)
    keep(*measure_search())


def test_a_file_opens_at_once(clock, keep):
    clock(lambda: gathering.file_of(Person.get_by_id(1)), rounds=10)
    keep(measure_opening())


def test_a_file_of_ten_years_ago_opens_at_once(clock, keep):
    clock(lambda: gathering.file_of(Person.get_by_id(1)), rounds=1)
    keep(measure_past_opening())
