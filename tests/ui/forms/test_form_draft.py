"""What was being typed when the program died is offered again, in the form in which it was typed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from models import desk, store
from models.core import journal
from models.forms import drafts
from models.forms.drafts import DRAFTS_FOLDER, drafts_left
from models.people.person import Person
from models.visits.gifts import Gift, Stock
from tests import factories
from tests.conftest import USER
from ui.forms import form_draft
from ui.person_forms.person_form import PersonForm
from ui.visits.gifts import GiftForm, StockForm

SOURCES = Path(__file__).parents[3]
TYPIST = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from models import store
from models.people.person import Person
from ui.forms import form_draft
from ui.person_forms.person_form import PersonForm
app = QApplication([])
form_draft.DRAFT_PAUSE = 50
store.open_practice(Path(sys.argv[1]))
form = PersonForm()
form.edit(Person.get())
form.editors["phone"].setText("13912345678")
form.editors["born"].setText("1950年13月")
app.exec()
"""


@pytest.fixture
def form(archive, person, qtbot):
    """The form of a person, in which a telephone was typed and written down."""
    person()
    return typed(qtbot)


def typed(qtbot):
    made = opened_form(qtbot)
    made.editors["phone"].setText("13912345678")
    assert made.draft._clock.isActive()
    made.draft.keep()
    return made


def opened_form(qtbot):
    made = PersonForm()
    qtbot.addWidget(made)
    made.edit(Person.get())
    return made


@pytest.fixture
def died(monkeypatch):
    """The program ends without another word: what lies on the disk stays."""

    def end(form):
        form.draft._path = None
        monkeypatch.setattr(drafts, "_living", set())

    return end


def test_the_program_is_killed_and_offers_what_was_typed(tmp_path, new_archive, qtbot):
    folder = shutil.copytree(new_archive, tmp_path / "档案库")
    with store.practice_session(folder, USER), journal.entry("登记", USER):
        Person(name="张三", number=factories.citizen_number(date(1950, 6, 15))).save()
    typist = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(folder)],
        cwd=SOURCES,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        waited = time.monotonic() + 60
        while not list(folder.glob(f"{DRAFTS_FOLDER}/*.draft")) and time.monotonic() < waited:
            assert typist.poll() is None
            time.sleep(0.05)
    finally:
        typist.kill()
        typist.wait()
    with store.practice_session(folder):
        assert Person.get().phone == ""
        (line,) = [todo for todo in desk.todos() if "中断" in todo.title]
        assert line.title == "填到一半中断了，打开原处接着填：张三　人员信息"
        assert line.filter.query().get() == Person.get()
        form = opened_form(qtbot)
        assert "接着填：出生日期、联系电话。" in form.draft.offer.words.text()
        form.draft.offer.buttons[0].click()
        assert form.editors["phone"].text() == "13912345678"
        assert form.editors["born"].text() == "1950年13月"  # not understood, and not lost
        assert form.dirty()
        form.take_back()
        assert drafts_left() == []


def test_what_was_saved_or_given_up_is_not_offered(form, died, qtbot):
    form.take_back()
    assert not list(Path(drafts.draft_path("")).parent.glob("*.draft"))
    again = PersonForm()  # not the test's to close
    again.edit(Person.get())
    again.editors["phone"].setText("6421")
    again.draft.keep()
    assert list(Path(drafts.draft_path("")).parent.glob("*.draft"))
    again.deleteLater()
    qtbot.waitUntil(lambda: not list(Path(drafts.draft_path("")).parent.glob("*.draft")))
    assert drafts_left() == []


def test_what_is_typed_back_to_what_it_was_is_no_draft(form):
    form.editors["phone"].setText("")
    form.draft.keep()
    assert not list(Path(drafts.draft_path("")).parent.glob("*.draft"))


def test_nobody_wants_it_any_more(form, died, qtbot):
    died(form)
    again = opened_form(qtbot)
    assert not again.draft.offer.isHidden()
    again.draft.offer.buttons[1].click()
    assert again.draft.offer.isHidden()
    assert drafts_left() == []
    assert not again.dirty()


def test_what_waits_for_its_answer_is_not_written_over(form, died, qtbot):
    died(form)
    again = opened_form(qtbot)
    again.editors["phone"].setText("6421")
    assert not again.draft._clock.isActive()
    again.draft.end()
    assert [draft.typed for draft in drafts_left()] == [{"phone": "13912345678"}]


def test_a_form_that_is_only_read_says_it_and_offers_it_when_it_is_opened(form, died, qtbot):
    died(form)
    reading = PersonForm(reading=True)
    qtbot.addWidget(reading)
    reading.edit(Person.get())
    reading.show()
    assert reading.draft.offer.words.isVisible()
    assert not reading.draft.offer.buttons[0].isVisible()
    reading.read_only(False)
    assert reading.draft.offer.buttons[0].isVisible()


def test_a_new_record_and_what_was_chosen_in_it_come_back(session, died, qtbot):
    with journal.entry("登记", USER):
        rice = Gift(name="大米")
        rice.save()
    first, again = StockForm(session), StockForm(session)
    for made in (first, again):
        qtbot.addWidget(made)
    first.edit(Stock(way="入库"))
    first.editors["gift"].set_value(rice)
    first.editors["count"].setText("20")
    first.draft.keep()
    died(first)
    again.edit(Stock(way="入库"))
    again.draft.take_up()
    assert (again.record.gift, again.record.count) == (rice, 20)
    other = GiftForm()
    qtbot.addWidget(other)
    other.edit(Gift())
    assert other.draft.left is None
    assert form_draft.DRAFT_PAUSE <= 5000
