"""When a text is replaced: who, which matters in hand and which letters stand on it."""

from __future__ import annotations

import pytest

from models.approvals import replaced_law
from models.approvals.confirmations import Confirmation
from models.core import journal
from models.core.dates import PartDate
from models.law.texts import law_texts
from tests.conftest import USER
from tests.models.approvals.conftest import signed

OLD = "《军人抚恤优待条例》（2011年修订，2019年修正）第十六条"


@pytest.fixture
def counted(archive):
    def ask(code):
        old = next(each for each in replaced_law.old_texts() if each.text.code == code)
        rows = replaced_law.standing_on(law_texts()[code])
        assert (old.people, old.matters, old.letters) == tuple(
            sum(each.sort == sort for each in rows) for sort in replaced_law.STANDING_SORTS
        )
        return rows

    return ask


def test_people_stand_on_the_text_by_which_they_were_recognised(identity, counted):
    survivor = {"kind": "三属", "category": "病故军人遗属"}
    old = identity(approved=PartDate(2021, 12, 20), **survivor)
    identity(approved=PartDate(2024, 10, 8), **survivor)
    identity(approved=PartDate(2021, 12, 20), state="停发", **survivor)
    identity(approved=None, **survivor)
    (found,) = counted("条例2019")
    assert (found.person_id, found.what, found.day) == (old.person_id, "病故军人遗属", "2021-12-20")
    assert counted("条例2011") == []


def test_matters_in_hand_and_letters_that_wait_for_an_answer_are_listed(case, person, counted):
    case("三属定期抚恤金", person(name="在办"), basis=OLD)
    refused = signed(case("三属定期抚恤金", person(name="不认"), basis=OLD), 0, "不同意", opinion="材料不实")
    told = person(name="待确认")
    with journal.entry("通知", USER):
        Confirmation(person=told, year=2019, state="已通知", notified_on=PartDate(2019, 5, 6)).save()
    assert [(each.sort, each.name) for each in counted("条例2019")] == [
        ("办理中的审批", "在办"),
        ("发出的文书", "不认"),
    ]
    assert refused.basis == OLD


def test_the_last_text_that_ended_comes_first_and_says_what_took_its_place(archive):
    old = replaced_law.old_texts()
    assert [each.text.ends for each in old] == sorted((each.text.ends for each in old), reverse=True)
    first = next(each for each in old if each.text.code == "褒扬2019")
    assert first.later.code == "褒扬2024"
    assert replaced_law.told_of(first).startswith(
        "《烈士褒扬条例》（2019年修订）已由《烈士褒扬条例》（2024年修订）代替：0人按它享受待遇"
    )
