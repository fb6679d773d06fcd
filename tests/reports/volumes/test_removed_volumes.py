"""The register of what left for good, and what the volume itself says of it."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.office.settings import Office
from models.transfers.volume_removal import VolumeRemoval, removals, remove_volumes
from reports.volumes.removed_volumes import REMOVAL_LIST, removals_register
from reports.volumes.volume_facts import volumes_of
from reports.volumes.volume_lists import VOLUME_PAPERS
from tests.reports.papers import printed


@pytest.fixture
def removed(person):
    """Somebody whose volume was moved out or destroyed."""

    def make(**facts):
        someone = person(name="马建国", volume=35)
        with journal.entry("登记", "王芳"):
            remove_volumes(VolumeRemoval(day=PartDate(2020, 3, 1), approved_by="张局长", **facts), [someone])
        return someone

    return make


def test_the_register_says_which_when_and_on_whose_approval(removed, tmp_path):
    removed(way="销毁", handled_by="甲某、乙某", document="局档〔2020〕3号")
    said = printed(removals_register(removals(), True), tmp_path)
    for words in (
        "案卷移出销毁登记簿",
        "0035",
        "马建国",
        "2020-03-01",
        "销毁",
        "张局长",
        "甲某、乙某",
        "局档〔2020〕3号",
        "1卷",
    ):
        assert words in said
    assert sum(each.width for each in REMOVAL_LIST.headings()) == pytest.approx(277, abs=6)


def test_a_destroyed_volume_stands_in_the_catalogue_and_on_no_list_of_what_goes(removed):
    (volume,) = volumes_of([removed(way="销毁", handled_by="甲某、乙某")], Office(name="某局"))
    assert volume.destroyed == "2020年3月1日销毁（批准人：张局长）"
    on = {name for name, paper in VOLUME_PAPERS.items() if paper.has(volume)}
    assert on == {"案卷目录"}


def test_a_volume_that_was_moved_out_says_where_to(removed):
    (volume,) = volumes_of([removed(way="移出", receiver="区档案馆")], Office(name="某局"))
    assert volume.moved == ("2020年3月1日", "区档案馆")
    assert not volume.destroyed
