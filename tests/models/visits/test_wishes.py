"""A wish is followed until it is done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.visits import wishes
from models.visits.visit import Visit
from models.visits.wishes import WishState, WishStep

USER = "王芳"
TODAY = date.today()


def day(ago):
    return PartDate.of(TODAY - timedelta(ago))


@pytest.fixture
def wish(person):
    def make(ago=40, words="反映药费高", **facts):
        visit = Visit(person=person(), day=day(ago), wishes=words, **facts)
        with journal.entry("登记走访", USER):
            visit.save()
        return visit

    return make


def step(visit, **facts):
    made = WishStep(visit=visit, **{"day": day(1), "words": "已转医保局", **facts})
    with journal.entry("办理诉求", USER):
        wishes.take_wish_step(made)
    return made


def test_a_wish_is_followed_to_its_end(wish):
    visit = wish()
    assert [each.id for each in wishes.open_wishes()] == [visit.id]
    step(visit, day=day(20), unit="区医保局", words="正在核实")
    assert Visit.get().handling == "区医保局；正在核实"
    assert wishes.open_wishes().count() == 1
    last = step(visit, words="已报销1200元", closes=True)
    assert (Visit.get().done, Visit.get().handling) == (True, "已报销1200元")
    assert wishes.open_wishes().count() == 0
    with journal.entry("撤回", USER):
        wishes.drop_wish_step(last)
    assert Visit.get().done is False
    assert wishes.open_wishes().count() == 1


def test_the_oldest_wish_comes_first_and_the_ages_are_counted(wish):
    young, old, older = wish(5), wish(45), wish(120)
    wish(200, done=True)
    step(old, day=day(40), due=day(10))
    assert [each.id for each in wishes.open_wishes()] == [older.id, old.id, young.id]
    assert wishes.ages() == (3, 2, 1, 1)
    states = [wishes.wish_state_of(each, each.due) for each in wishes.open_wishes()]
    assert states == ["办理中", WishState.OVERDUE, "办理中"]
    assert wishes.age(older) == 120


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"words": ""}, "写明办理情况"),
        ({"day": None}, "填写办理日期"),
        ({"day": day(-2)}, "还没有到"),
        ({"day": day(50)}, "早于走访日期"),
        ({"due": day(3)}, "早于办理日期"),
    ],
)
def test_what_no_step_can_be(wish, facts, reason):
    with pytest.raises(Invalid, match=reason):
        step(wish(), **facts)


def test_where_nothing_was_asked_there_is_nothing_to_follow(wish):
    with pytest.raises(Invalid, match="没有反映诉求"):
        step(wish(words=""))


def test_a_step_is_told_in_the_persons_history(wish):
    visit = wish()
    step(visit)
    told = journal.history_of(visit.person.uid)
    assert "wish_step" in [change.table for _, change in told]


def test_the_desk_lists_those_whose_wishes_wait(wish):
    from models import desk

    visit = wish()
    wish(words="")
    (todo,) = (each for each in desk.todos() if each.title == "走访诉求待办")
    assert (todo.count, todo.filter.ids) == (1, (visit.person_id,))
    step(visit, closes=True)
    assert not [each for each in desk.todos() if each.title == "走访诉求待办"]
