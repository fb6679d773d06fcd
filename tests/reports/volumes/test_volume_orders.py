"""The papers of volumes, asked for by name."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from models.core.jobs import finish
from models.core.record import Refusal
from models.office.settings import Office
from models.people.person import Person
from reports.volumes.volume_orders import PAPERS_OF_VOLUMES, VolumeOrder, write_volumes


@pytest.fixture
def write(person, tmp_path):
    for volume in (2, 1):
        person(name=f"某{volume}", volume=volume)

    def make(name, suffix=".pdf"):
        out = tmp_path / f"某{suffix}"
        people = Person.select().order_by(Person.id)
        finish(write_volumes(VolumeOrder(name), people, 2, Office(name="某局"), out))
        return out

    return make


def test_the_volumes_stand_in_the_order_of_their_numbers(write):
    said = PdfReader(write("案卷目录")).pages[0].extract_text()
    assert said.index("0001") < said.index("0002")


def test_a_list_becomes_a_workbook_and_labels_do_not(write):
    (page,) = load_workbook(write("案卷移交清单", ".xlsx")).worksheets
    assert "案卷移交清单" in str(page["A1"].value)
    with pytest.raises(Refusal, match="盒签只能"):
        write("盒签", ".xlsx")


def test_labels_are_made(write):
    assert "0001-0002" in PdfReader(write("盒签")).pages[0].extract_text()


def test_another_name_is_refused_with_those_there_are():
    with pytest.raises(Refusal, match="、".join(PAPERS_OF_VOLUMES)):
        VolumeOrder("目录")
