"""Family and bank accounts: added, changed, deleted, each as an entry that can be turned back."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.people.person import FamilyMember
from tests import factories
from tests.ui.person_forms.conftest import shown
from ui.person_forms.family import Family, FamilyMemberForm


@pytest.fixture
def family(qtbot, session, person):
    someone = person()
    ledger = Family(session)
    return shown(ledger, qtbot, session, lambda: ledger.show_person(someone))


def last_title():
    return journal.Entry.select().order_by(journal.Entry.number.desc()).get().title


def test_a_member_of_the_family_is_added_changed_and_deleted(family, dialogs, boxes):
    dialogs.fill = lambda editors: (editors["name"].set_value("王五"), editors["relation"].set_value("子"))
    family.add()
    assert dialogs == ["登记张三的家庭成员"]
    assert last_title() == "登记张三的家庭成员"
    assert [family.rows.text(0, column) for column in (0, 1)] == ["子", "王五"]

    family.table.selectRow(0)
    dialogs.fill = lambda editors: editors["phone"].set_value("13900001234")
    family.change()
    assert FamilyMember.get().phone == "13900001234"

    family.table.selectRow(0)
    family.delete()
    assert boxes == ["删除家庭成员“王五”？删除后可以在“变更记录”里恢复。"]
    assert FamilyMember.select().count() == 1
    boxes.answer = "删除"
    family.delete()
    assert not FamilyMember.select().count()
    assert last_title() == "删除张三的家庭成员"


def test_changing_and_deleting_wait_for_a_row(family):
    assert [family.buttons.itemAt(n).widget().isEnabled() for n in range(3)] == [True, False, False]


def test_a_relatives_number_tells_birth_and_sex(qtbot, archive):
    form = FamilyMemberForm()
    qtbot.addWidget(form)
    form.edit(FamilyMember(name="王五"))
    number = factories.citizen_number(PartDate(1980, 1, 2).earliest(), "女")
    form.editors["number"].setText(number)
    form.editors["number"].textEdited.emit(number)
    assert (form.editors["born"].value(), form.editors["sex"].value()) == (PartDate(1980, 1, 2), "女")
