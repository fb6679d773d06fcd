"""Lists as a superior's system gives them, beside an archive with a few people."""

from __future__ import annotations

import pytest

from models.checkups.checkup import check_up
from models.core.jobs import finish
from tests.factories import workbook

KIND = "参战退役人员"
HEADING = ("姓名", "身份证号", "身份", "状态")


@pytest.fixture
def against(archive, tmp_path):
    """What a checkup finds with a list of these rows: ``against(rows)``, by (name, item)."""

    def run(*rows, heading=HEADING, sheet="导出"):
        return finish(check_up([workbook(tmp_path / "上级.xlsx", {sheet: [heading, *rows]})]))

    return run


def told(checkup):
    """Whose, which item, and in which book the error probably is; what the archive doubts by itself aside."""
    return [
        (each.subject.name, each.item.key, str(each.wrong))
        for each in checkup.differences
        if each.item.key != "archive.doubt"
    ]
