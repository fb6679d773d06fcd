"""What an import has read is kept: an answer or a step back opens no file again, and reads the same."""

from __future__ import annotations

import os

from models.core.jobs import finish
from models.imports import imports
from models.imports.kept_books import KeptBooks
from models.imports.sheet_answers import SheetAnswers
from tests import factories


def told(plan):
    return [
        (sheet.roster.sheet, sheet.counts, sheet.made, [each.words for each in sheet.findings])
        for sheet in plan.sheets
    ]


def test_a_file_is_opened_once_however_often_it_is_asked_about(archive, tmp_path):
    file = factories.roster(
        tmp_path / "花名册.xlsx", factories.combatant("张三"), factories.combatant("李四")
    )
    books, stamp = KeptBooks(), file.stat()
    first = told(finish(imports.read_workbooks([file], None, books)))
    file.write_bytes(b"x" * stamp.st_size)  # whoever opened it again would fail
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert told(finish(imports.read_workbooks([file], SheetAnswers(), books))) == first


def test_a_file_that_was_saved_since_is_read_anew_and_one_that_was_taken_away_let_go(archive, tmp_path):
    file, books = tmp_path / "花名册.xlsx", KeptBooks()
    for names in (("张三",), ("张三", "李四")):
        factories.roster(file, *map(factories.combatant, names))
        os.utime(file, ns=(len(names), len(names)))
        plan = finish(imports.read_workbooks([file], None, books))
        assert len(plan.sheets[0].roster.lines) == len(names)
    finish(imports.read_workbooks([], None, books))
    assert books._kept == {}
