"""Plain rows: what they need is there, their days come in turn, nothing is below nothing, and bare SQL breaks none of the links."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate, this_day
from models.core.record import Invalid
from models.veterans.petitions import Petition, PetitionState
from models.veterans.preference_cards import PreferenceCard, PreferenceCardState
from models.veterans.trainings import Training
from tests.conftest import USER

DAY, LATER = PartDate(2020, 3, 2), PartDate(2020, 4, 2)
AHEAD = PartDate(this_day().year + 1)


def save(record):
    with journal.entry("登记", USER):
        record.save()
    return record


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"course": " "}, "course"), ({"day": None}, "day"), ({"day": AHEAD}, "day"), ({"people": -1}, "people"),
        ({"until": PartDate(2020, 3, 1)}, "until"),
    ],
)  # fmt: skip
def test_a_row_says_what_is_wrong_with_it(archive, facts, field):
    with pytest.raises(Invalid) as refused:
        save(Training(**{"day": DAY, "course": "电工", **facts}))
    assert list(refused.value.problems) == [field]


def test_a_day_that_may_lie_ahead_does(archive):
    save(Training(day=DAY, course="电工", until=AHEAD))


def test_a_row_about_somebody_needs_somebody(archive, person):
    with pytest.raises(Invalid, match="持证人"):
        save(PreferenceCard(kind="退役军人优待证", day=DAY))
    with pytest.raises(Invalid, match="申请、制证或发放日期"):
        save(PreferenceCard(person=person(), kind="退役军人优待证"))


def test_a_card_goes_its_way(archive, person):
    card = save(PreferenceCard(person=person(), kind="退役军人优待证", day=DAY))
    told = [card.state]
    for name in ("made", "handed", "lost", "reissued"):
        setattr(card, name, LATER)
        save(card)
        told.append(card.state)
    wanted = PreferenceCardState
    assert told == [wanted.APPLIED, wanted.MADE, wanted.HANDED, wanted.LOST, wanted.HANDED]


def test_a_petition_is_late_after_its_term(archive, person):
    facts = {"person": person(), "day": DAY, "way": "来信", "matter": "医疗"}
    late = save(Petition(**facts, due=LATER))
    assert (late.state, late.people, late.days) == (PetitionState.OVERDUE, 1, None)
    late.done = LATER
    assert (late.state, late.days) == (PetitionState.DONE, 31)
