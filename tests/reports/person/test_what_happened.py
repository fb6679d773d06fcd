"""What happened since: payments, visits, aid, changes, and who read the file."""

from __future__ import annotations

from models.uses.uses import ToldUse
from reports.paper.layout import BODY, Gaps
from reports.person import what_happened
from reports.person.person_file import Aid, PersonFile
from tests.reports.person.files import usual


def words(strips):
    return [mark.text for strip in strips for mark in strip.marks]


def test_each_page_tells_its_own_rows_in_the_order_of_its_columns():
    file = usual()
    assert words(what_happened.payments(file, Gaps())) == [each for each in file.payments[0] if each]
    assert "".join(words(what_happened.visits(file, Gaps()))) == "".join(file.visits[0])


def test_changes_are_of_the_states_and_of_the_records_and_do_not_print_what_is_secret_of_a_field():
    said = words(what_happened.change_strips(usual(), Gaps()))
    assert {"享受待遇", "13897123456", "王芳"} <= set(said)
    assert not any("Secret" in each or each == "open" for each in said)


def test_aid_has_a_page_of_its_own_and_nothing_happened_is_said():
    aid = Aid("2020年5月", "大病救助", "某医院", "9000.00", "1500.00", "")
    assert "大病救助" in words(what_happened.aid_strips(PersonFile("甲", aids=(aid,)), Gaps()))
    for page in (what_happened.payments, what_happened.visits, what_happened.aid_strips):
        assert words(page(PersonFile("甲"), Gaps())) == ["无"]


def test_the_ledger_of_readers_is_filled_with_blank_lines_for_the_pen():
    strips, blank = what_happened.readers()
    assert len(strips) == 2
    assert blank.marks == ()
    assert blank.print.width <= BODY + 1


def test_readings_that_the_archive_knows_can_stand_in_the_ledger():
    use = ToldUse("2026-11-30T09:00:00+08:00", "王芳", "查看档案", "一人一档", None, "")
    strips, _ = what_happened.readers([use])
    assert {"2026-11-30", "查看档案", "王芳"} <= set(words(strips))
