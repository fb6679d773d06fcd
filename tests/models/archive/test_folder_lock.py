"""One program at a time in an archive, and the name of the one that is in it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from models import proof, store
from models.archive.folder_lock import HOLDER, LeftByOtherPc, forget_other_pc
from tests.models.conftest import ME, refused, rows

ROOT = Path(__file__).parents[3]


OTHER_PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from models import records, store
from models.core.record import db
from models.archive.wraps import Cost
from models.migrations import steps
from tests import factories
steps.STEPS[:] = steps.STEPS[:1]  # the archive of these tests has had one step,
records.install_triggers = lambda: None  # and no records
store.sign_ins.note_sign_in = lambda *_: None
store.open(Path(sys.argv[2]), sys.argv[3], sys.argv[4], Cost(64, 1, 1))
db.execute_sql("BEGIN IMMEDIATE")
db.pragma("cache_size", 5)
for _ in range(int(sys.argv[5])):
    db.execute_sql("INSERT INTO note (words) VALUES (?)", ("half" * 500,))
print("open", flush=True)
sys.stdin.readline()
"""


def other_program(folder, half_written=0):
    """Another process that has the archive open, in the middle of a write."""
    command = [sys.executable, "-c", OTHER_PROGRAM, ROOT, folder, *ME[:2], half_written]
    started = subprocess.Popen([*map(str, command)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert started.stdout.readline() == "open\n"
    return started


def end(process, how):
    process.send_signal(how)
    process.communicate()


def test_a_second_program_is_told_who_has_the_archive_open(folder):
    other = other_program(folder)
    try:
        refused(folder, rf"正在使用中（电脑“.+”，系统用户“.+”，20\d\d-.+起，进程{other.pid}）")
        (folder / "archive.holder").write_text("{")
        refused(folder, "正在使用中（另一个程序）")
    finally:
        end(other, signal.SIGTERM)


def note(folder, **facts):
    """What a program that ended badly leaves."""
    said = {"pc": "财务室", "user": "李明", "process": "7", "since": "2020-08-01 09:30"} | facts
    (folder / HOLDER).write_text(json.dumps(said), "utf-8")


def test_an_archive_that_another_pc_left_open_is_opened_only_when_somebody_has_looked_there(folder):
    note(folder)
    for _ in range(2):  # asking changes nothing
        with pytest.raises(LeftByOtherPc, match="电脑“财务室”，系统用户“李明”，2020-08-01 09:30起"):
            store.open(folder, *ME)
    forget_other_pc(folder)
    with store.session(folder, *ME):
        assert rows() == 30


@pytest.mark.parametrize("left", ['{"pc"', "[]", "{}", ""])
def test_what_nobody_can_read_of_another_pc_keeps_nobody_out(folder, left):
    (folder / HOLDER).write_text(left)
    with store.session(folder, *ME):
        assert rows() == 30


def test_a_dead_program_of_this_pc_keeps_nobody_out(folder):
    note(folder, pc=socket.gethostname())
    with store.session(folder, *ME):
        assert rows() == 30


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_a_killed_program_leaves_the_archive_whole_and_free(folder):
    other = other_program(folder, half_written=500)
    assert (folder / "archive.db-journal").stat().st_size > 512
    end(other, signal.SIGKILL)
    assert (folder / "archive.holder").exists()
    with store.session(folder, *ME):
        assert rows() == 30
        assert proof.check_archive() == []
        assert not (folder / "archive.db-journal").exists()
    assert not (folder / "archive.holder").exists()
