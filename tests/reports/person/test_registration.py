"""The registration sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.person.person_file import PersonFile
from tests.reports.person.files import FACTS, usual
from tests.reports.person.printing import printed, words


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
