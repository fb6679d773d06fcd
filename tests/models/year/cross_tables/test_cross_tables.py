"""The office's own cross-tables: kept under names, journalled, undone, and counted as of a past day."""

from __future__ import annotations

from datetime import date

import pytest

from models.core import journal
from models.core.dates import PartDate, this_day
from models.core.jobs import finish
from models.core.journal import Entry
from models.core.past_day import PastDay
from models.core.record import Invalid
from models.past import past_archive
from models.undo.undo import redoing, undo
from models.year.cross_tables.cross_choices import ON_REGISTER_AT_END, CrossChoice
from models.year.cross_tables.cross_tables import (
    CrossTable,
    cross_tables,
    forget_cross_table,
    keep_cross_table,
)
from models.year.cross_tables.crossing import crossed
from tests.conftest import USER

CHOICE = CrossChoice(column="identity.kind", population=ON_REGISTER_AT_END)


def test_a_table_is_kept_under_its_name_and_comes_back_as_it_was(archive):
    keep_cross_table("各街道人数", CrossChoice(), USER)
    keep_cross_table(" 各街道人数 ", CHOICE, USER)
    (kept,) = cross_tables()
    assert (kept.name, kept.chosen) == ("各街道人数", CHOICE)
    forget_cross_table(kept, USER)
    assert not cross_tables()
    with pytest.raises(Invalid, match="名称"):
        keep_cross_table(" ", CHOICE, USER)


def test_keeping_and_forgetting_are_undone_and_done_again(archive):
    keep_cross_table("各街道人数", CHOICE, USER)
    made = journal.last_number()
    forget_cross_table(cross_tables()[0], USER)
    back = undo(journal.last_number(), USER)
    assert CrossTable.get().chosen == CHOICE
    finish(redoing(back.number, USER))
    assert not cross_tables()
    assert "各街道人数" in Entry.get(Entry.number == made).title


def test_as_of_a_past_day_it_counts_whom_there_was_then(archive, identity):
    for year in (2015, 2019):
        identity(approved=PartDate(year))
    assert crossed(CHOICE, this_day().year).cells[0][-1].value == 2
    with past_archive.looking_back(PastDay(as_of=date(2016, 12, 31))):
        assert crossed(CHOICE, 2016).cells[0][-1].value == 1
