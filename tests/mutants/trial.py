"""The trial of mutants inside a run of pytest: who goes through what, then one child process for each mutant."""

from __future__ import annotations

import csv
import gc
import os
import random
import signal
import sys
import time
from collections import defaultdict
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.changes import Mutant, mutants

LONGEST = 120  # seconds that a mutant may take; one that never ends is noticed
WANTED = 0.9  # the share that must be noticed
NOTICED, LIVES = 1, 0
Key = tuple[str, str, int]  # file, qualified name, first line


def key_of(code: CodeType) -> Key:
    return code.co_filename, code.co_qualname, code.co_firstlineno


class Trial:
    """A pytest plugin that runs the tests, then the mutants of some sources."""

    def __init__(self, root: Path, sources: list[Path], sample: int, processes: int) -> None:
        self.root, self.processes = root, processes
        files = [
            f for source in sources for f in ([source] if source.suffix else sorted(source.rglob("*.py")))
        ]
        self.files = [(root / file).resolve() for file in files]
        self.mutants = [mutant for file in self.files for mutant in mutants(root, file)]
        if sample and sample < len(self.mutants):
            self.mutants = random.Random(2020).sample(self.mutants, sample)
        self.seen: dict[Key, set[int]] = defaultdict(set)  # places of tests in the run
        self.seconds: dict[int, float] = {}
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
        place = 0

        def note(frame: FrameType, event: str, _: Any) -> None:
            if event == "call" and frame.f_code.co_filename in wanted:
                self.seen[key_of(frame.f_code)].add(place)

        for place, item in enumerate(session.items):
            following = session.items[place + 1] if place + 1 < len(session.items) else None
            begun = time.monotonic()
            sys.setprofile(note)
            try:
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            finally:
                sys.setprofile(None)
            self.seconds[place] = time.monotonic() - begun

    # --- the mutants ----------------------------------------------------------------------------------------------

    def _run_mutants(self, items: list[pytest.Item]) -> None:
        functions = _functions({str(file) for file in self.files})
        children: dict[int, Mutant] = {}
        for number, mutant in enumerate(self.mutants, start=1):
            if mutant.key() in self.equivalent:
                continue
            tests = sorted(self.seen.get(key_of(mutant.code), ()), key=lambda place: self.seconds[place])
            if not tests:
                self.unseen.append(mutant)
                continue
            while len(children) >= self.processes:
                self._wait(children)
            children[_child(mutant, functions, [items[place] for place in tests])] = mutant
            if number % 50 == 0:
                print(
                    f"\n{number} / {len(self.mutants)}: {len(self.living)} live on",
                    file=sys.__stderr__,
                    flush=True,
                )
        while children:
            self._wait(children)

    def _wait(self, children: dict[int, Mutant]) -> None:
        process, status = os.wait()
        (self.living if status == LIVES else self.noticed).append(children.pop(process))

    # --- what came out --------------------------------------------------------------------------------------------

    def good(self) -> bool:
        tried = len(self.noticed) + len(self.living) + len(self.unseen)
        return tried > 0 and len(self.noticed) >= WANTED * tried

    def report(self) -> str:
        tried = len(self.noticed) + len(self.living) + len(self.unseen)
        lines = [f"lives on: {mutant.words()}" for mutant in self.living]
        lines += [f"no test goes there: {mutant.words()}" for mutant in self.unseen]
        share = 100 * len(self.noticed) / tried if tried else 0
        named = len(self.mutants) - tried
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


def _child(mutant: Mutant, functions: dict[Key, list[FunctionType]], tests: list[pytest.Item]) -> int:
    """Start a process in which the mutant lives; it ends with ``NOTICED`` or ``LIVES``."""
    sys.stdout.flush()
    if process := os.fork():
        return process
    status = NOTICED
    try:
        signal.alarm(LONGEST)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        for function in functions[key_of(mutant.code)]:
            function.__code__ = mutant.code
        status = NOTICED if any(_fails(tests, place) for place in range(len(tests))) else LIVES
    finally:
        os._exit(status)


def _fails(tests: list[pytest.Item], place: int) -> bool:
    item: Any = tests[place]
    if hasattr(item, "_initrequest"):
        item._initrequest()
    following = tests[place + 1] if place + 1 < len(tests) else None
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def _equivalent() -> dict[tuple[str, ...], str]:
    """Mutants that mean the same as the original, and why."""
    with Path(__file__).with_name("equivalent.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["file"], row["function"], row["before"], row["after"]): row["why"] for row in rows}
