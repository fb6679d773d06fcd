from __future__ import annotations

import pytest
from peewee import IntegrityError

from models.core.journal import Entry
from models.core.record import db
from models.printing import given_copies, printings
from models.undo import undo
from tests.models.printing.paper_parts import part


def test_a_copy_that_was_given_stays_and_its_number_comes_once(archive):
    numbers = [given_copies.give_copy("王芳", "花名册", "公示", "已遮盖", 3).number for _ in range(3)]
    assert [each[-6:] for each in numbers] == ["000001", "000002", "000003"]
    with pytest.raises(IntegrityError, match="打印台账只能添加"):
        db.execute_sql('DELETE FROM "given_copy"')
    with pytest.raises(IntegrityError, match="打印台账只能添加"):
        db.execute_sql('UPDATE "given_copy" SET "user" = \'李强\'')


@pytest.mark.parametrize("table", ["printout", "printed_part", "printing", "print_batch"])
def test_nothing_of_the_ledger_is_taken_back(printout, printed, table):
    printed(printout(4, [part("a", "封面", 1, 1)]), sheets=2)
    with pytest.raises(IntegrityError, match="打印台账只能添加"):
        db.execute_sql(f'DELETE FROM "{table}"')


def test_what_was_promised_and_what_was_closed_stays(printout, printed):
    made = printed(printout(4), sheets=2)
    with pytest.raises(IntegrityError, match="打印台账只能添加"):
        db.execute_sql('UPDATE "printing" SET "sheets" = 2')
    printings.give_up(made)
    with pytest.raises(IntegrityError, match="打印台账只能添加"):
        db.execute_sql('UPDATE "printing" SET "closed" = \'\'')


def test_printing_is_no_entry_that_somebody_could_turn_back(printout, printed, person):
    someone = person(name="张三")
    before = Entry.select().count()
    printed(printout(1, [part(someone.uid, "封面", 1, 1)]))
    assert Entry.select().count() == before
    undo.undo(before, "王芳")  # whoever was printed can still be turned back
