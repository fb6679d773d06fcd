"""The trial of mutants inside a run of pytest: who goes through what, then one child process for each mutant."""

from __future__ import annotations

import csv
import gc
import os
import random
import signal
import sys
import time
from collections import Counter, defaultdict
from functools import _lru_cache_wrapper
from itertools import accumulate
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.changes import Mutant, mutants

SLOWEST = 3  # seconds of the processor: a test that takes longer is not asked of each mutant
LONGEST = 120  # seconds that a mutant may take; one that never ends is noticed
STARTING = 0.02  # seconds that any test takes beside its own
WANTED = 0.9  # the share that must be noticed
NOTICED, LIVES = 1, 0
LAST_TOLD = 255  # the highest status of a process: which test noticed a mutant is told by it
Key = tuple[str, str, int]  # file, qualified name, first line


def _source_beside(root: Path, test: Path) -> str:
    """models/pay/runs/runs.py of tests/models/pay/runs/test_runs.py."""
    below = test.relative_to(root / "tests")
    return str(root / below.with_name(below.name.removeprefix("test_")))


def key_of(code: CodeType) -> Key:
    return code.co_filename, code.co_qualname, code.co_firstlineno


class Trial:
    """A pytest plugin that runs the tests, then the mutants of some sources."""

    def __init__(
        self, root: Path, sources: list[Path], sample: int, seed: int, processes: int, seconds: float = 0
    ) -> None:
        self.root, self.processes, self.at_most = root, processes, seconds
        files = [
            f for source in sources for f in ([source] if source.suffix else sorted(source.rglob("*.py")))
        ]
        self.files = [(root / file).resolve() for file in files]
        self.mutants = [mutant for file in self.files for mutant in mutants(root, file)]
        if sample and sample < len(self.mutants):
            self.mutants = random.Random(seed).sample(self.mutants, sample)
        self.seen: dict[Key, set[int]] = defaultdict(set)  # places of tests in the run
        self.seconds: dict[int, float] = {}
        self.beside: dict[int, str] = {}  # the source that stands where a test stands among the tests
        self.noticing: dict[Key, list[int]] = defaultdict(
            list
        )  # the tests that noticed mutants of a function
        self.notices: Counter[int] = Counter()  # how many mutants each test has noticed
        self.equivalent = _equivalent()
        self.noticed: list[Mutant] = []
        self.living: list[Mutant] = []
        self.unseen: list[Mutant] = []

    # --- what pytest asks -----------------------------------------------------------------------------------------

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._run_once(session)
        if session.testsfailed == 0:
            self._run_mutants(session.items)
        return True

    def _run_once(self, session: pytest.Session) -> None:
        wanted = {str(file) for file in self.files}
        caches, place = _caches(wanted), 0

        def note(frame: FrameType, event: str, _: Any) -> None:
            if event == "call" and frame.f_code.co_filename in wanted:
                self.seen[key_of(frame.f_code)].add(place)

        for place, item in enumerate(session.items):
            following = session.items[place + 1] if place + 1 < len(session.items) else None
            begun = time.process_time()
            for cache in caches:
                cache.cache_clear()  # what an earlier test has asked for is asked for again
            sys.setprofile(note)
            try:
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            finally:
                sys.setprofile(None)
            self.seconds[place] = time.process_time() - begun
            self.beside[place] = _source_beside(self.root, item.path)

    # --- the mutants ----------------------------------------------------------------------------------------------

    def _run_mutants(self, items: list[pytest.Item]) -> None:
        files = {str(file) for file in self.files}
        functions, caches = _functions(files), _caches(files)
        children: dict[int, tuple[Mutant, list[int]]] = {}
        gc.freeze()  # what is shared with the children stays shared
        for number, mutant in enumerate(self.mutants, start=1):
            if mutant.key() in self.equivalent:
                continue
            while len(children) >= self.processes:
                self._wait(children)
            if tests := self._tests_of(key_of(mutant.code)):
                child = _child(mutant, functions, caches, [items[place] for place in tests])
                children[child] = mutant, tests
            else:
                self.unseen.append(mutant)
            if number % 50 == 0:
                _say(f"{number} / {len(self.mutants)}: {len(self.living)} live on")
        while children:
            self._wait(children)

    def _tests_of(self, key: Key) -> list[int]:
        """The tests that go through a function: first what noticed another mutant of it, last first, then its module's own, then by how much each notices."""
        noticing = self.noticing[key]
        tests = sorted(
            (place for place in self.seen.get(key, ()) if self.seconds[place] <= SLOWEST),
            key=lambda place: (
                -noticing.index(place) - 1 if place in noticing else 0,
                self.beside[place] != key[0],
                *self._bluntness(place),
            ),
        )
        took = accumulate(self.seconds[place] for place in tests)
        return [
            place for place, all_ in zip(tests, took, strict=True) if not self.at_most or all_ <= self.at_most
        ]

    def _bluntness(self, place: int) -> tuple[float, float]:
        """How little a test has noticed so far for the time that it takes, and this time."""
        seconds = self.seconds[place]
        return -self.notices[place] / (seconds + STARTING), seconds

    def _wait(self, children: dict[int, tuple[Mutant, list[int]]]) -> None:
        process, status = os.wait()
        mutant, tests = children.pop(process)
        if status == LIVES:
            self.living.append(mutant)
            _say(f"lives on: {mutant.words()}")
            return
        self.noticed.append(mutant)
        told = os.waitstatus_to_exitcode(status)
        if NOTICED <= told < min(LAST_TOLD, len(tests) + NOTICED):
            noticing = self.noticing[key_of(mutant.code)]
            place = tests[told - NOTICED]
            noticing[:] = [*(each for each in noticing if each != place), place]
            self.notices[place] += 1

    # --- what came out --------------------------------------------------------------------------------------------

    def good(self) -> bool:
        tried = len(self.noticed) + len(self.living) + len(self.unseen)
        return tried > 0 and len(self.noticed) >= WANTED * tried

    def report(self) -> str:
        tried = len(self.noticed) + len(self.living) + len(self.unseen)
        lines = [f"lives on: {mutant.words()}" for mutant in self.living]
        lines += [f"no test goes there: {mutant.words()}" for mutant in self.unseen]
        share = 100 * len(self.noticed) / tried if tried else 0
        named = sum(mutant.key() in self.equivalent for mutant in self.mutants)
        lines.append(
            f"{tried} mutants, {len(self.noticed)} noticed: {share:.1f} %; {named} named as equivalent"
        )
        return "\n".join(lines)


def _functions(files: set[str]) -> dict[Key, list[FunctionType]]:
    """The functions in memory that were made from these files."""
    found: dict[Key, list[FunctionType]] = defaultdict(list)
    for each in gc.get_objects():
        if type(each) is FunctionType and each.__code__.co_filename in files:
            found[key_of(each.__code__)].append(each)
    return found


def _caches(files: set[str]) -> list[Any]:
    """What the functions of these files remember of earlier calls."""
    return [
        each
        for each in gc.get_objects()
        if isinstance(each, _lru_cache_wrapper) and each.__wrapped__.__code__.co_filename in files
    ]


def _child(
    mutant: Mutant, functions: dict[Key, list[FunctionType]], caches: list[Any], tests: list[pytest.Item]
) -> int:
    """Start a process in which the mutant lives; it ends with ``LIVES``, or ``NOTICED`` and by how many tests later."""
    sys.stdout.flush()
    if process := os.fork():
        return process
    status = LAST_TOLD  # also where the mutant ends the process itself
    try:
        signal.alarm(LONGEST)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        for function in functions[key_of(mutant.code)]:
            function.__code__ = mutant.code
        for cache in caches:
            cache.cache_clear()
        failed = (place for place in range(len(tests)) if _fails(tests, place))
        first = next(failed, None)
        status = LIVES if first is None else min(first + NOTICED, LAST_TOLD)
    finally:
        os._exit(status)


def _fails(tests: list[pytest.Item], place: int) -> bool:
    item: Any = tests[place]
    if hasattr(item, "_initrequest"):
        item._initrequest()
    following = tests[place + 1] if place + 1 < len(tests) else None
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def _say(words: str) -> None:
    print(f"\n{words}", file=sys.__stderr__, flush=True)


def _equivalent() -> dict[tuple[str, ...], str]:
    """Mutants that mean the same as the original, and why."""
    with Path(__file__).with_name("equivalent.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["file"], row["function"], row["before"], row["after"]): row["why"] for row in rows}
