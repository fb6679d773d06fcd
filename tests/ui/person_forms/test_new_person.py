"""A new file: the number first, then the kind, then only what the kind asks; all of it one entry."""

from __future__ import annotations

from PySide6.QtCore import Qt

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Record, Refusal
from models.own_fields.own_values import said_of
from models.people.identity import DISABLED, RURAL_VETERANS, BankAccount, Identity
from models.people.person import Person
from tests import factories


def reach(window, number, kind):
    window.number.editor.setText(number)
    window.forward()
    window.kinds.choose(kind)
    return window


def test_enter_goes_on_from_the_number(qtbot, window):
    made = window()
    made.number.editor.setText(factories.citizen_number())
    qtbot.keyClick(made.number.editor, Qt.Key.Key_Return)
    assert made.steps.currentWidget() is made.kinds
    qtbot.keyClick(made.kinds.buttons.buttons()[0], Qt.Key.Key_Return)
    assert made.steps.currentWidget() is made.room
    assert made.person_form.editors["name"].hasFocus()


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


def test_the_offices_own_fields_are_asked_too_and_kept_in_the_same_entry(window, define):
    field = define("兵种", "文字")
    before = journal.last_number()
    made = reach(window(), factories.citizen_number(), RURAL_VETERANS)
    made.person_form.editors["name"].set_value("李四")
    made.person_form.editors[field.key].set_value("高炮")
    made.save()
    assert said_of([Person.get().id])[Person.get().id] == {field.key: "高炮"}
    assert journal.last_number() == before + 1


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


def test_a_new_file_that_was_refused_once_is_corrected_and_kept(window, monkeypatch, boxes):
    made = reach(window(), factories.citizen_number(), RURAL_VETERANS)
    made.person_form.editors["name"].set_value("李四")
    made.account_form.editors["account"].set_value(factories.card_number(5))
    refused = []

    def refuse_once(account, *args, **options):
        if not refused:
            refused.append(account)
            raise Refusal("账号正被占用")
        return Record.save(account, *args, **options)

    monkeypatch.setattr(BankAccount, "save", refuse_once)
    made.save()
    assert made.isVisible()
    assert Person.select().count() == 0
    made.person_form.editors["name"].set_value("李五")
    made.save()
    person = Person.get()
    assert (person.name, person.identities.get().kind, person.accounts.count()) == ("李五", RURAL_VETERANS, 1)
    assert boxes == ["账号正被占用"]
