"""The form of an identity, by its kind."""

from __future__ import annotations

import pytest

from models.core import codes
from models.core.dates import PartDate
from models.people.identity import (
    SURVIVORS,
)
from ui.person_forms.identity_form import IdentityForm


@pytest.mark.parametrize("kind", codes.table("kind").names())
def test_every_kind_has_a_form_with_the_certificate_first_and_notes_last(qtbot, identity, kind):
    form = IdentityForm(identity(kind=kind))
    qtbot.addWidget(form)
    assert "certificate" in form.editors
    assert list(form.editors)[-1] == "notes"
    assert "state" not in form.editors


def test_a_kind_offers_its_own_categories(qtbot, identity):
    form = IdentityForm(identity(kind=SURVIVORS))
    qtbot.addWidget(form)
    box = form.editors["category"]
    assert [box.itemText(n) for n in range(1, box.count())] == list(codes.categories_of(SURVIVORS))


def test_a_field_of_another_kind_that_says_something_is_shown(qtbot, identity):
    form = IdentityForm(identity(kind=SURVIVORS, joined=PartDate(1968)))
    qtbot.addWidget(form)
    assert "joined" in form.editors
