"""Tables of what was reckoned: Qt's own tester finds nothing to object to, whatever is shown and however it is sorted."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl

from models.core.dates import PartDate
from models.ledger.activities import Activity
from models.ledger.publicity import Publicity
from models.people.person import Person
from models.year.figures.own_figures import counted_kinds
from models.year.figures.spans import SpanOfDays
from tests.ui.year.conftest import keep
from ui.year.rows_window import RowsWindow


def test_every_kind_of_record_can_be_shown(archive, session, qtbot):
    for model in counted_kinds().values():
        window = RowsWindow(model.__name__, model.select())
        qtbot.addWidget(window)
        window.show()
        assert window.rows.rowCount() == model.select().count()


def test_an_activity_has_its_columns(archive, session, qtbot):
    keep(Activity(day=PartDate(2020, 8, 1), theme="八一", people=20))
    window = RowsWindow("活动", Activity.select())
    qtbot.addWidget(window)
    cells = [window.rows.text(0, n) for n in range(window.rows.columnCount())]
    assert cells[:2] == ["2020-08-01", "八一"]
    assert "20" in cells


def test_esc_closes_the_rows(archive, session, qtbot):
    window = RowsWindow.open("人", Person.select())
    qtbot.waitExposed(window)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window not in RowsWindow.shown


def test_the_rows_close_with_the_archive(page, rows, qtbot):
    section = page("年度总结")
    section.open_figure("publicity.signs")
    section.deleteLater()
    qtbot.waitUntil(lambda: not rows, timeout=5_000)


def test_a_number_of_a_span_opens_the_rows_of_the_span(page, rows, qtbot):
    keep(
        SpanOfDays(name="疫情期间", first=PartDate(2020, 1, 23), last=PartDate(2020, 4, 30)),
        Publicity(day=PartDate(2020, 9, 1), form="双拥宣传牌", unit="总寨镇", quantity=6),
    )
    section = page("年度总结")
    section.text.setPlainText("制作{制作双拥宣传牌}，其中疫情期间{制作双拥宣传牌|疫情期间}。")
    qtbot.waitUntil(lambda: "其中疫情期间20余块" in section.view.toPlainText(), timeout=5_000)
    seen = set()
    for form, count in (("", 2), ("|疫情期间", 1), ("|上年", 1)):
        section.view.anchorClicked.emit(QUrl(f"publicity.signs{form}"))
        (opened,) = rows - seen
        assert opened.rows.rowCount() == count
        seen.add(opened)
