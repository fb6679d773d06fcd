"""An export of a hundred thousand people: against a bare selection of the same rows, and how its memory grows."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from models.core.jobs import finish
from models.core.record import db
from models.records import RECORDS, SNAPSHOTS
from reports.export.folder import export_archive
from tests.bench.measured import Clock, Measured, best
from tests.bench.test_search import ROOT, big_town

MANY, FEW = 100_000, 10_000  # people
BUDGET, MEMORY_BUDGET = 4, 1.5
ON_LINUX = Path("/proc/self/status").exists()

PROBE = """
import re, sys
from pathlib import Path
from models import store
from models.core.jobs import finish
from reports.export.folder import export_archive
from tests.bench import town
with store.session(Path(sys.argv[1]), town.USER, town.PASSWORD, town.CHEAP):
    finish(export_archive(Path(sys.argv[2])))
print(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
"""


def measure(folder: Path, clock: Clock = best) -> Iterator[Measured]:
    """All files of many, against each table selected and dumped as it is; the peak of memory of many against few."""
    for name in ("少", "多"):
        (folder / name).mkdir()
    with big_town(folder / "少", FEW) as few:
        pass
    with big_town(folder / "多", MANY) as many:
        out = folder / "导出"
        taken = clock(
            lambda: finish(export_archive(out)), setup=lambda: shutil.rmtree(out, ignore_errors=True)
        )
        floor = best(lambda: _dump_bare(folder / "光导出.json"), rounds=1)
    yield Measured(f"export of all that is kept of {MANY:,} people", taken, floor, "s", BUDGET)
    if ON_LINUX:
        peaks = [_peak(made, folder / f"导出{number}") for number, made in enumerate((few, many))]
        yield Measured(
            f"peak memory of exporting {MANY:,} people, against {FEW:,}",
            peaks[1],
            peaks[0],
            "MiB",
            MEMORY_BUDGET,
        )


def _dump_bare(file: Path) -> None:
    """The floor: the rows of all tables, each as the dictionary that a program needs, dumped one by one."""
    with file.open("w", encoding="utf-8") as out:
        for model in (*RECORDS, *SNAPSHOTS):
            cursor = db.execute_sql(f'SELECT * FROM "{model._meta.table_name}"')
            keys = [column[0] for column in cursor.description]
            for row in cursor:
                out.write(json.dumps(dict(zip(keys, row, strict=True)), ensure_ascii=False))


def _peak(archive: Path, out: Path) -> float:
    """The most memory that a program of its own takes for the export, in MiB."""
    command = [sys.executable, "-c", PROBE, str(archive), str(out)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return int(re.findall(r"\d+", told)[-1]) / 1024


def test_an_export_of_a_hundred_thousand(tmp_path, clock, keep):
    keep(*measure(tmp_path, clock))
