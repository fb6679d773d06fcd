"""The README's table of measures: ``python -m tests.bench``. It takes some minutes and 1 GB of disk."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.bench import (
    test_cross_tables,
    test_deaths,
    test_export,
    test_imports,
    test_journal,
    test_payrun,
    test_printing,
    test_search,
    test_sheets,
    test_summary,
    test_superior_forms,
    test_window,
)
from tests.bench.measured import HEADING, Measured


def of_sheets(folder: Path) -> Iterable[Measured]:
    yield test_sheets.measure(folder)
    if test_sheets.ON_LINUX:
        yield test_sheets.measure_memory(folder)


def of_imports(folder: Path) -> Iterable[Measured]:
    yield test_imports.measure(folder)
    yield from test_journal.measure(folder / "journal")


def of_big_town(folder: Path) -> Iterable[Measured]:
    with test_search.big_town(folder) as made:
        yield from test_search.measure_search()
        yield test_search.measure_opening()
        yield test_search.measure_past_opening()
        yield test_cross_tables.measure()
    yield from test_window.measure_first(made)  # the archive is closed: programs of their own open it
    yield test_window.measure_file(made)
    yield from test_window.measure_blocks(made)
    yield from test_window.measure_showings(made)


MEASURES: tuple[Callable[[Path], Iterable[Measured]], ...] = (
    of_sheets,
    of_imports,
    of_big_town,
    test_payrun.measure,
    test_deaths.measure,
    test_printing.measure,
    test_export.measure,
    test_superior_forms.measure_alone,
    test_summary.measure,
)


def main() -> None:
    print(HEADING, flush=True)
    for measures in MEASURES:
        with tempfile.TemporaryDirectory() as folder:
            for measured in measures(Path(folder)):
                print(measured.row, flush=True)


if __name__ == "__main__":
    main()
