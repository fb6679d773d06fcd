"""On which clauses a matter may stand, and that a basis which holds no longer is found."""

from __future__ import annotations

from datetime import date

import pytest

from models.approvals import legal_basis
from models.approvals.approval import Approval
from models.core import journal
from models.core.dates import PartDate
from models.people import findings
from tests.conftest import USER
from tests.models.approvals.conftest import signed

OLD = "《军人抚恤优待条例》（2011年修订，2019年修正）第十六条"
NEW = "《军人抚恤优待条例》（2024年修订）第十九条"


def test_a_matter_in_hand_whose_text_was_replaced_is_a_finding_until_its_basis_is_put_right(case):
    made = case("三属定期抚恤金", basis=OLD)
    (found,) = legal_basis.doubts_of_old_law(made.person)
    assert found.message == (
        f"“三属定期抚恤金”（{made.number}）还在办理，依据的《军人抚恤优待条例》（2011年修订，2019年修正）"
        "已由《军人抚恤优待条例》（2024年修订）代替，请按现行条款核对依据"
    )
    assert found.message in [each.message for each in findings.all_findings()]
    with journal.entry("改依据", USER):
        made.basis = NEW
        made.save()
    assert list(legal_basis.doubts_of_old_law(None)) == []


def test_what_was_decided_keeps_the_words_it_was_signed_with(case, identity):
    survivor = identity(kind="三属", category="烈士遗属", state="受理")
    made = case("三属定期抚恤金", survivor.person, basis=OLD)
    for place in range(3):
        made = signed(made, place)
    assert not made.open
    assert made.basis == OLD
    assert list(legal_basis.doubts_of_old_law(None)) == []


def test_what_a_death_leaves_stands_on_the_law_of_the_day_of_the_death(case, person):
    dead = person(died=PartDate(2021, 9, 3))
    made = case("丧葬补助", dead, basis="《军人抚恤优待条例》（2011年修订，2019年修正）第二十八条第二款")
    assert legal_basis.fact_day("丧葬补助", PartDate(2026, 1, 5), dead) == "2021-09-03"
    assert legal_basis.outdated_texts(made, date(2026, 1, 5)) == []
    assert legal_basis.fact_day("三属定期抚恤金", PartDate(2026, 1, 5), dead) == "2026-01-05"


@pytest.mark.parametrize(("today", "outdated"), [(date(2024, 9, 30), 0), (date(2024, 10, 1), 1)])
def test_a_basis_is_outdated_from_the_day_of_the_new_text(case, today, outdated):
    made = case("三属定期抚恤金", basis=OLD)
    assert len(legal_basis.outdated_texts(made, today)) == outdated


def test_a_matter_without_a_basis_stands_on_what_held_when_it_was_taken_in(case):
    made = case("评定残疾等级")
    assert [text.code for text in legal_basis.texts_under(made)] == ["条例2019", "办法2020"]
    assert legal_basis.outdated_texts(Approval.get_by_id(made.id)) == []
