"""When a list was made: at the end of the newest time that it names, and never after it was saved."""

from __future__ import annotations

from datetime import datetime

import pytest

from models.imports.list_days import made_at
from models.imports.workbooks.sheet import Sheet

SAVED = datetime(2021, 5, 6).astimezone()


def made(title="", name="参战", file="名册.xlsx", heading=2, first_row=1):
    sheet = Sheet(name, False, [[title], ["2019年"], ["姓名"]], first_row, 0, (), frozenset(), 0)
    return made_at(sheet, heading, file, SAVED)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ({"title": "2020年8月花名册"}, datetime(2020, 9, 1)), ({"title": "2020年12月花名册"}, datetime(2021, 1, 1)), ({"title": "2018年度花名册"}, datetime(2019, 1, 1)),
        ({"name": "参战2019"}, datetime(2020, 1, 1)), ({"file": "2017年3月.xlsx", "title": "2018年"}, datetime(2019, 1, 1)), ({"heading": 3}, datetime(2020, 1, 1)),
        ({"first_row": 5, "heading": 6, "title": "2015年"}, datetime(2016, 1, 1)), ({"heading": None, "title": "2015年"}, datetime(2021, 5, 6)),
        ({}, datetime(2021, 5, 6)), ({"title": "2021年6月"}, datetime(2021, 5, 6)),
    ],
)  # fmt: skip
def test_a_list_is_as_old_as_the_newest_time_that_it_names(said, day):
    assert made(**said) == day.astimezone()
