"""Wrong passwords 输错的密码: written down before anybody can read the archive, and how long one must wait after them.

They stand in a small file of the archive's folder, which names nobody, and are counted on this PC too, so that neither starting
anew, nor deleting the file, nor carrying the folder elsewhere on the PC makes the waiting shorter. Each line is sealed under a key that is
then hashed away: who comes later can neither change nor leave out a line that stands, only keep an older copy of the file; a
good sign-in takes the lines into the archive and lays a new file (``begin_anew``), whose first key only the archive knows.
What protects an archive that was stolen is the cost of deriving a key, not this.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import math
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from models.archive import program_folders
from models.archive.key_file import read_key_file
from models.core.files import write_whole
from models.core.record import Refusal

WRONG_FILE = "signins.log"
LARGEST_FILE = 1 << 20  # bytes; a year of wrong passwords stays below
FREE_OF_WAITING = 2  # wrong passwords that cost no waiting: a slip of the finger is none
LONGEST_WAIT = 15 * 60  # seconds
Clock = Callable[[], float]


class WrongPassword(NamedTuple):
    """When, on which PC, and one byte of the name's hash, which proves nobody's name."""

    at: float
    pc: str
    hint: str


class WrongFile(NamedTuple):
    """What the file holds; ``epoch`` is the number of the good sign-in that laid it, 0 where none did."""

    epoch: int
    key: str
    lines: tuple[tuple[WrongPassword, str], ...] = ()

    @property
    def entries(self) -> list[WrongPassword]:
        return [entry for entry, _ in self.lines]

    def fits(self, first: bytes) -> bool:
        """Whether every line stands as it was written since that first key, and none is missing."""
        key = first.hex()
        for entry, seal in self.lines:
            if not hmac.compare_digest(seal, _seal(key, entry)):
                return False
            key = _next(key)
        return hmac.compare_digest(key, self.key)

    def with_line(self, entry: WrongPassword) -> WrongFile:
        sealed = (entry, _seal(self.key, entry))
        return WrongFile(self.epoch, _next(self.key), (*self.lines, sealed))


class Patience:
    """The wrong passwords typed for one archive since the last right one, whatever the window or the command."""

    def __init__(self, folder: Path, clock: Clock = time.time) -> None:
        self._folder, self._clock = folder, clock
        self._mark = _mark(folder)

    def wrong(self, hint: str = "") -> int:
        """Note one more wrong password. Returns how many there were in a row."""
        count, now = self.count() + 1, self._clock()
        file = read_wrong(self._folder) or WrongFile(0, "")
        with suppress(OSError):  # a folder that cannot be written to: the PC keeps the count
            _write(self._folder, file.with_line(WrongPassword(now, socket.gethostname(), hint)))
        _remember(self._mark, [count, now])
        return count

    def count(self) -> int:
        return max(self._kept()[0], len(self._file().lines))

    def seconds(self) -> int:
        """How long to wait still; never more than the last wrong password asked for, whatever the clock says."""
        asked = wait_after(self.count())
        lines = self._file().lines
        last = max(self._kept()[1], lines[-1][0].at if lines else 0.0)
        return math.ceil(min(asked, max(0.0, asked - (self._clock() - last))))

    def refuse_haste(self) -> None:
        """Raise ``Refusal`` while one must wait."""
        if wait := self.seconds():
            raise Refusal(f"已连续输错{self.count()}次，请等{wait}秒再试")

    def begin_anew(self, epoch: int, first: bytes) -> None:
        """After a good sign-in: nothing is counted any more, and what comes is sealed from that key on."""
        with suppress(OSError):
            _write(self._folder, WrongFile(epoch, first.hex()))
        _remember(self._mark, None)

    def _file(self) -> WrongFile:
        return read_wrong(self._folder) or WrongFile(0, "")

    def _kept(self) -> tuple[int, float]:
        match _memory().get(self._mark):
            case [int(count), int(at) | float(at)] if count > 0:
                return count, float(at)
        return 0, 0.0


def wait_after(count: int) -> int:
    """Seconds after so many wrong passwords in a row: none, none, 1, 2, 4 … a quarter of an hour."""
    return 0 if count <= FREE_OF_WAITING else min(LONGEST_WAIT, 1 << min(count - FREE_OF_WAITING - 1, 20))


def read_wrong(folder: Path) -> WrongFile | None:
    """What the file says; None when it is not there, or is none of ours."""
    try:
        with (folder / WRONG_FILE).open("rb") as file:
            (epoch, key), *lines = json.loads(file.read(LARGEST_FILE))
        return WrongFile(
            int(epoch), str(key), tuple((WrongPassword(float(at), *map(str, (pc, hint))), str(seal)) for at, pc, hint, seal in lines)
        )  # fmt: skip
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def moment_of(entry: WrongPassword) -> str:
    """When it was, in the form of the journal."""
    try:
        return datetime.fromtimestamp(entry.at).astimezone().isoformat(timespec="seconds")
    except (OverflowError, OSError, ValueError):
        return ""


def _write(folder: Path, file: WrongFile) -> None:
    facts: list[Any] = [[file.epoch, file.key], *([*entry, seal] for entry, seal in file.lines)]
    write_whole(folder / WRONG_FILE, json.dumps(facts, ensure_ascii=False, indent=0).encode())


def _seal(key: str, entry: WrongPassword) -> str:
    words = json.dumps(entry, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return hmac.new(key.encode(), words, hashlib.sha256).hexdigest()


def _next(key: str) -> str:
    return hashlib.sha256(f"youfu wrong {key}".encode()).hexdigest()


def _mark(folder: Path) -> str:
    """The archive by its own mark, wherever its folder is carried; by the folder where no keys can be read."""
    try:
        return read_key_file(folder)[0].archive
    except Refusal:
        return hashlib.sha256(str(folder).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _memory() -> dict[str, Any]:
    try:
        kept = json.loads(program_folders.waiting_times().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _remember(mark: str, count: list[Any] | None) -> None:
    kept = {known: words for known, words in _memory().items() if known != mark}
    if count is None and mark not in _memory():
        return
    with suppress(OSError):
        write_whole(
            program_folders.waiting_times(), json.dumps(kept | ({mark: count} if count else {})).encode()
        )
