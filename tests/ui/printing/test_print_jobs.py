"""What is ordered is what is made: whose papers, which, how many."""

from __future__ import annotations

from dataclasses import replace

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from models.core.jobs import finish
from models.people.person import Person
from models.printing.given_copies import GivenCopy
from ui.printing.print_jobs import Order, Printed, printed_order, workbook


@pytest.fixture
def three(person, identity):
    """The ids of three people, last first."""
    made = [person(name=name, phone="13900001234") for name in ("张三", "李四", "王五")]
    for each in made:
        identity(each)
    return tuple(each.id for each in reversed(made))


def words_of(file):
    return ["".join(page.extract_text().split()) for page in PdfReader(file).pages]


def test_the_papers_of_those_asked_for_come_in_their_order(three, tmp_path):
    made = finish(printed_order(Order(three[:2], sections=("封面",)), tmp_path / "封面.pdf"))
    assert (made.people, made.missing, made.warning()) == (2, (), "")
    pages = words_of(made.file)
    assert [name in page for name, page in zip(("王五", "李四"), pages, strict=True)] == [True, True]


def test_a_masked_copy_masks_and_a_whole_one_does_not(three, tmp_path):
    number = Person.get(Person.name == "王五").number
    for masked in (False, True):
        order = Order(three[:1], sections=("登记表",), masked=masked)
        made = finish(printed_order(order, tmp_path / "登记表.pdf"))
        assert any(number in page for page in words_of(made.file)) is not masked


def test_a_roster_says_how_its_people_were_found(three, tmp_path):
    order = Order(three, roster=True, words="住总寨镇", practice=True)
    made = finish(printed_order(order, tmp_path / "花名册.pdf"))
    assert made.people == 3
    assert "住总寨镇" in "".join(words_of(made.file))


def test_the_same_roster_is_made_as_a_workbook(three, tmp_path):
    made = finish(workbook(Order(three[1:], roster=True), tmp_path / "花名册.xlsx"))
    assert made.people == 2
    names = [cell.value for sheet in load_workbook(made.file) for row in sheet.iter_rows() for cell in row]
    assert [name for name in names if name in ("张三", "李四", "王五")] == ["李四", "张三"]


def test_what_no_font_has_is_told_to_be_written_by_hand(tmp_path):
    made = Printed(tmp_path / "甲.pdf", 1, ("张三：一个字", "李四：一个字"))
    assert made.warning().endswith("请手工填写：张三：一个字；李四：一个字")


def test_masked_files_bear_the_number_of_their_copy_and_others_none(session, person, tmp_path):
    order = Order(ids=(person(name="张三").id,), sections=("封面",), masked=True)
    finish(printed_order(order, tmp_path / "副本.pdf"))
    assert GivenCopy.get().mark() in PdfReader(tmp_path / "副本.pdf").pages[0].extract_text()
    finish(printed_order(replace(order, masked=False), tmp_path / "全.pdf"))
    assert GivenCopy.select().count() == 1
