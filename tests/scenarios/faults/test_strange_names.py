"""Names that no keyboard makes but a paste does: kept as they are and printed, or refused in plain words."""

from __future__ import annotations

import pytest

from models import proof
from models.core import journal
from models.core.jobs import finish
from models.core.record import Invalid
from models.office.settings import Office
from models.people import search
from models.people.person import Person
from reports.person import gathering, sheets

STRANGE = {
    "long": "张" * 200,
    "NUL": "张\0三",
    "right to left": "张\u202e三\u200f",
    "emoji": "张👩‍👩‍👧三",
    "two lines": "张\n三",
    "byte order mark": "\ufeff张三",
    "no character": "张\uffff三",
}


def test_a_strange_name_is_kept_found_and_printed(person, tmp_path):
    for name in STRANGE.values():
        kept = person(name=name, residence=name)
        assert Person.get_by_id(kept.id).name == name
        assert search.find_people(name).exists()
    files = gathering.of_all(search.find_people())
    copy = sheets.Copy(sheets.USUAL_SECTIONS, practice=True)
    finish(sheets.write_person_files(files, tmp_path / "全.pdf", Office(), copy, len(STRANGE)))
    assert proof.check_archive() == []


def test_half_a_character_is_refused_where_it_stands(person):
    with pytest.raises(Invalid, match="半个字") as refused:
        person(name="张\ud800三")
    assert set(refused.value.problems) == {"name"}
    person(name="张三")
    assert [each.name for each in search.find_people("张\ud800三")] in ([], ["张三"])
    assert journal.last_number() == 1
