"""Whatever a stranger's file holds, every door refuses it in plain words or takes what is harmless of it, within ten seconds and 500 MB.

``YOUFU_PROOFS=1 python -m pytest -n0 --timeout=0 tests/scenarios/hostile -s`` tries every file at every door, in a process of its own.
"""

from __future__ import annotations

import os
import pickle
import resource
import signal
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from models.archive import scans
from models.backups.backup import restore, sealed_heads
from models.core.jobs import finish
from models.core.record import Refusal
from models.deaths.lists import read_death_list
from models.imports.kept_books import KeptBooks
from models.pay.policy.policy_packs import read_policy_pack
from models.people import photos
from models.updates.update_pack import read_pack
from reports.disclosure.file_words import file_words
from reports.imports.cell_styles import looks_of_sheets
from reports.letters.own_letters import read_template
from reports.signed_papers.page_pictures import pages_in
from reports.superior_forms.form_files import read_form
from reports.transfer.scan_pictures import scan_pictures
from tests.scenarios.hostile.packages import PACKAGES
from tests.scenarios.hostile.pdfs import PDFS
from tests.scenarios.hostile.pictures import CUT_SHORT, PICTURES

PROOFS = bool(os.environ.get("YOUFU_PROOFS"))
SECONDS, MEGABYTES = 10, 500
RUNNING = ["scripts that begin by themselves", "a program that is started"]
EACH_IN_THE_SUITE = [
    *("a page of a thousand kilometres", "pages that go round", "pages by the thousand million"),
    *("a black picture of 60,000 by 60,000", "drawings by the thousand million", "a PNG of 60,000 by 60,000"),
    *(
        "a PNG of few dots whose rows unpack to four gigabytes",
        "workbook that laughs",
        "document that calls for files",
    ),
    *(
        "table that names other places",
        "backup that names other places",
        "backup that unpacks to four gigabytes",
    ),
]
FILES = PDFS | PICTURES | PACKAGES


class Outcome(NamedTuple):
    """What a door said (empty: it took the file), the processor time that it took and how much memory more, in MB."""

    words: str
    seconds: float
    megabytes: float


def imported(file: Path) -> None:
    kept = KeptBooks().read(file)
    looks_of_sheets(file, kept.book.sheets)


def scanned_in(file: Path) -> None:
    for page in pages_in(file)[:3]:
        for picture in page.pictures():
            picture.convert("L")
        scans.keep_scan(page.content())


def transferred(file: Path) -> None:
    """As the file is drawn that lies in the archive: what is not taken there is not handed over either."""
    content = file.read_bytes()
    kept = scans.keep_scan(content)
    for _ in scan_pictures(kept.media, scans.read_scan(kept.sha256)):
        pass


def restored(file: Path) -> None:
    list(sealed_heads(file.parent))
    finish(restore(file, file.parent / "恢复" / "档案库"))


DOORS = {
    "import": imported,
    "attachment": scans.keep_scan,
    "scanning in": scanned_in,
    "transfer": transferred,
    "superior's form": read_form,
    "list of the dead": read_death_list,
    "picture": lambda file: photos.cut(file.read_bytes()),
    "letter": lambda file: read_template(file, "受理通知书"),
    "backup": restored,
    "policy pack": read_policy_pack,
    "update": read_pack,
    "scanner of leaks": lambda file: sum(1 for _ in file_words(file)),
}


def tried(door, file: Path) -> Outcome:
    """Whatever a door does with a file, done in a process of its own, which cannot take longer than a minute."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(60)
        os.write(tell, pickle.dumps(_outcome(door, file)))
        os._exit(0)
    os.close(tell)
    with os.fdopen(told, "rb") as stream:
        said = stream.read()
    os.waitpid(child, 0)
    return pickle.loads(said) if said else Outcome("died", 60, 9999)


def _outcome(door, file: Path) -> Outcome:
    before, began, words = _most_memory(), time.process_time(), ""
    try:
        door(file)
    except Refusal as refusal:
        words = str(refusal)
    except BaseException as error:
        words = f"no plain words: {error!r:.300}"
    return Outcome(words, time.process_time() - began, _most_memory() - before)


def _most_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@pytest.mark.parametrize("door", ["attachment", "picture"])
@pytest.mark.parametrize("name", CUT_SHORT)
def test_a_picture_cut_short_is_refused_though_it_ends_rightly(archive, tmp_path, name, door):
    file = tmp_path / "半张.png"
    file.write_bytes(PICTURES[name]())
    with pytest.raises(Refusal, match="不完整或已损坏"):
        DOORS[door](file)


@pytest.mark.parametrize("name", RUNNING)
def test_a_paper_that_runs_something_is_no_paper(archive, tmp_path, name):
    file = tmp_path / "证明.pdf"
    file.write_bytes(PDFS[name]())
    with pytest.raises(Refusal, match="会自己运行的脚本或程序"):
        scans.keep_scan(file)


@pytest.mark.skipif(sys.platform == "win32", reason="needs processes that are copies of this one")
@pytest.mark.parametrize("name", FILES if PROOFS else EACH_IN_THE_SUITE)
def test_no_door_is_kept_busy_or_opened_too_far(archive, tmp_path, name):
    file = tmp_path / "来的文件.xlsx"
    file.write_bytes(FILES[name]())
    outcomes = {}
    for door in DOORS:
        file = _named(file, door)
        outcomes[door] = tried(DOORS[door], file)
    for door, outcome in outcomes.items():
        print(f"{name} | {door} | {outcome.seconds:.1f} s | {outcome.megabytes:.0f} MB | {outcome.words:.60}")
    assert not {
        door: outcome
        for door, outcome in outcomes.items()
        if outcome.words.startswith("no plain") or outcome.seconds > SECONDS or outcome.megabytes > MEGABYTES
    }
    assert not [*tmp_path.rglob("*坏.exe"), *tmp_path.parent.glob("*坏.exe"), *Path("/tmp").glob("youfu-坏*")]


def _named(file: Path, door: str) -> Path:
    """The file called as that door asks."""
    ending = {"superior's form": ".xlsx", "letter": ".docx", "backup": ".youfu"}.get(door, file.suffix)
    return file.rename(file.with_suffix(ending)) if ending != file.suffix else file
