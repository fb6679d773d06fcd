"""What other programs are told of each kind of record follows from the record."""

from __future__ import annotations

import pytest

from reports.export.kinds import exported_kinds, plural


@pytest.mark.parametrize("kind", exported_kinds(), ids=lambda kind: kind.file)
def test_no_key_stands_twice_and_what_is_somebody_s_begins_with_whose_it_is(kind):
    assert len(set(kind.keys)) == len(kind.keys)
    if kind.belongs:
        assert {"number", "name"} <= set(kind.keys)
    assert all(key.isascii() and key.isidentifier() for key in kind.keys)


def test_each_kind_keeps_what_it_is_about():
    keys = {kind.file: kind.keys for kind in exported_kinds()}
    assert {"number", "name", "amount", "day", "month", "category", "programme", "run", "notes"} <= set(
        keys["payments"]
    )
    assert {"number", "name", "day", "occasion", "money", "notes"} <= set(keys["visits"])
    assert set(keys["notes"]) == {"number", "name", "words", "source"}
    assert {"kind", "class", "grade", "nature", "state"} <= set(keys["identities"])
    assert {"line", "failed", "payment"} <= set(keys["pay_outcomes"])


@pytest.mark.parametrize(
    ("table", "file"),
    [
        ("activity", "activities"),
        ("death_match", "death_matches"),
        ("calendar_day", "calendar_days"),
        ("unit", "units"),
    ],
)
def test_a_file_has_the_plural_of_its_table(table, file):
    assert plural(table) == file
