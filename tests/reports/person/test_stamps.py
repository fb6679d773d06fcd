"""The stamps at the head of a paper."""

from __future__ import annotations

import pytest

from models.core.record import Refusal
from models.office.settings import Office
from reports.person import stamps
from reports.person.person_file import Material
from reports.person.sheets import Copy
from reports.person.stamps import ARCHIVED, STAMP_HEIGHT, STAMP_WIDTH, STAMPS, VOLUME_NUMBER
from reports.person.volume_papers import VolumePiece
from tests.reports.person.files import usual
from tests.reports.person.printing import printed, words

ASSIGNED = Office(fonds_number="Z109", catalogue_number="12")
PIECE = VolumePiece(4, Material("", "某局", "登记表", "20201203", "2", ""), 8, 9)


def said(kind, office=ASSIGNED, volume="35"):
    return [mark.text for mark in stamps.stamp(kind, office, volume, PIECE).marks]


def test_the_archived_stamp_has_its_six_cells():
    assert said(ARCHIVED) == ["Z109", "2020", "4", "优抚", "100年", "2"]
    labels = [mark.text for mark in stamps.stamp(ARCHIVED, ASSIGNED, "35", PIECE).print.marks]
    assert labels == ["全宗号", "年度", "件号", "机构（问题）", "保管期限", "页数"]


def test_the_stamp_of_the_volume_has_its_number_as_one_string():
    assert said(VOLUME_NUMBER) == ["Z109-12-0035", "4", "8-9"]


def test_what_is_not_assigned_is_left_for_the_pen():
    assert said(VOLUME_NUMBER, Office()) == ["4", "8-9"]
    assert said(ARCHIVED, Office()) == ["2020", "4", "优抚", "100年", "2"]


@pytest.mark.parametrize("kind", STAMPS)
def test_nothing_stands_out_of_the_stamp(kind):
    long = Office(fonds_number="全宗Z109-甲乙丙", catalogue_number="目录二〇二〇", retention="永久（鉴定后）")
    for mark in stamps.stamp(kind, long, "9999", PIECE).marks:
        assert 0 <= mark.x <= STAMP_WIDTH
        assert 0 < mark.y < STAMP_HEIGHT


def test_only_the_first_page_of_a_paper_is_stamped_and_only_by_choice(tmp_path):
    pdf, _ = printed(tmp_path, usual(), stamp=ARCHIVED)
    stamped = ["机构（问题）" in words(page) for page in pdf.pages]
    assert stamped == ["件号" in words(page) and "登记" in words(page) for page in pdf.pages]
    assert not any("机构（问题）" in words(page) for page in printed(tmp_path, usual())[0].pages)


def test_another_stamp_is_refused():
    with pytest.raises(Refusal, match="可选：归档章、档号章"):
        Copy(stamp="骑缝章")
