"""A new file: the number first, then the kind, then only what the kind asks; all of it one entry."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.core import journal
from models.core.dates import PartDate
from models.people import identity_fields
from models.people.identity import DISABLED, RURAL_VETERANS, SURVIVORS, Identity
from models.people.person import Person
from tests import factories
from ui.person_forms.new_person import NewPerson


@pytest.fixture
def window(qtbot, session):
    def make(person=None):
        made = NewPerson(session, person=person)
        qtbot.addWidget(made, before_close_func=lambda made: made.number.editor.clear())
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    return make


def reach(window, number, kind):
    window.number.editor.setText(number)
    window.forward()
    window.kinds.choose(kind)
    return window


def test_one_cannot_go_on_without_a_number(window):
    made = window()
    assert not made.next_button.isEnabled()
    made.number.editor.setText("6301031953")
    assert made.number.words.text() == "已输入10位，还差8位"
    assert not made.next_button.isEnabled()
    made.number.editor.setText(factories.citizen_number())
    assert made.next_button.isEnabled()
    assert made.number.words.text() == "1950年6月15日出生，男"


def test_an_old_number_of_fifteen_places_will_do(window):
    made = window()
    number = factories.citizen_number()
    made.number.editor.setText(number[:6] + number[8:17])
    assert number in made.number.words.text()
    assert made.number.number() == number
    assert made.next_button.isEnabled()


def test_a_wrong_digit_is_explained_and_forbids_nothing(window):
    made = window()
    right = factories.citizen_number()
    made.number.editor.setText(right[:17] + ("0" if right[17] != "0" else "1"))
    assert "校验码不符，可能是：" in made.number.words.text()
    assert "位应为" in made.number.words.text()
    assert made.next_button.isEnabled()


@pytest.mark.parametrize(
    ("typed", "words"), [("6" * 19, "多了1位"), ("X" * 18, "只有最后一位可以是X"), ("", "老号码")]
)
def test_a_number_of_the_wrong_shape_says_why(window, typed, words):
    made = window()
    made.number.editor.setText(typed)
    assert words in made.number.words.text()
    assert not made.next_button.isEnabled()


def test_enter_goes_on_from_the_number(qtbot, window):
    made = window()
    made.number.editor.setText(factories.citizen_number())
    qtbot.keyClick(made.number.editor, Qt.Key.Key_Return)
    assert made.steps.currentWidget() is made.kinds
    qtbot.keyClick(made.kinds.buttons.buttons()[0], Qt.Key.Key_Return)
    assert made.steps.currentWidget() is made.room
    assert made.person_form.editors["name"].hasFocus()


def test_only_what_the_kind_asks_is_asked(window):
    number = factories.citizen_number()
    made = reach(window(), number, DISABLED)
    assert {"grade", "nature", "state"} <= set(made.identity_form.editors)
    assert "fallen_name" not in made.identity_form.editors
    assert made.person_form.editors["number"].value() == number
    assert made.person_form.editors["born"].value() == PartDate(1950, 6, 15)
    made.back()
    made.kinds.choose(SURVIVORS)
    assert "fallen_name" in made.identity_form.editors
    assert "grade" not in made.identity_form.editors
    assert set(identity_fields.person_fields(SURVIVORS)) <= set(made.person_form.editors)


def test_everything_is_kept_as_one_entry_and_the_file_opens(qtbot, window):
    made = reach(window(), factories.citizen_number(), RURAL_VETERANS)
    made.person_form.editors["name"].set_value("李四")
    made.identity_form.editors["approved"].setText("2013.7")
    made.account_form.editors["account"].set_value(factories.card_number(5))
    with qtbot.waitSignal(made.opened) as opened:
        qtbot.keyClick(made, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    person = Person.get()
    assert opened.args == [person.id]
    assert (person.name, person.file_no, person.sex) == ("李四", "6301030700001", "男")
    identity = person.identities.get()
    assert (identity.kind, identity.state, identity.approved) == (RURAL_VETERANS, "受理", PartDate(2013, 7))
    assert identity.history.get().since == PartDate(2013, 7)
    assert person.accounts.get().holder == "李四"
    assert [entry.title for entry in journal.Entry.select()] == ["新建李四的档案"]
    assert not made.isVisible()


def test_what_is_missing_is_said_at_its_field(window):
    made = reach(window(), factories.citizen_number(), RURAL_VETERANS)
    made.save()
    assert made.person_form.messages["name"].text() == "请填写姓名"
    assert made.isVisible()
    assert not Person.select().count()


def test_a_number_that_has_a_file_offers_that_file(qtbot, window, person):
    known = person(name="王五", file_no="6301030600009")
    made = window()
    made.number.editor.setText(known.number)
    assert made.number.known.isVisible()
    assert "王五" in made.number.known_words.text()
    assert not made.next_button.isEnabled()
    with qtbot.waitSignal(made.opened) as opened:
        made.number.open_button.click()
    assert opened.args == [known.id]


def test_or_offers_another_identity_for_that_person(qtbot, window, identity):
    known = identity(kind=DISABLED, grade="五级", nature="因战").person
    made = window()
    made.number.editor.setText(known.number)
    made.number.add_button.click()
    made.kinds.choose(RURAL_VETERANS)
    assert made.person_form is None
    with qtbot.waitSignal(made.opened):
        made.save()
    assert [i.kind for i in Identity.select().order_by(Identity.id)] == [DISABLED, RURAL_VETERANS]
    assert Person.select().count() == 1
    newest = journal.Entry.select().order_by(journal.Entry.number.desc()).get()
    assert newest.title == "给张三添加身份：农村籍退役士兵"


def test_the_same_identity_is_not_added_twice(window, identity, boxes):
    known = identity(kind=RURAL_VETERANS).person
    made = window(known)
    made.kinds.choose(RURAL_VETERANS)
    made.save()
    assert "已有“农村籍退役士兵”身份" in boxes[0]
    assert Identity.select().count() == 1


def test_leaving_asks_only_when_something_was_typed(window, boxes):
    made = window()
    made.reject()
    assert not made.isVisible()
    assert not boxes
    made = window()
    made.number.editor.setText("63")
    made.reject()
    assert made.isVisible()
    boxes.answer = "放弃"
    made.reject()
    assert not made.isVisible()
