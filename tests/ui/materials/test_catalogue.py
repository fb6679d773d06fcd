"""卷内目录: what is there, what is missing, what may be."""

from __future__ import annotations

from models.people import materials
from tests.ui.materials.conftest import titles, told


def test_what_is_missing_is_marked_and_counted(page):
    assert told(page, 0) == ["缺", "优抚对象登记(信息采集)表", ""]
    lacking = len(materials.missing(page._person))
    assert page.count.text() == f"共0件0页，缺必备材料{lacking}件"


def test_the_whole_catalogue_of_the_identities_is_shown_on_demand(page):
    assert "走访慰问登记" not in titles(page)
    page.whole.setChecked(True)
    assert "走访慰问登记" in titles(page)
    assert "残疾情况医学鉴定介绍信" not in titles(page)  # that is for the disabled only
