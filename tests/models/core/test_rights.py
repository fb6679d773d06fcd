"""Rights: what a role may do is said in one list, and each kind of record says which of them its writer needs."""

from __future__ import annotations

from models.core import rights
from models.core.record import KINDS_OF_RECORDS
from models.office.roles import ADMIN, rights_by_role

WRITING = {rights.ENTER, rights.PAPERS, rights.CHECK, rights.APPROVE, rights.SET_UP, rights.ACCOUNTS}
ALL = WRITING | {rights.LOOK, rights.PRINT, rights.EXPORT, rights.WHOLE_NUMBERS, rights.BACK_UP}


def test_a_role_has_only_rights_that_there_are_and_the_administrator_has_all():
    for role in rights_by_role().values():
        assert role.rights - {rights.NO_RIGHT} <= ALL
    assert rights_by_role()[ADMIN].rights == ALL


def test_what_a_record_asks_of_its_writer_some_role_has():
    asked = {kind.RIGHT for kind in KINDS_OF_RECORDS.values()}
    assert asked <= WRITING | {rights.NO_RIGHT}
    assert {rights.ENTER, rights.PAPERS, rights.SET_UP, rights.ACCOUNTS} <= asked


def test_a_right_is_not_the_want_of_one():
    assert len(ALL) == 11
    assert rights.NO_RIGHT not in ALL
