"""How soon the window over 100,000 people is painted, and how long it ever keeps the officer waiting in its table.

Each figure comes from a program of its own, offscreen: what is imported once is not imported again.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.bench import town
from tests.bench.measured import Measured
from tests.bench.test_search import PEOPLE, ROOT, big_town

ROWS, COLUMNS = 50, 20  # of the bare window
JUMPS = 50
SORTED = ("name", "age", "kind")
TICK = 5  # milliseconds
ROUNDS = 3
BUDGET, BLOCK = 1.5, 100.0  # a ratio; milliseconds


# --- what the programs do that are measured; what they import, the measure is about


def bare(_: Path) -> None:
    """Seconds until the least conceivable window with a table is painted."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    app = QApplication([])
    began = time.perf_counter()
    model = QStandardItemModel(ROWS, COLUMNS)
    for row in range(ROWS):
        for column in range(COLUMNS):
            model.setItem(row, column, QStandardItem(f"{row} {column}"))
    window, table = QMainWindow(), QTableView()
    table.setModel(model)
    window.setCentralWidget(table)
    window.showMaximized()
    run_until_painted(table)
    print(time.perf_counter() - began)
    app.quit()


def first(folder: Path) -> None:
    """Seconds until the main window shows its people, in an archive that was opened before."""
    from PySide6.QtWidgets import QApplication

    from models import store

    app = QApplication([])
    with store.session(folder, town.USER, town.PASSWORD):
        began = time.perf_counter()
        window = people_window(app, folder)
        run_until_painted(window.people.table)
        assert window.people.rows.rowCount() > 0
        print(time.perf_counter() - began)
        leave()


def blocks(folder: Path) -> None:
    """The longest blocks, in milliseconds: while jumping from end to end, then while sorting."""
    from PySide6.QtWidgets import QApplication

    from models import store

    app = QApplication([])
    with store.session(folder, town.USER, town.PASSWORD):
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
    from ui.main_window import PEOPLE, MainWindow
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


# --- the measures


def told(program: Callable[[Path], None], folder: Path) -> list[float]:
    """The figures that a fresh program prints."""
    command = [sys.executable, "-m", "tests.bench.test_window", program.__name__, str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return [float(line) for line in done.stdout.split()]


def measure_first(folder: Path, people: int = PEOPLE) -> Measured:
    """The window with its people painted, against a bare one; in turns, so that both meet the same machine."""
    rounds = [(told(first, folder)[0], told(bare, folder)[0]) for _ in range(ROUNDS)]
    ours, floor = (1000 * min(taken) for taken in zip(*rounds, strict=True))
    return Measured(f"the window over {people:,} people, painted", ours, floor, "ms", BUDGET)


def measure_blocks(folder: Path, people: int = PEOPLE) -> list[Measured]:
    """The worst of all rounds: a wait that comes only now and then is a wait, too."""
    rounds = [told(blocks, folder) for _ in range(ROUNDS)]
    jumping, sorting = (max(taken) for taken in zip(*rounds, strict=True))
    return [
        Measured(f"the longest wait in {JUMPS} jumps through {people:,} people", jumping, None, "ms", BLOCK, True),
        Measured(
            f"the longest wait in sorting {people:,} people by {len(SORTED)} columns", sorting, None, "ms", BLOCK, True
        ),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with big_town(tmp_path_factory.mktemp("town")) as folder:
        pass
    return folder


@pytest.mark.timeout(900)
def test_the_window_is_there_almost_as_soon_as_a_bare_one(archive):
    measured = measure_first(archive)
    assert measured.kept, measured.row


def test_the_table_never_keeps_the_officer_waiting(archive):
    measured = measure_blocks(archive)
    assert all(each.kept for each in measured), [each.row for each in measured]


if __name__ == "__main__":
    {"bare": bare, "first": first, "blocks": blocks}[sys.argv[1]](Path(sys.argv[2]))
