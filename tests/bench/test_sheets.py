"""How fast the archive sheets are: against bare canvas calls, and how much memory many people take.

Run by ``pytest tests/bench``; the numbers are ratios of two things measured on the same machine in the same run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import resources
from models.core.jobs import finish
from models.office.settings import Office
from reports.paper import binding, fonts
from reports.paper.sheet import Paper
from reports.person import sheets
from tests.bench.measured import Clock, Measured, best
from tests.reports.person.files import usual

PEOPLE = int(os.environ.get("YOUFU_BENCH_PEOPLE", "120"))
DISTRICT = 681  # people
BUDGET, MEMORY_BUDGET = 0.5, 1.3
ROOT = Path(__file__).parents[2]
# Sheets are made by the processor alone: its own time is the same whatever else the PC does meanwhile.
worked = partial(best, timer=time.process_time)
ON_LINUX = Path("/proc/self/status").exists()


def people(count):
    return (
        usual(number, kinds=("伤残人员",) if number % 3 else ("参战退役人员", "带病回乡退役军人"))
        for number in range(1, count + 1)
    )


class Recorder(Paper):
    """Paper that remembers each string and line of each page, those of prints too."""

    pages: list = []

    def __init__(self, *given):
        super().__init__(*given)
        self.strings, self.lines = [], []

    def words(self, groups):
        groups = [(right, up, list(marks)) for right, up, marks in groups]
        for right, up, marks in groups:
            self.strings += [
                (x + right, y + up, style.face, style.size, text) for x, y, style, text, _ in marks
            ]
        super().words(groups)

    def place(self, thing, x, y):
        self.strings += [(m.x + x, m.y + y, m.style.face, m.style.size, m.text) for m in thing.marks]
        self.lines += [(r.x1 + x, r.y1 + y, r.x2 + x, r.y2 + y) for r in thing.rules]
        super().place(thing, x, y)

    def rules(self, thing, x, y):
        self.lines += [(r.x1 + x, r.y1 + y, r.x2 + x, r.y2 + y) for r in thing.rules]
        super().rules(thing, x, y)

    def tell(self, thing, marks, x, y, said):
        marks = (*(thing.marks if thing else ()), *marks)
        self.strings += [(m.x + x, m.y + y, m.style.face, m.style.size, m.text) for m in marks]
        super().tell(thing, marks[len(thing.marks) :] if thing else marks, x, y, said)

    def frame(self, x, y, width, height, weight):
        right, top = x + width, y + height
        self.lines += [(x, y, right, y), (right, y, right, top), (right, top, x, top), (x, top, x, y)]
        super().frame(x, y, width, height, weight)

    def turn(self, bookmark=""):
        self.pages.append((self.strings, self.lines))
        self.strings, self.lines = [], []
        super().turn(bookmark)


def ours(file, count):
    finish(sheets.write_person_files(people(count), file, Office()))


def bare(file, pages):
    canvas = Canvas(str(file), pagesize=A4, pageCompression=1)
    for strings, lines in pages:
        font = None
        for x, y, face, size, text in strings:
            if font != (face, size):
                font = (face, size)
                canvas.setFont(*font)
            canvas.drawString(x, y, text)
        for line in lines:
            canvas.line(*line)
        canvas.showPage()
    canvas.save()


def measure(folder: Path, count: int = DISTRICT, clock: Clock = worked) -> Measured:
    """All sections for so many people, against the same strings and lines drawn by bare canvas calls."""
    recorded: list = []
    with patch.object(Recorder, "pages", recorded), patch.object(binding, "Paper", Recorder):
        ours(folder / "recorded.pdf", count)
    for name, file in fonts.FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resources.path("fonts") / file)))
    floor = worked(lambda: bare(folder / "bare.pdf", recorded))
    taken = clock(lambda: ours(folder / "ours.pdf", count))
    work = f"archive sheets of {count} people, {len(recorded):,} pages, one PDF, the processor's time"
    return Measured(work, taken, floor, "s", BUDGET)


@pytest.mark.benchmark(timer=time.process_time)
def test_sheets_take_no_longer_than_bare_canvas_calls_allow(tmp_path, clock, keep):
    keep(measure(tmp_path, PEOPLE, clock))


PROBE = """
import re, sys
from models.core.jobs import finish
from models.office.settings import Office
from pathlib import Path
from reports.person import sheets
from tests.bench.test_sheets import people
finish(sheets.write_person_files(people(int(sys.argv[1])), Path(sys.argv[2]), Office()))
print(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
"""


def peak(count, file):
    """The peak memory, in KiB, of a fresh program that prints so many people.

    Asked of the kernel for the program itself: ``ru_maxrss`` would count what its parent took before it began.
    """
    command = [sys.executable, "-c", PROBE, str(count), str(file)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": "."}, capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def measure_memory(folder: Path) -> Measured:
    """The peak of printing 5,000 people against that of printing 500."""
    few, many = (peak(count, folder / f"{count}.pdf") / 1024 for count in (500, 5000))
    return Measured("peak memory of printing 5,000 people, against 500", many, few, "MiB", MEMORY_BUDGET)


@pytest.mark.timeout(600)
@pytest.mark.skipif(not ON_LINUX, reason="the kernel tells it on Linux only")
def test_ten_times_the_people_take_no_more_memory(tmp_path):
    measured = measure_memory(tmp_path)
    assert measured.kept, measured.row
