from __future__ import annotations

import pytest

from models.core import codes
from models.people import identity_fields
from models.people.identity import DISABLED, RURAL_VETERANS, SURVIVORS, Identity
from models.people.person import Person
from reports.person import identity_forms

# what the forms put together from several fields
TOGETHER = {
    "birthday": ("born",), "alone_or_orphan": ("alone", "orphan"), "grade_nature": ("grade", "nature"),
    "unit_post": ("unit", "post"), "fallen_unit_post": ("fallen_unit", "fallen_post"),
    "service_span": ("service_from", "service_to"), "service_years_shown": ("service_years",),
}  # fmt: skip


def printed(kind):
    """The names of all fields that the kind's official form prints."""
    ruled = (
        line for line in identity_forms.form_of(kind).form.lines if isinstance(line, tuple) and len(line) == 3
    )
    return {name for _, keys, _ in ruled for key in keys for name in TOGETHER.get(key, (key,))}


@pytest.mark.parametrize("kind", codes.table("kind").names())
def test_a_kind_asks_every_field_that_its_official_form_prints(kind):
    asked = {name for section in identity_fields.sections(kind) for name in section.fields}
    wanted = {
        name for name in printed(kind) if name in Identity._meta.fields and name not in Person._meta.fields
    }
    assert wanted <= asked | set(identity_fields.COMMON_FIELDS)


@pytest.mark.parametrize("kind", codes.table("kind").names())
def test_what_a_kind_asks_are_fields_of_the_records(kind):
    assert {name for section in identity_fields.sections(kind) for name in section.fields} <= set(
        Identity._meta.fields
    )
    assert set(identity_fields.person_fields(kind)) <= set(Person._meta.fields)


def test_the_disabled_are_asked_their_grade_and_survivors_the_fallen():
    disabled = {name for section in identity_fields.sections(DISABLED) for name in section.fields}
    survivors = {name for section in identity_fields.sections(SURVIVORS) for name in section.fields}
    assert "grade" in disabled
    assert "fallen_name" not in disabled
    assert "fallen_name" in survivors
    assert "grade" not in survivors
    assert "five_guarantees" in identity_fields.person_fields(RURAL_VETERANS)


def test_what_an_identity_says_beyond_its_kind_is_shown_all_the_same(identity):
    someone = identity(kind=SURVIVORS, grade="五级")
    last = identity_fields.sections_of(someone)[-1]
    assert last == identity_fields.Section(identity_fields.OTHER_FIELDS, ("grade",))


def test_a_kind_without_a_form_is_asked_the_general_ones():
    assert [section.heading for section in identity_fields.sections("义务兵家庭")] == ["身份", "服役"]
