"""The lock of an archive's folder: one program at a time in it, and the name of the one that is.

The lock is the operating system's, on ``archive.lock``: it ends with its process, however that ends. ``archive.holder`` beside it
tells who holds it; what a crash leaves of it means nothing on the PC that wrote it. One of another PC is asked about, for there are
folders that two PCs see and whose locks only one of them does.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from models.core.files import plain_words
from models.core.record import Refusal

LOCK, HOLDER = "archive.lock", "archive.holder"


LEFT_BY_OTHER_PC = (
    "档案库上次是在另一台电脑上打开的（{}），那边没有正常关闭，也可能现在还开着。\n\n两台电脑同时打开会把档案写坏。"
    "请先到那台电脑上看一看，关闭程序；已经关了的，在开始窗口里打开这个档案库，按“那边已关闭，打开”"
)


class LeftByOtherPc(Refusal):
    """Another PC had the archive open last, and did not say that it is done."""


@contextmanager
def folder_held(folder: Path, only_reads: bool = False) -> Iterator[None]:
    """Hold the archive's folder. Raises ``Refusal`` naming the program that holds it already, and unless it is ``only_reads``
    ``LeftByOtherPc``.
    """
    # several threads of this program share the lock: one may open the archive and another close it
    lock = FileLock(folder / LOCK, timeout=0, thread_local=False)
    holder = folder / HOLDER
    with plain_words(folder):
        try:
            lock.acquire()
        except Timeout as error:
            raise Refusal(f"档案库正在使用中（{_told(holder)}）。请先在那里关闭程序，再打开") from error
    if not only_reads and _of_other_pc(holder):
        lock.release()
        raise LeftByOtherPc(LEFT_BY_OTHER_PC.format(_told(holder)))
    try:
        with plain_words(holder):
            holder.write_text(json.dumps(_this_program(), ensure_ascii=False), "utf-8")
        yield
    finally:
        with suppress(OSError):  # a stick pulled out; the note means nothing once the lock is gone
            holder.unlink()
        lock.release()


def forget_other_pc(folder: Path) -> None:
    """An officer has seen that nobody is in the archive there: it may be opened here."""
    with plain_words(folder):
        (folder / HOLDER).unlink(missing_ok=True)


def _of_other_pc(holder: Path) -> bool:
    try:
        return bool(json.loads(holder.read_text("utf-8"))["pc"] != socket.gethostname())
    except (OSError, ValueError, KeyError, TypeError):  # none, or cut off by a crash
        return False


def _this_program() -> dict[str, str]:
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        user = "？"
    now = datetime.now().strftime("%Y-%m-%d %H:%M")
    return {"pc": socket.gethostname(), "user": user, "process": str(os.getpid()), "since": now}


def _told(holder: Path) -> str:
    """Who holds the archive, in words."""
    try:
        facts = json.loads(holder.read_text("utf-8"))
        pc, user, process, since = (facts[key] for key in ("pc", "user", "process", "since"))
    except (OSError, ValueError, KeyError, TypeError):  # being written at this moment
        return "另一个程序"
    who = "本程序" if process == str(os.getpid()) and pc == socket.gethostname() else f"进程{process}"
    return f"电脑“{pc}”，系统用户“{user}”，{since}起，{who}"
