"""Long work is done to its end and gives its result, or stops with what stopped it."""

from __future__ import annotations

import gc

import pytest

from models.core.jobs import Step, finish, uncollected
from models.core.record import Refusal


def counting(to, seen):
    for number in range(1, to + 1):
        seen.append(number)
        yield Step(number, to)
    return sum(seen)


def test_a_job_is_done_to_its_end_and_its_result_returned():
    seen = []
    assert finish(counting(3, seen)) == 6
    assert seen == [1, 2, 3]


def test_a_job_without_a_step_has_its_result_too():
    assert finish(counting(0, [])) == 0


def test_what_stops_a_job_is_told_to_whoever_finishes_it():
    def stopped():
        yield Step(1, 2, "读取")
        raise Refusal("磁盘已满")

    with pytest.raises(Refusal, match="磁盘已满"):
        finish(stopped())


def test_a_step_need_not_say_what_is_done():
    assert Step(1, 2) == (1, 2, "")


def test_python_looks_for_rubbish_again_after_a_job_that_paused_it_even_when_the_job_is_given_up():
    def pausing():
        with uncollected():
            yield Step(0, 1)

    job = pausing()
    next(job)
    assert not gc.isenabled()
    job.close()
    assert gc.isenabled()


def test_where_python_does_not_look_for_rubbish_it_is_not_told_to():
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
