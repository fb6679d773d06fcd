"""Jobs: long work, told step by step. No Qt: a job is only a generator."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeAlias, TypeVar


class Step(NamedTuple):
    """How far the work has come: ``done`` of ``total``, and what is being done."""

    done: int
    total: int
    note: str = ""


T = TypeVar("T")
Job: TypeAlias = Generator[Step, None, T]


def finish(job: Job[T]) -> T:
    """Run a job to its end without showing its steps, and return its result."""
    while True:
        try:
            next(job)
        except StopIteration as end:
            result: T = end.value
            return result


@contextmanager
def uncollected() -> Iterator[None]:
    """Python does not look for objects that hold each other meanwhile: among a hundred thousand plain ones it looks in vain.

    In the window it never does (``ui.jobs.garbage``), and is left as it is.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
