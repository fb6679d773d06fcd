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
from statistics import median

ROWS, COLUMNS = 50, 20  # of the bare window
FIELDS = 58  # of a person's form
JUMPS = 50
FILES = 12  # opened one after the other
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


def start(_: Path) -> None:
    """When the program's first window is painted, where one chooses an archive and signs in; begun as officers begin it."""
    from PySide6.QtWidgets import QApplication

    import main

    def shown(app: QApplication) -> int:
        run_until(next(each for each in app.topLevelWidgets() if each.isVisible()))
        print(time.monotonic(), flush=True)
        return 0

    QApplication.exec = shown  # in place of the loop that ends when the officer leaves
    main.main([])


def first(folder: Path) -> None:
    """When the main window shows its people, signing in included but for the pains that a password takes."""
    from PySide6.QtWidgets import QApplication

    from models import store
    from models.archive.wraps import Cost
    from ui.jobs.garbage import Rubbish

    app = QApplication([])
    Rubbish(app)  # as in the program
    with store.session(folder, *os.environ["YOUFU_BENCH_USER"].split("/"), Cost(32, 1, 4)):
        window = people_window(app, folder)
        run_until_painted(window.people.table)
        assert window.people.rows.rowCount() > 0
        print(time.monotonic())
        leave()


def blocks(folder: Path) -> None:
    """The longest blocks, in milliseconds: while jumping from end to end, then while sorting."""
    from PySide6.QtWidgets import QApplication

    from models import store
    from models.archive.wraps import Cost

    app = QApplication([])
    with store.session(folder, *os.environ["YOUFU_BENCH_USER"].split("/"), Cost(32, 1, 4)):
        window = people_window(app, folder)
        run_until_painted(window.people.table)
        run_for(3000)  # until nothing is being read any more
        print(longest_block(jumps(window.people.table)))
        before = window.people.rows.keys()
        print(longest_block(sortings(window.people.table), after=2000))
        assert window.people.rows.keys() != before, "sorted"
        assert not window.people.rows.searching()
        leave()


def bare_form(folder: Path) -> None:
    """Milliseconds until as many fields as a person's file has are painted, each time anew, in our style."""
    from PySide6.QtWidgets import (
        QApplication,
        QComboBox,
        QGridLayout,
        QLabel,
        QLineEdit,
        QScrollArea,
        QWidget,
    )

    app = dressed(QApplication([]), folder)

    def window(_: int) -> QWidget:
        room, form = QScrollArea(), QWidget()
        grid = QGridLayout(form)
        for number in range(FIELDS):
            row, column = divmod(number, 3)
            box = QComboBox() if number % 2 else QLineEdit()
            if isinstance(box, QComboBox):
                box.addItems(["", "是", "否"])
            grid.addWidget(QLabel("户籍地址"), 2 * row, 2 * column)
            grid.addWidget(box, 2 * row, 2 * column + 1)
            grid.addWidget(QLabel("", visible=False), 2 * row + 1, 2 * column + 1)
        room.setWidget(form)
        room.resize(1100, 680)
        return room

    print(opened(app, window))


def file(folder: Path) -> None:
    """Milliseconds until a person's file is painted, in its window; each time somebody else's."""
    from PySide6.QtWidgets import QApplication

    from models import store
    from models.archive.wraps import Cost

    app = dressed(QApplication([]), folder)
    with store.session(folder, *os.environ["YOUFU_BENCH_USER"].split("/"), Cost(32, 1, 4)):
        from ui.jobs.session import Session
        from ui.person.window import PersonFile

        session = Session()
        print(opened(app, lambda person: PersonFile(session, person)))
        leave()


def opened(app, make) -> float:
    """The middle of the times that windows take, in milliseconds; the first, which imports, is left out."""
    taken = []
    for number in range(1, FILES + 1):
        began = time.perf_counter()
        window = make(number * 1000 // FILES)
        window.show()
        app.processEvents()
        taken.append(time.perf_counter() - began)
        window.close()
        window.deleteLater()
        run_for(100)
    return 1000 * median(taken[1:])


def dressed(app, folder):
    """The application in our style, with settings that are not those of whoever measures."""
    from ui.widgets import theme, window_memory

    window_memory.put_into(folder / "settings")
    theme.apply(app)
    return app


def people_window(app, folder):
    dressed(app, folder)
    from ui.jobs.session import Session
    from ui.main.main_window import MainWindow
    from ui.main.pages import PEOPLE

    window = MainWindow(Session())
    window.go_to(PEOPLE)
    window.show()
    return window


def leave():
    """End as the program does: no thread works any more when the archive is closed."""
    sys.stdout.flush()
    from ui.jobs import jobs

    jobs.stop_all()


def jumps(table) -> list[Callable[[], object]]:
    bar = table.verticalScrollBar()
    return [lambda at=at: bar.setValue(bar.maximum() * at // (JUMPS - 1)) for at in range(JUMPS)]


def sortings(table) -> list[Callable[[], object]]:
    from PySide6.QtCore import Qt

    sections = [column.key for column in table.rows.columns]
    places = [sections.index(key) for key in SORTED]
    return [lambda at=at: table.sortByColumn(at, Qt.SortOrder.AscendingOrder) for at in places]


def longest_block(acts, after: int = 50) -> float:
    """The largest gap between two ticks of a timer, in milliseconds, while this is done one after the other."""
    from PySide6.QtCore import Qt, QTimer

    ticks = [time.perf_counter()]
    timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    run_for(50)
    for act in acts:
        act()
        run_for(after)
    return 1000 * max(later - earlier for earlier, later in pairwise(ticks))


def run_for(milliseconds: int) -> None:
    """Turn the event loop; unlike ``QTest.qWait`` this lets the threads of Python run."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def run_until_painted(table) -> None:
    """Turn the event loop until the cells of the table have been painted."""
    run_until(table.viewport(), lambda: table.model().rowCount())


def run_until(widget, ready=lambda: True) -> None:
    """Turn the event loop until the widget has been painted when it was ready."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

    class Painted(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint and ready():
                QTimer.singleShot(0, loop.quit)  # after this turn, in which it is painted
            return False

    loop, painted = QEventLoop(), Painted()
    widget.installEventFilter(painted)
    loop.exec()
    widget.removeEventFilter(painted)


if __name__ == "__main__":
    {each.__name__: each for each in (bare, start, first, blocks, bare_form, file)}[sys.argv[1]](
        Path(sys.argv[2])
    )
