"""A copy that leaves the office hides numbers, phones and accounts wherever they stand."""

from __future__ import annotations

import json
import re

from models.core.journal import Change
from models.core.masks import Secret
from models.core.record import Text
from models.records import RECORDS
from reports.changes.changed_words import ChangeWords
from reports.person.person_file import FieldChange
from tests.reports.person.files import CARD, FACTS, KINDS, usual
from tests.reports.person.printing import all_words, printed


def test_copies_that_leave_the_office_hide_numbers_phones_and_accounts(tmp_path):
    pdf, _ = printed(tmp_path, usual(kinds=KINDS), masked=True)
    said = all_words(pdf)
    secrets = ("630103195208010001", "630103195503120025", CARD, "13897123456", "13897000000", "13997001122",
               FACTS["insurance_no"], FACTS["pension_no"], "0971-8123456")  # fmt: skip
    assert [secret for secret in secrets if secret in said] == []
    assert "630103********0001" in said
    assert "138****3456" in said
    assert "************0018" in said
    assert "脱敏副本" in said
    assert not re.search(r"\d{17}[\dX]", said)


def test_a_wrong_number_in_the_journal_is_hidden_too(tmp_path):
    change = (
        usual()
        .changes[0]
        ._replace(secret=Secret.NUMBER, before="63010319530801001", after="630103195308010011")
    )
    said = all_words(printed(tmp_path, usual(changes=(change,)), masked=True, sections=["变更"])[0])
    assert "63010319530801" not in said


def test_a_masked_copy_hides_every_secret_of_every_kind_of_record():
    """Whatever the field is called: an account under another label, a telephone that is renamed, a landline."""
    for kind in RECORDS:
        for field in (each for each in kind._meta.sorted_fields if isinstance(each, Text)):
            if field.secret is Secret.OPEN:
                continue
            change = Change(
                before=json.dumps({field.column_name: "62284801"}), after=json.dumps({field.column_name: ""})
            )
            (told,) = ChangeWords().fields(kind, change)
            hidden = usual(
                changes=(FieldChange("", "", told.label, told.before, "", "", told.secret),)
            ).masked()
            assert "62284801" not in hidden.changes[0].before, field
