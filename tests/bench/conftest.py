from __future__ import annotations

import pytest


@pytest.fixture
def clock(benchmark):
    """The stopwatch of pytest-benchmark, for the one piece of work that a test is about."""

    def run(work, rounds=2, setup=None):
        benchmark.pedantic(work, rounds=rounds, setup=setup)
        return benchmark.stats.stats.min

    return run


@pytest.fixture
def keep(benchmark):
    """Note what was measured with the benchmark, and hold it to its budget."""

    def check(*measured):
        for each in measured:
            benchmark.extra_info[each.work] = each.row
            print(each.row)
        assert all(each.kept for each in measured)

    return check
