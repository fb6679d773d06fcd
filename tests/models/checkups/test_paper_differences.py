"""Paper beside the archive: boxes, and what an office does not keep at all."""

from __future__ import annotations

from models.checkups.checkup import NO_LIST, check_up
from models.checkups.paper_differences import NO_MATERIALS, NO_SCANS, NO_VOLUMES
from models.core import journal
from models.core.jobs import finish
from models.ledger.box_places import BoxPlace
from tests.models.checkups.conftest import told

USER = "王芳"


def test_what_the_office_keeps_nowhere_is_told_once_and_asked_of_nobody(identity):
    identity()
    found = finish(check_up())
    assert (told(found), found.left_aside) == ([], [NO_LIST, NO_MATERIALS, NO_SCANS, NO_VOLUMES])


def test_a_volume_without_a_number_or_in_no_box_is_told(person):
    person(name="张三", volume=3)
    person(name="李四", volume=30)
    person(name="王五")
    with journal.entry("档案盒", USER):
        BoxPlace(box="1", first=1, last=9).save()
    assert told(finish(check_up())) == [
        ("李四", "paper.no_box", "纸质档案"),
        ("王五", "paper.no_volume", "纸质档案"),
    ]
