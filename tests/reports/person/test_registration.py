"""The registration sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.core import journal
from models.own_fields.own_values import keep_own
from reports.person.gathering import file_of
from reports.person.person_file import PersonFile
from tests.conftest import USER
from tests.reports.person.files import FACTS, usual
from tests.reports.person.printing import all_words, printed, words


def test_empty_tables_say_none(tmp_path):
    pdf, _ = printed(
        tmp_path, PersonFile("李四", facts={"name": "李四"}), sections=["待遇", "走访", "医疗", "变更"]
    )
    assert len(pdf.pages) == 1
    assert words(pdf.pages[0]).count("无") == 5


@pytest.mark.parametrize(
    "name",
    [
        "number",
        "number_found",
        "phone",
        "other_phone",
        "employer_phone",
        "insurance_no",
        "pension_no",
        "veteran_card",
    ],
)
def test_each_secret_of_the_registration_sheet_is_hidden(name):
    told = replace(usual(), facts={**FACTS, name: "0971810012"}).masked().facts[name]
    assert "0971810012" not in told
    assert "*" in told


def test_fields_of_the_offices_own_stand_on_it_in_their_order_and_on_no_copy_for_others(
    tmp_path, identity, define
):
    who = identity().person
    fields = [
        define("互助金", "金额", on_file=True),
        define("入会日期", "日期", on_file=True),
        define("联络员", "文字"),
    ]
    with journal.entry("修改", USER):
        keep_own(
            who.id, dict(zip((each.key for each in fields), ("100.00", "2001-03", "李主任"), strict=True))
        )
    file = file_of(who)
    assert file.own == (("互助金", "100.00"), ("入会日期", "2001年3月"))
    pdf, _ = printed(tmp_path, file)
    assert "互助金100.00入会日期2001年3月" in all_words(pdf)
    assert file.masked().own == ()
