"""卷内目录: what is there, what is missing, what may be."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QUrl

from models.people import materials
from models.people.materials import Material
from tests.ui.materials.conftest import titles, told
from ui.materials.catalogue import CatalogueRows, CatalogueView, files_in
from ui.widgets import theme


def test_what_is_missing_is_marked_and_counted(page):
    assert told(page, 0) == ["缺", "优抚对象登记(信息采集)表", ""]
    lacking = len(materials.missing(page._person))
    assert page.count.text() == f"共0件0页，缺必备材料{lacking}件"


def test_the_whole_catalogue_of_the_identities_is_shown_on_demand(page):
    assert "走访慰问登记" not in titles(page)
    page.whole.setChecked(True)
    assert "走访慰问登记" in titles(page)
    assert "残疾情况医学鉴定介绍信" not in titles(page)  # that is for the disabled only


def test_what_is_missing_is_red_what_could_be_there_is_pale_and_what_is_there_has_its_number(someone, save):
    save(Material(person=someone, title="户口簿复印件", number=1, pages=2))
    rows = CatalogueRows()
    rows.show_person(someone)
    lacking = rows.lacking()
    assert [rows.index(0, column).data() for column in range(3)] == ["1", "户口簿复印件", "2"]
    assert rows.index(0, 1).data(Qt.ItemDataRole.ForegroundRole) is None
    assert rows.rowCount() == 1 + lacking
    assert rows.index(1, 1).data(Qt.ItemDataRole.ForegroundRole) == theme.colour("problem")
    rows.show_person(someone, whole=True)
    assert rows.lacking() == lacking
    last = rows.index(rows.rowCount() - 1, 0)
    assert last.data() == "未收"
    assert last.data(Qt.ItemDataRole.ForegroundRole) == theme.colour("faint")
    titles = [paper.title for paper in rows.papers]
    assert len(set(titles)) == len(titles)  # what is there or missing is not offered once more


def test_a_paper_is_chosen_by_its_title(shown, someone):
    rows = CatalogueRows()
    rows.show_person(someone)
    view = shown(CatalogueView(rows))
    view.clearSelection()
    assert view.go_to("户口簿复印件")
    assert view.paper().title == "户口簿复印件"
    assert not view.go_to("没有的材料")
    assert view.paper().title == "户口簿复印件"


def test_only_files_of_this_pc_are_taken_from_what_is_dragged(tmp_path):
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(tmp_path / "甲.png")), QUrl("https://example.org/乙.png")])
    assert files_in(given) == [tmp_path / "甲.png"]
