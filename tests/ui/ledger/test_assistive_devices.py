"""辅助器具 in the window: of everybody and in a person's file."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.ledger.assistive_devices import AssistiveDevice
from tests.conftest import USER
from tests.ui.ledger.conftest import column
from ui.ledger.assistive_devices import DevicesPage, DevicesTab


@pytest.fixture
def issued(person):
    def make(name="张三", **facts):
        device = AssistiveDevice(
            person=person(name=name), day=PartDate(2021, 5, 6), **{"kind": "轮椅", **facts}
        )
        with journal.entry("辅助器具", USER):
            device.save()
        return device

    return make


def test_a_device_is_issued_to_somebody_and_its_years_are_offered_as_the_office_said_them(
    session, page, dialogs, issued
):
    someone = issued(years=5).person

    def fill(dialog):
        editors = dialog.form.editors
        editors["person"].set_value(someone)
        editors["day"].setText("2026-5-8")
        editors["kind"].set_value("轮椅")
        assert editors["years"].value() == 5
        dialog.save()

    dialogs.fill = fill
    page(made=DevicesPage).add()
    assert [(each.person_id, each.years) for each in AssistiveDevice.select()] == [(someone.id, 5)] * 2


def test_years_that_were_typed_stay(session, page, dialogs, issued):
    issued(years=5)

    def fill(dialog):
        editors = dialog.form.editors
        editors["years"].set_value(3)
        editors["kind"].set_value("轮椅")
        assert editors["years"].value() == 3

    dialogs.fill = fill
    page(made=DevicesPage).add()


def test_the_list_is_found_by_name_and_says_when_the_next_one_is_due(page, issued):
    issued(years=5)
    issued("李四", kind="假肢")
    shown = page(made=DevicesPage)
    assert column(shown, "due") == ["2026-05-06", ""]
    shown.line._words.setText("李")
    shown.refresh()
    assert column(shown, "name") == ["李四"]


def test_a_persons_file_lists_the_persons_own(session, qtbot, issued):
    mine = issued()
    issued("李四")
    tab = DevicesTab(session, mine.person)
    qtbot.addWidget(tab)
    tab.show()
    assert column(tab, "kind") == ["轮椅"]
    assert "name" not in [each.key for each in tab.rows.columns]
    assert tab.new().person_id == mine.person_id
