"""Each identity on the form of its kind."""

from __future__ import annotations

import pytest

from tests.reports.person.files import FACTS, KINDS, SERVICE, usual
from tests.reports.person.printing import printed, words


@pytest.mark.parametrize("kind", KINDS)
def test_each_identity_has_the_form_of_its_kind_on_one_page(tmp_path, kind):
    pdf, _ = printed(tmp_path, usual(kinds=(kind,)), sections=["身份"])
    assert len(pdf.pages) == 1
    said = words(pdf.pages[0])
    assert "负责人签字" in said
    assert "年月日" in said
    assert "民政" not in said
    assert FACTS["name"] in said
    assert SERVICE["certificate"] in said


def test_a_kind_without_its_own_form_gets_the_general_one(tmp_path):
    pdf, _ = printed(tmp_path, usual(kinds=("将来的一种",)), sections=["身份"])
    assert "优抚对象身份认定审批表" in words(pdf.pages[0])
