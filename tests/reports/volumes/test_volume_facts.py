"""What lists and labels say of a volume."""

from __future__ import annotations

from datetime import date

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.office.settings import Office
from models.people.identity import IdentityState
from models.people.materials import Material
from reports.volumes.volume_facts import volumes_of

USER = "王芳"
ASSIGNED = Office(fonds_number="Z109", catalogue_number="12")


def facts(someone, office=ASSIGNED):
    (volume,) = volumes_of([someone], office)
    return volume


def test_a_volume_is_counted_from_its_papers(identity, person):
    made = identity(person(volume=35), certificate="青军A001", approved=PartDate(1981, 3))
    with journal.entry("收材料", USER):
        Material(person=made.person, number=1, title="申请书", day=PartDate(1981, 1, 10), pages=3).save()
    volume = facts(made.person)
    assert (volume.number, volume.subject, volume.certificate) == (
        "Z109-12-0035",
        "张三优抚档案（参战退役人员）",
        "青军A001",
    )
    assert (volume.papers, volume.pages, volume.counted) == (3, 5, 5)  # with 登记表 and 登记信息表
    assert volume.first == "19810110"
    assert volume.kept_until == 1981 + 100


def test_a_paper_that_was_not_counted_leaves_the_pages_open_but_not_the_thickness(person):
    someone = person()
    with journal.entry("收材料", USER):
        Material(person=someone, number=1, title="申请书").save()
    volume = facts(someone)
    assert (volume.pages, volume.counted) == (None, 1)


@pytest.mark.parametrize(
    ("died", "due"),
    [
        (PartDate(2019, 3, 5), date(2024, 3, 5)),
        (PartDate(2020, 2, 29), date(2025, 2, 28)),
        (PartDate(2019), date(2024, 12, 31)),  # never too early
        (PartDate(2019, 4), date(2024, 4, 30)),
    ],
)
def test_five_years_after_death_a_volume_goes_to_the_state_archive(person, died, due):
    assert facts(person(died=died)).to_transfer_from == due


def test_of_the_living_no_volume_goes(person):
    assert facts(person()).to_transfer_from is None


def test_who_moved_is_told_since_when_and_where_to(identity):
    made = identity()
    with journal.entry("迁出", USER):
        IdentityState(
            identity=made, person=made.person, state="迁移", since=PartDate(2020, 5), place="海东市"
        ).save()
    assert facts(made.person).moved == ("2020年5月", "海东市")


def test_grades_one_to_four_are_told_apart(identity):
    assert facts(identity(kind="伤残人员", grade="三级", nature="因战").person).high_grade
    assert not facts(identity(kind="伤残人员", grade="五级", nature="因战").person).high_grade


def test_what_is_kept_for_ever_never_ends(person):
    assert facts(person(), Office(retention="永久")).kept_until is None
