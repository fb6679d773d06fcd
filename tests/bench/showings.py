"""The programs that measure pages shown first and steps of the type's size: ``python -m tests.bench.showings pages FOLDER``.

Each prints lines of words and milliseconds, the first of them a bare window's, in the same program and in our style.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from models import store
from models.archive.wraps import Cost
from tests.bench import windows

WATCHED = 1000  # milliseconds after each showing
WINDOW = 1366, 768
ROUNDS = 3


def pages(folder: Path) -> None:
    """The longest wait while each page and section is shown first, and in the second after.

    All sources have been read, as they are by the time when somebody has found the page.
    """
    with _main_window(folder) as window:
        _tell("bare", bare_window())
        for words, show in showings(window):
            _tell(words, windows.longest_block([show], after=WATCHED))


def type_steps(folder: Path) -> None:
    """How long a step of the type's size takes: with the desk alone, then when every page and section has been shown."""
    with _main_window(folder) as window:
        _tell("bare", bare_window())
        _tell("the desk alone", _steps())
        for _, show in showings(window):
            show()
            windows.run_for(50)
        window.go_to(0)
        windows.run_for(WATCHED)
        _tell("every page", _steps())


def _steps() -> float:
    from ui.widgets import theme

    app = QApplication.instance()
    taken = []
    for step in (theme.larger, theme.smaller):
        began = time.perf_counter()
        step(app)  # type: ignore[arg-type]  # there is one
        app.processEvents()  # type: ignore[union-attr]
        taken.append(time.perf_counter() - began)
    return 1000 * median(taken)


def bare_window() -> float:
    """Milliseconds until a window with a table is there."""
    kept: list[object] = []

    def shown() -> None:
        model = QStandardItemModel(windows.ROWS, windows.COLUMNS)
        for row in range(windows.ROWS):
            for column in range(windows.COLUMNS):
                model.setItem(row, column, QStandardItem(f"{row} {column}"))
        window, table = QMainWindow(), QTableView()
        table.setModel(model)
        window.setCentralWidget(table)
        window.show()
        kept.append(window)

    return median(windows.longest_block([shown], after=300) for _ in range(ROUNDS))


def showings(window: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """How each page, and each section of it, is shown first."""
    from ui.main.pages import PAGES
    from ui.pages.sections import SectionsPage

    for number, page in enumerate(PAGES):
        yield page.words, lambda number=number: window.go_to(number)
        shown = window.page()
        for words, _ in shown.SECTIONS[1:] if isinstance(shown, SectionsPage) else ():
            yield f"{page.words}·{words}", lambda shown=shown, words=words: shown.show_section(words)


@contextmanager
def _main_window(folder: Path) -> Iterator[Any]:
    app = windows.dressed(QApplication([]), folder)
    with store.session(folder, *os.environ["YOUFU_BENCH_USER"].split("/"), Cost(32, 1, 4)):
        from ui.jobs.garbage import Rubbish
        from ui.jobs.session import Session
        from ui.main.main_window import MainWindow
        from ui.main.pages import PAGES
        from ui.widgets import window_memory
        from ui.widgets.mouse_wheel import MouseWheel

        _read_ahead()
        for page in PAGES:  # each shows its first section first, whatever the measure before has left
            window_memory.forget(f"section/{getattr(page.source(), 'NAME', '')}")
        MouseWheel(app)
        Rubbish(app)
        window = MainWindow(Session())
        window.resize(*WINDOW)
        window.show()
        windows.run_for(3 * WATCHED)
        yield window
        windows.leave()


def _read_ahead() -> None:
    """Read all sources that the window reads while nobody waits."""
    from ui.jobs.preloading import wanted

    for module in wanted():
        with suppress(ImportError):
            import_module(module)


def _tell(words: str, milliseconds: float) -> None:
    print(f"{words}\t{milliseconds:.1f}", flush=True)


if __name__ == "__main__":
    {each.__name__: each for each in (pages, type_steps)}[sys.argv[1]](Path(sys.argv[2]))
