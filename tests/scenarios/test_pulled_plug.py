"""The plug is pulled while a run is printed: a process of its own is killed at random, and the paper is counted.

``YOUFU_KILLS`` says how many kills; the suite does one.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from models import store
from models.printing import printings, printouts
from models.printing.planned_sheets import PlannedSheets
from models.printing.printings import PagesWanted, Printing, PrintState
from models.printing.printouts import PaperMatter

ROOT = Path(__file__).parents[2]
PAGES = 120
KILLS = int(os.environ.get("YOUFU_KILLS", "1"))
PRINTER = """
import sys, time
from pathlib import Path
from models import store
from models.printing.printings import Printing, batch_sent, begin_batch
from models.printing.planned_sheets import PlannedSheets
folder, tray, first = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
with store.practice_session(folder, "王芳"):
    printing = Printing.select().order_by(Printing.id.desc()).get()
    plan = PlannedSheets.of(printing.wanted.numbers(), True)
    for start, end in plan.batches(first, 5):
        batch = begin_batch(printing, plan, start, end)
        for sheet in range(start, end + 1):
            for page in plan.sheets[sheet - 1]:
                with tray.open("a") as paper:
                    paper.write(f"{page}\\n")
                time.sleep(0.002)
        batch_sent(batch)
"""


def test_whatever_moment_the_plug_is_pulled_each_page_comes_out_exactly_once(archive, tmp_path):
    tray, chance = tmp_path / "出纸.txt", random.Random(14)
    wanted = PagesWanted(1, PAGES, both_sides=True)
    plan = PlannedSheets.of(wanted.numbers(), both_sides=True)
    tray.write_text("")
    rounds = 0
    while rounds < KILLS:
        tray.write_text("")
        printout = printouts.keep_printout(b"%PDF", PAGES, PaperMatter("一人一档"))
        rounds += printed_with_kills(archive, tray, printout, wanted, plan, chance, KILLS - rounds)
        assert [int(line) for line in tray.read_text().split()] == list(range(1, PAGES + 1))
        assert newest().state == PrintState.DONE
    assert rounds >= KILLS


def printed_with_kills(archive, tray, printout, wanted, plan, chance, most):
    """Print a paper whole, killed up to ``most`` times; returns how often."""
    printings.begin_printing(printout, "王芳", "一楼打印机", wanted, plan)
    good = kills = 0
    store.close()
    while True:
        process = subprocess.Popen([sys.executable, "-c", PRINTER, archive, tray, str(good + 1)], cwd=ROOT)
        if kills < most:
            wait_for_paper(process, tray, good)
            time.sleep(chance.uniform(0, 0.1))
            process.kill()
        process.wait()
        good, spoilt = clear(tray)
        store.open_practice(archive, "王芳")
        progress = newest().progress
        assert progress.sent <= good <= progress.handed
        if good == len(plan.sheets):
            if progress.sent < good:
                printings.all_came_out(newest(), plan)
            return max(kills, 1)
        assert kills < most, f"it ended by itself at sheet {good}, {spoilt} pages spoilt"
        kills += 1
        store.close()


def newest():
    return Printing.select().order_by(Printing.id.desc()).get()


def wait_for_paper(process, tray, good):
    """Wait until the printer has begun: killing what is only starting up proves nothing."""
    until = time.monotonic() + 180  # of a busy machine
    while process.poll() is None and len(tray.read_text().split()) <= 2 * good:
        assert time.monotonic() < until
        time.sleep(0.005)


def clear(tray):
    """The officer takes away a sheet of which the back is missing: so many good sheets are left."""
    pages = tray.read_text().split("\n")[:-1]
    good = len(pages) // 2
    tray.write_text("".join(f"{page}\n" for page in pages[: good * 2]))
    return good, len(pages) - good * 2
