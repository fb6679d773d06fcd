"""Every statistic that the office hands in, under its title."""

from __future__ import annotations

import pytest

from models.year.statistics.catalog import STATISTICS


@pytest.mark.parametrize("statistic", STATISTICS, ids=lambda each: each.name)
def test_an_empty_archive_has_every_table(archive, statistic):
    sheet = statistic.make(2020)
    assert len(sheet.cells) == len(sheet.rows)
    assert all(cell.value in (0, None) for row in sheet.cells for cell in row)


def test_each_table_is_another_and_is_called_by_its_own_name(archive):
    names = [each.name for each in STATISTICS]
    assert len(set(names)) == len(names)
    titles = [each.make(2020).title for each in STATISTICS]
    assert len(set(titles)) == len(titles)


def test_a_person_stands_in_the_tables_of_people(identity):
    identity(kind="三属", category="烈士遗属")
    told = {
        each.name: max(cell.value or 0 for row in each.make(2020).cells for cell in row)
        for each in STATISTICS
    }
    assert told["各类优抚对象人数"] == told["三属人数"] == 1
    assert told["伤残人员"] == told["参战、参试人员"] == told["60岁老兵服役年限"] == 0
