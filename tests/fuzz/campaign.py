"""A campaign 一轮: a parser is fed changed files for so long; what it cannot take is kept as a file, and tried by the suite ever after."""

from __future__ import annotations

import hashlib
import signal
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.parsers import OurParser

KEPT = Path(__file__).parents[1] / "data" / "fuzz"  # a folder for each parser
AT_A_TIME = 300  # examples
LONGEST = 20  # seconds that bytes of some kilobytes may take


class TooLong(BaseException):
    """No answer in time."""


class Fed(NamedTuple):
    """How many files a parser was fed, and where those lie that it could not take."""

    files: int
    kept: list[Path]


def feed(parser: OurParser, seconds: float, seed_number: int = 0) -> Fed:
    """Feed a parser until the time is over; each round draws other changes."""
    ends, files, kept = time.monotonic() + seconds, 0, []
    with tempfile.TemporaryDirectory(prefix="youfu-") as folder:
        while time.monotonic() < ends:
            fed: list[bytes] = []
            try:
                feed_once(parser, Path(folder), seed_number + files, fed)
            except (Exception, TooLong) as error:
                kept.append(_keep(parser, fed[-1]))
                print(f"{parser.name}: {error!r:.300} → {kept[-1]}")
            files += len(fed)
    return Fed(files, kept)


def take(parser: OurParser, content: bytes, folder: Path) -> None:
    """Let a parser read bytes; raises whatever is no refusal, and ``TooLong``."""
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _too_long)
        signal.alarm(LONGEST)
    try:
        parser.read(content, folder)
    except parser.refuses:
        return
    finally:
        if hasattr(signal, "SIGALRM"):
            signal.alarm(0)


def feed_once(parser: OurParser, folder: Path, number: int, fed: list[bytes] | None = None) -> None:
    """A round of changed files, drawn by a number; raises what the parser raises of the smallest that it could not take."""

    @seed(number)
    @settings(
        max_examples=AT_A_TIME,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @given(parser.fed())
    def one(content: bytes) -> None:
        if fed is not None:
            fed.append(content)
        take(parser, content, folder)

    one()


def _keep(parser: OurParser, content: bytes) -> Path:
    place = KEPT / parser.name / hashlib.sha256(content).hexdigest()[:16]
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return place


def _too_long(*_: object) -> None:
    raise TooLong(f"no answer in {LONGEST} s")
