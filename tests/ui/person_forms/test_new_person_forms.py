"""The forms of a new file: only what the kind asks."""

from __future__ import annotations

from models.core.dates import PartDate
from models.people import identity_fields
from models.people.identity import DISABLED, RURAL_VETERANS, SURVIVORS
from models.people.person import Person
from tests import factories


def reach(window, number, kind):
    window.number.editor.setText(number)
    window.forward()
    window.kinds.choose(kind)
    return window


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


def test_what_is_missing_is_said_at_its_field(window):
    made = reach(window(), factories.citizen_number(), RURAL_VETERANS)
    made.save()
    assert made.person_form.messages["name"].text() == "请填写姓名"
    assert made.isVisible()
    assert not Person.select().count()
