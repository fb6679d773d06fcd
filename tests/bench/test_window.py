"""How soon the window over 100,000 people is painted, and how long it ever keeps the officer waiting in its table.

Each figure comes from a program of its own, offscreen, and the first from its very start: an officer waits for the
interpreter and for whatever is imported, too.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench import town, windows
from tests.bench.measured import Measured
from tests.bench.test_search import PEOPLE, ROOT, big_town

ROUNDS = 3
BUDGET, BLOCK, BEYOND = 1.5, 100.0, 50.0  # a ratio; milliseconds


def told(program: Callable[[Path], None], folder: Path) -> list[float]:
    """The figures that a fresh program prints; a moment is told as the seconds since it was started."""
    command = [sys.executable, "-m", windows.__name__, program.__name__, str(folder)]
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "",  # compiled in the first round, as an installed program is
        "PYTHONPYCACHEPREFIX": str(folder.parent / "bytecode"),
        "YOUFU_BENCH_USER": f"{town.USER}/{town.PASSWORD}",
    }
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    told = [float(line) for line in done.stdout.split()]
    return [each - began for each in told] if program in (windows.bare, windows.first) else told


def measure_first(folder: Path, people: int = PEOPLE) -> Measured:
    """The window with its people painted, against a bare one; in turns, so that both meet the same machine."""
    rounds = [(told(windows.first, folder)[0], told(windows.bare, folder)[0]) for _ in range(ROUNDS)]
    ours, floor = (1000 * min(taken) for taken in zip(*rounds, strict=True))
    return Measured(
        f"from the program's start to the window over {people:,} people, painted", ours, floor, "ms", BUDGET
    )


def measure_file(folder: Path, people: int = PEOPLE) -> Measured:
    """What a person's file in its window takes beyond as many bare fields in the same style."""
    rounds = [(told(windows.file, folder)[0], told(windows.bare_form, folder)[0]) for _ in range(ROUNDS)]
    whole, fields = (min(taken) for taken in zip(*rounds, strict=True))
    return Measured(
        f"a person's file among {people:,} painted ({whole:.0f} ms), beyond its bare fields ({fields:.0f} ms)",
        whole - fields, None, "ms", BEYOND, True,
    )  # fmt: skip


def measure_blocks(folder: Path, people: int = PEOPLE) -> list[Measured]:
    """The worst of all rounds: a wait that comes only now and then is a wait, too."""
    rounds = [told(windows.blocks, folder) for _ in range(ROUNDS)]
    jumping, sorting = (max(taken) for taken in zip(*rounds, strict=True))
    return [
        Measured(f"the longest wait in {windows.JUMPS} jumps through {people:,} people", jumping, None, "ms", BLOCK, True),
        Measured(
            f"the longest wait in sorting {people:,} people by {len(windows.SORTED)} columns", sorting, None, "ms", BLOCK, True
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


def test_a_file_is_there_almost_as_soon_as_its_bare_fields(archive):
    measured = measure_file(archive)
    assert measured.kept, measured.row


def test_the_table_never_keeps_the_officer_waiting(archive):
    measured = measure_blocks(archive)
    assert all(each.kept for each in measured), [each.row for each in measured]
