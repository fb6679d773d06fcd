"""The tab 走访慰问: every section opens in an archive without a single visit, and says how to begin."""

from __future__ import annotations

import pytest

from ui.tables.tables import RecordTable
from ui.visits.tab import VisitingPage


@pytest.mark.parametrize("name", [name for name, _ in VisitingPage.SECTIONS])
def test_each_section_opens_empty_and_says_how_it_is(session, shown, name):
    tab = shown(VisitingPage(session))
    section = tab.show_section(name)
    heard = []
    tab.count_said.connect(heard.append)
    tab.say_count()
    assert heard == [section.how_much()]
    tables = section.findChildren(RecordTable)
    assert tables
    assert all(table.model().rowCount() == 0 and table._empty for table in tables)
