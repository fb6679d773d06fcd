"""What is due in a month, for programs and for people."""

from __future__ import annotations

import pytest

from models.pay.dues.dues import dues
from models.pay.standards import months
from reports.pay.dues import due_answer, due_refusal, dues_told


@pytest.fixture
def due(entitled):
    """The due of a month of somebody ill who came home, of whom the shipped standards are confirmed till 2021-07."""
    made = entitled("甲某", 1, category="带病回乡退役军人")

    def ask(month):
        (found,) = dues(months.read_month(month))
        return found

    return made.person, ask


def test_a_due_has_its_amount_standard_and_unit_as_text_of_two_places(due):
    someone, ask = due
    told = due_answer(ask("2019-12"))
    assert (told["number"], told["name"], told["month"]) == (someone.number, "甲某", "2019-12")
    assert (told["amount"], told["standard"], told["unit"]) == ("600.00", "600.00", "月")
    assert (told["grade"], told["nature"]) == (None, None)
    assert told["clause"] == "《军人抚恤优待条例》（2011年修订，2019年修正）第五十三条"


def test_what_could_not_be_reckoned_has_no_amount_and_says_why(due):
    someone, ask = due
    refused = ask("2031-01")
    told = due_answer(refused)
    assert (told["amount"], told["standard"], told["unit"]) == (None, None, None)
    assert refused.reason in told["why"]
    assert due_refusal(refused) == f"甲某（{someone.number}）带病回乡退役军人：{refused.reason}"


def test_people_are_told_the_same_in_a_line_each(due):
    someone, ask = due
    (line,) = dues_told([ask("2019-12")])
    assert line.startswith(f"{someone.number}  甲某  带病回乡退役军人  600.00元  ")
    (line,) = dues_told([ask("2031-01")])
    assert "  未计算  " in line
