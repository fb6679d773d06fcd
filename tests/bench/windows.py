"""The programs that the bench of the window measures, each started anew: ``python -m tests.bench.windows first FOLDER``.

They import nothing but what they are about, for that is measured, too.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

ROWS, COLUMNS = 50, 20  # of the bare window
JUMPS = 50
SORTED = ("name", "age", "kind")
TICK = 5  # milliseconds


def bare(_: Path) -> None:
    """When the least conceivable window with a table is painted."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    app = QApplication([])
    model = QStandardItemModel(ROWS, COLUMNS)
    for row in range(ROWS):
        for column in range(COLUMNS):
            model.setItem(row, column, QStandardItem(f"{row} {column}"))
    window, table = QMainWindow(), QTableView()
    table.setModel(model)
    window.setCentralWidget(table)
    window.showMaximized()
    run_until_painted(table)
    print(time.monotonic())
    app.quit()


def first(folder: Path) -> None:
    """When the main window shows its people, signing in included but for the pains that a password takes."""
    from PySide6.QtWidgets import QApplication

    from models import store

    app = QApplication([])
    with store.session(folder, *os.environ["YOUFU_BENCH_USER"].split("/")):
        window = people_window(app, folder)
        run_until_painted(window.people.table)
        assert window.people.rows.rowCount() > 0
        print(time.monotonic())
        leave()


def blocks(folder: Path) -> None:
    """The longest blocks, in milliseconds: while jumping from end to end, then while sorting."""
    from PySide6.QtWidgets import QApplication

    from models import store

    app = QApplication([])
    with store.session(folder, *os.environ["YOUFU_BENCH_USER"].split("/")):
        window = people_window(app, folder)
        run_until_painted(window.people.table)
        run_for(3000)  # until nothing is being read any more
        print(longest_block(jumps(window.people.table)))
        before = window.people.rows.keys()
        print(longest_block(sortings(window.people.table)))
        assert window.people.rows.keys() != before, "sorted"
        assert not window.people.rows.searching()
        leave()


def people_window(app, folder):
    from ui import memory, theme

    memory.put_into(folder / "settings")  # not those of whoever measures
    theme.apply(app)
    from ui.main_window import MainWindow
    from ui.pages import PEOPLE
    from ui.session import Session

    window = MainWindow(Session())
    window.go_to(PEOPLE)
    window.show()
    return window


def leave():
    """End as the program does: no thread works any more when the archive is closed."""
    sys.stdout.flush()
    from ui import jobs

    jobs.stop_all()


def jumps(table) -> list[Callable[[], object]]:
    bar = table.verticalScrollBar()
    return [lambda at=at: bar.setValue(bar.maximum() * at // (JUMPS - 1)) for at in range(JUMPS)]


def sortings(table) -> list[Callable[[], object]]:
    from PySide6.QtCore import Qt

    sections = [column.key for column in table.rows.columns]
    places = [sections.index(key) for key in SORTED]
    return [lambda at=at: table.sortByColumn(at, Qt.SortOrder.AscendingOrder) for at in places]


def longest_block(acts) -> float:
    """The largest gap between two ticks of a timer, in milliseconds, while this is done one after the other."""
    from PySide6.QtCore import Qt, QTimer

    ticks = [time.perf_counter()]
    timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    run_for(50)
    for act in acts:
        act()
        run_for(2000 if len(acts) < JUMPS else 50)
    return 1000 * max(later - earlier for earlier, later in pairwise(ticks))


def run_for(milliseconds: int) -> None:
    """Turn the event loop; unlike ``QTest.qWait`` this lets the threads of Python run."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def run_until_painted(table) -> None:
    """Turn the event loop until the cells of the table have been painted."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

    class Painted(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint and table.model().rowCount():
                QTimer.singleShot(0, loop.quit)  # after this turn, in which it is painted
            return False

    loop, painted = QEventLoop(), Painted()
    table.viewport().installEventFilter(painted)
    loop.exec()
    table.viewport().removeEventFilter(painted)


if __name__ == "__main__":
    {"bare": bare, "first": first, "blocks": blocks}[sys.argv[1]](Path(sys.argv[2]))
