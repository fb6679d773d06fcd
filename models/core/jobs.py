"""Jobs: long work, told step by step. No Qt: a job is only a generator."""

from __future__ import annotations

from collections.abc import Generator
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
