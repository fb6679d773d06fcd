"""A table of counted words: read, copied, asked for what stands behind a cell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from ui.tables.word_table import Grid, Words

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def tested(qapp):
    def make(rows):
        QAbstractItemModelTester(rows, FATAL, rows)
        return rows

    return make


HEADINGS = ("街道(镇)", "伤残\n人员", "三属")
ROWS = [["合计", "3", "1"], ["总寨镇", "3", ""]]


@pytest.fixture
def grid(qtbot):
    def make(named=False):
        made = Grid(named=named)
        qtbot.addWidget(made)
        QAbstractItemModelTester(made.words, QAbstractItemModelTester.FailureReportingMode.Fatal)
        made.show_words(HEADINGS, ROWS, bold_rows=[0])
        made.show()
        return made

    return make


def test_a_double_click_and_enter_ask_for_the_rows(grid, qtbot):
    made = grid()
    made.setCurrentIndex(made.words.index(1, 1))
    with qtbot.waitSignal(made.opened) as asked:
        qtbot.keyClick(made, Qt.Key.Key_Return)
    assert asked.args == [1, 1]


def test_the_names_of_the_rows_stay_in_sight(grid, qtbot):
    made = grid(named=True)
    assert made.isColumnHidden(0)
    assert [made.words.headerData(n, Qt.Orientation.Vertical) for n in (0, 1)] == ["合计", "总寨镇"]
    with qtbot.waitSignal(made.opened) as asked:
        made.verticalHeader().sectionDoubleClicked.emit(1)
    assert asked.args == [1, 0]


@pytest.mark.parametrize("named", [False, True])
def test_what_is_copied_has_its_headings_and_the_names_of_its_rows(grid, named):
    made = grid(named)
    made.selectAll()
    made.copy()
    assert QGuiApplication.clipboard().text() == "街道(镇)\t伤残人员\t三属\n合计\t3\t1\n总寨镇\t3\t"


def test_the_place_is_kept_when_other_words_are_shown(grid):
    made = grid()
    made.setCurrentIndex(made.words.index(1, 2))
    made.show_words(HEADINGS, ROWS)
    assert (made.row(), made.currentIndex().column()) == (1, 2)
    made.show_words(HEADINGS, [])
    assert made.row() == -1


def test_words_may_be_shown_instead_of_others(tested):
    rows = tested(Words())
    rows.show(("项目", "人数"), [("三属", "42"), ("合计", "42")], bold_rows={1})
    assert rows.index(1, 1).data() == "42"
    rows.show(("项目",), [])
    assert rows.rowCount() == 0
