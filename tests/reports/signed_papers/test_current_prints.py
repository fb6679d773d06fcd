"""Current prints: a page is current in whatever way it was printed, and old as soon as one of its facts has changed."""

from __future__ import annotations

import pytest

from models.core import journal
from models.office import settings
from models.signed_papers.signed_page import PrintedSheet
from reports.paper.binding import bound_pages
from reports.paper.layout import Gaps
from reports.person.gathering import file_of
from reports.person.sheets import SECTIONS, Copy, parts
from reports.signed_papers.current_prints import CurrentPrints, form_between, missing_sheets
from tests.reports.signed_papers.printed_pages import USER


def pages_of(person, copy):
    return list(bound_pages(parts(file_of(person), settings.office(), copy, Gaps())))


@pytest.mark.parametrize(
    "copy",
    [
        Copy(), Copy(SECTIONS), Copy(masked=True), Copy(months=True), Copy(empty_tables=True), Copy(double_sided=True),
        Copy(("登记表",)), Copy(("身份",)), Copy(("待遇",), masked=True), Copy(("封面", "目录", "登记表", "备考")),
        Copy(stamp="归档章"),
    ],
)  # fmt: skip
def test_a_page_is_current_in_whatever_way_it_was_printed(on_file, identity, copy):
    someone = on_file()
    identity(someone)
    prints = CurrentPrints(someone)
    assert all(prints.has(form, print) for form, print in pages_of(someone, copy))


def test_a_page_is_old_when_one_of_its_facts_has_changed(on_file):
    someone = on_file(phone="13900001111")
    before = pages_of(someone, Copy(("登记表",)))
    with journal.entry("更正", USER):
        someone.phone = "13900002222"
        someone.save()
    assert not any(CurrentPrints(someone).has(form, print) for form, print in before)


def test_the_form_of_a_lost_sheet_is_told_only_where_it_is_sure():
    assert form_between({1: "FM", 2: "DJ", 4: "DJ"}, 3) == "DJ"
    assert form_between({1: "FM", 3: "DJ"}, 2) == ""
    assert form_between({1: "FM"}, 2) == ""


def test_nothing_is_missed_of_a_form_of_which_nothing_came_back():
    layout = [PrintedSheet(form, n, 5) for n, form in enumerate(("FM", "DJ", "DJ", "SF", "BK"), start=1)]
    assert missing_sheets({1: "FM"}, 5, layout) == []
    assert [each.sheet for each in missing_sheets({2: "DJ"}, 5, layout)] == [3]
    assert [each.sheet for each in missing_sheets({1: "FM", 2: "DJ", 4: "SF"}, 5, layout)] == [3, 5]
