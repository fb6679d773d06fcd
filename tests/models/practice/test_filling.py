"""A practice archive is filled in one entry of the journal, and is the same each time."""

from __future__ import annotations

import pytest

from models import proof
from models.core import journal
from models.core.jobs import finish
from models.core.journal import Entry
from models.people import findings
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.materials import Material
from models.people.person import FamilyMember, Person
from models.people.search import find_people
from models.practice import InventedPerson, filling, invented_people
from models.undo import undo
from tests.conftest import USER


@pytest.fixture
def fill(archive):
    def make(count):
        made = finish(filling.fill_archive(count, USER))
        assert Person.select().count() == made == count
        return list(Person.select().order_by(Person.id))

    return make


def test_as_many_as_asked_for_come_in_one_entry_and_go_with_it(fill):
    fill(12)
    (entry,) = Entry.select()
    assert (entry.user, entry.title) == (USER, "建立演练库：12人")
    undo.undo(entry.number, USER)
    assert Person.select().count() == Identity.select().count() == 0
    assert journal.chain_faults() == []


def test_what_is_told_of_somebody_is_what_was_invented_of_him(fill):
    invented: list[InventedPerson] = invented_people(12, filling.INVENTED_YEAR)
    for told, kept in zip(invented, fill(12), strict=True):
        assert (kept.name, kept.number, str(kept.born)) == (
            told.facts["name"],
            told.facts["number"],
            told.facts["born"],
        )
        for model, count in (
            (FamilyMember, len(told.family)),
            (Material, len(told.materials)),
            (BankAccount, len(told.accounts)),
            (Identity, len(told.identities)),
        ):
            assert model.select().where(model.person == kept).count() == count


def test_everybody_has_a_file_number_and_can_be_found(fill):
    people = fill(12)
    assert len({each.file_no for each in people}) == 12
    assert [each.volume for each in people] == list(range(1, 13))
    for each in people[:3]:
        assert each in find_people(each.number)


def test_a_history_ends_in_the_state_that_the_identity_shows(fill):
    fill(100)
    for identity in Identity.select():
        last = (
            IdentityState.select()
            .where(IdentityState.identity == identity)
            .order_by(IdentityState.id.desc())
            .first()
        )
        assert (last.state, last.person_id) == (identity.state, identity.person_id)


def test_the_deliberate_faults_are_among_the_findings(fill):
    for told, kept in zip(invented_people(100, filling.INVENTED_YEAR), fill(100), strict=True):
        if told.doubt and not told.doubt.startswith("原件"):
            assert findings.Finding.select().where(findings.Finding.person == kept).exists(), told.doubt


def test_somebody_came_in_during_the_year(year):
    late = [each for each in Identity.select() if each.approved and each.approved.year == 2020]
    assert late
    assert {each.kind for each in late} <= set(filling.APPROVED_LATE)
    assert {each.approved.month for each in late} <= {2, 3, 4}


def test_the_archive_of_practice_is_whole(year):
    assert proof.check_archive() == []
    assert journal.chain_faults() == []
