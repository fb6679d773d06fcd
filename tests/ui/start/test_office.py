"""The office's settings."""

from __future__ import annotations

import pytest

from models.core.journal import Entry
from models.office import settings
from models.office.settings import Office
from ui.start.office import OfficeDialog, OfficeForm


@pytest.fixture
def form(qtbot):
    made = OfficeForm()
    qtbot.addWidget(made)
    made.edit(Office())
    return made


@pytest.fixture
def dialog(session, qtbot):
    made = OfficeDialog(session)
    qtbot.addWidget(made)
    return made


def test_the_form_gives_back_what_it_was_given(form):
    office = Office("某局", "630102", "某全宗", "12", "3", "永久", "内部", "2019-03-01", "某民政局")
    form.edit(office)
    assert form.office() == office
    assert not form.dirty()


def test_numbers_of_the_archive_may_be_left_empty(form):
    assert form.fonds_number.placeholderText() == "区档案馆编定后再填"
    assert form.fault() == ""


@pytest.mark.parametrize(
    ("code", "good"), [("", True), ("630103", True), ("63010", False), ("６３０１０３", False)]
)
def test_a_code_has_six_digits_or_is_empty(form, code, good):
    form.area_code.set_value(code)
    assert (form.fault() == "") == good


def test_a_known_code_shows_its_district(form):
    form.area_code.set_value("630102")
    assert form.area.text() == "城东区"


def test_an_office_without_a_name_is_not_kept(dialog):
    dialog.form.name.clear()
    assert not dialog.save_button.isEnabled()
    assert "单位名称" in dialog.problem.text()
    dialog.accept()
    assert Entry.select().count() == 0


def test_what_was_changed_is_one_entry_and_everybody_hears_of_it(dialog, session, qtbot):
    dialog.form.fonds_number.set_value("0042")
    dialog.form.name.set_value("某区退役军人事务局")
    with qtbot.waitSignal(session.changed):
        dialog.accept()
    assert settings.office().fonds_number == "0042"
    assert [(each.title, each.user) for each in Entry.select()] == [("修改单位设置", session.user)]


def test_nothing_changed_is_no_entry(dialog):
    dialog.accept()
    assert dialog.result()
    assert Entry.select().count() == 0
