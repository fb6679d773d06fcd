"""Each identity on the form of its kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.person.identity_forms import form_of
from reports.person.person_file import IdentityFile
from tests.reports.person.files import FACTS, KINDS, SERVICE, usual
from tests.reports.person.printing import printed, words

APPROVED_HERE = {**SERVICE, "opinion:市级": "同意。", "signer:市级": "马负责", "signed:市级": "2026年3月2日"}


def approved(kind):
    return replace(usual(), identities=(IdentityFile(kind, APPROVED_HERE),))


@pytest.mark.parametrize("kind", KINDS)
def test_each_identity_approved_here_has_the_form_of_its_kind_on_one_page(tmp_path, kind):
    pdf, _ = printed(tmp_path, approved(kind), sections=["身份"])
    assert len(pdf.pages) == 1
    said = words(pdf.pages[0])
    assert "负责人签字" in said
    assert "年月日" in said
    assert "民政" not in said
    assert FACTS["name"] in said
    assert SERVICE["certificate"] in said


def test_a_kind_without_its_own_form_gets_the_general_one(tmp_path):
    pdf, _ = printed(tmp_path, approved("将来的一种"), sections=["身份"])
    assert "优抚对象身份认定审批表" in words(pdf.pages[0])


@pytest.mark.parametrize("kind", [*KINDS, "将来的一种"])
def test_who_was_approved_before_has_the_facts_on_a_sheet_that_nobody_need_sign(tmp_path, kind):
    (page,) = printed(tmp_path, usual(kinds=(kind,)), sections=["身份"])[0].pages
    said = words(page)
    assert f"{kind}登记信息表" in said
    assert "签字" not in said
    assert "审批表" not in said.replace("审批表原件", "")
    shown = {key for key in form_of(kind).form.asked() if SERVICE.get(key)}
    assert all(SERVICE[key].replace(" ", "") in said for key in shown)


def test_the_experts_have_a_cell_on_the_form_for_the_disabled(tmp_path):
    (page,) = printed(tmp_path, approved("伤残人员"), sections=["身份"])[0].pages
    assert "医疗卫生专家小组意见" in words(page)
    assert "依据条款建议评为" in words(page)
    assert "专家（三人以上）签字" in words(page)
