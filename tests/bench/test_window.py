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
from statistics import median

import pytest

from tests.bench import showings, town, windows
from tests.bench.measured import Measured
from tests.bench.test_search import PEOPLE, ROOT, big_town

ROUNDS = 3
BUDGET, BLOCK, BEYOND = 1.5, 100.0, 50.0  # a ratio; milliseconds
STEP = 300.0  # milliseconds
MOMENTS = windows.bare, windows.start, windows.first  # what these tell is when, not how long


def told(program: Callable[[Path], None], folder: Path) -> list[float]:
    """The figures that a fresh program prints; a moment is told as the seconds since it was started."""
    began = time.monotonic()
    told = [float(line) for line in said(windows.__name__, program, folder)]
    return [each - began for each in told] if program in MOMENTS else told


def said(module: str, program: Callable[[Path], None], folder: Path) -> list[str]:
    """The lines that a fresh program prints."""
    command = [sys.executable, "-m", module, program.__name__, str(folder)]
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "",  # compiled in the first round, as an installed program is
        "PYTHONPYCACHEPREFIX": str(folder.parent / "bytecode"),
        "XDG_CONFIG_HOME": str(folder.parent / "config"),  # not that of whoever measures
        "YOUFU_BENCH_USER": f"{town.USER}/{town.PASSWORD}",
    }
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def measure_first(folder: Path, people: int = PEOPLE) -> list[Measured]:
    """The window in which one signs in, and that with its people painted, against a bare one; in turns, so that all meet the same machine."""
    rounds = [[told(each, folder)[0] for each in MOMENTS] for _ in range(ROUNDS)]
    floor, sign_in, ours = (1000 * min(taken) for taken in zip(*rounds, strict=True))
    work = "from the program's start to the window"
    return [
        Measured(f"{work} in which one signs in, painted", sign_in, floor, "ms", BUDGET),
        Measured(f"{work} over {people:,} people, painted", ours, floor, "ms", BUDGET),
    ]


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


def measure_showings(folder: Path, people: int = PEOPLE) -> list[Measured]:
    """The slowest page, and a step of the type's size, each against a bare window of the same program."""
    bare, *waits = _waits(showings.pages, folder)
    words, worst = max(waits, key=lambda wait: wait[1])
    usual = median(wait for _, wait in waits)
    floor, *steps = _waits(showings.type_steps, folder)
    work = f"a page or section among {people:,} people shown first"
    return [
        Measured(f"{work}, the median of {len(waits)}", usual, bare[1], "ms", BLOCK, True),
        Measured(f"{work}, the worst of them, {words}", worst, bare[1], "ms", BLOCK, True),
        *(Measured(f"a step of the type's size, {shown} shown", step, floor[1], "ms", STEP, True) for shown, step in steps),
    ]  # fmt: skip


def _waits(program: Callable[[Path], None], folder: Path) -> list[tuple[str, float]]:
    lines = [line.split("\t") for line in said(showings.__name__, program, folder)]
    return [(words, float(wait)) for words, wait in lines]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with big_town(tmp_path_factory.mktemp("town")) as folder:
        pass
    return folder


@pytest.mark.timeout(900)
def test_the_window_is_there_almost_as_soon_as_a_bare_one(archive):
    measured = measure_first(archive)
    assert all(each.kept for each in measured), [each.row for each in measured]


def test_a_file_is_there_almost_as_soon_as_its_bare_fields(archive):
    measured = measure_file(archive)
    assert measured.kept, measured.row


def test_the_table_never_keeps_the_officer_waiting(archive):
    measured = measure_blocks(archive)
    assert all(each.kept for each in measured), [each.row for each in measured]


@pytest.mark.timeout(900)
def test_no_page_and_no_step_of_the_type_keeps_the_officer_waiting(archive):
    measured = measure_showings(archive)
    assert all(each.kept for each in measured), [each.row for each in measured]
