"""The lock of an archive's folder: one program at a time in it, and the name of the one that is.

The lock is the operating system's, on ``archive.lock``: it ends with its process, however that ends. ``archive.holder`` beside it
only tells people who holds it; what a crash leaves of it means nothing.
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


@contextmanager
def folder_held(folder: Path) -> Iterator[None]:
    """Hold the archive's folder. Raises ``Refusal`` naming the program that holds it already."""
    # several threads of this program share the lock: one may open the archive and another close it
    lock = FileLock(folder / LOCK, timeout=0, thread_local=False)
    holder = folder / HOLDER
    with plain_words(folder):
        try:
            lock.acquire()
        except Timeout as error:
            raise Refusal(f"档案库正在使用中（{_told(holder)}）。请先在那里关闭程序，再打开") from error
    try:
        with plain_words(holder):
            holder.write_text(json.dumps(_this_program(), ensure_ascii=False), "utf-8")
        yield
    finally:
        with suppress(OSError):  # a stick pulled out; the note means nothing once the lock is gone
            holder.unlink()
        lock.release()


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
