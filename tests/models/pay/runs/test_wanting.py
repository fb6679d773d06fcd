"""The standards for want of which grants cannot be reckoned, and who waits for each."""

from __future__ import annotations

from models.core.dates import PartDate
from models.pay.dues import dues
from models.pay.runs import wanting
from models.pay.standards import months
from tests.models.pay.runs.conftest import SICK, someone


def test_what_most_people_wait_for_stands_first_with_its_months(draw, person, granted, only_printed):
    someone(person, granted, "甲", grade="二级")
    for name in "乙丙":
        someone(person, granted, name, grade="三级")
    someone(person, granted, "丁", **SICK)
    run = draw("2019-08", "2019-09")
    third, second = wanting.of_run(run)
    assert (third.standard.grade, len(third.people), third.when()) == ("三级", 2, "2019年8月至9月")
    assert (second.standard.grade, len(second.people), second.when()) == ("二级", 1, "2019年8月至9月")
    assert (third.standard.id, third.standard.begins) == (None, PartDate(2019, 8))


def test_a_draft_is_one_standard_for_all_who_wait_for_it(draw, person, granted, standard):
    draft = standard("50", "2019-08", layer="省", kind=SICK["kind"], unit="月", confirmed=False)
    for name in "甲乙":
        someone(person, granted, name, **SICK)
    (found,) = wanting.of_run(draw("2019-09"))
    assert (found.standard.id, len(found.people), found.months) == (draft.id, 2, {months.month(2019, 9)})


def test_what_is_no_want_of_a_standard_and_what_is_paid_is_not_listed(person, granted):
    someone(person, granted, "甲", grade="")
    someone(person, granted, "乙", **SICK)
    assert wanting.of_dues(dues.dues(months.month(2019, 9))) == []
