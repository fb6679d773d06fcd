"""What the levels said stands in the identity's form."""

from __future__ import annotations

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.office.settings import Office
from reports.approvals import forms
from reports.person import gathering, opinions, sheets
from tests.reports.papers import text_of


def test_what_the_levels_said_stands_in_the_identity_s_form_and_in_the_archive_sheets(
    case, identity, tmp_path
):
    made = identity(kind="三属", state="受理", category="烈士遗属")
    approval = case("三属定期抚恤金", made.person, 3, identity=made)
    form = forms.approval_form(approval)
    assert form.title == "领取定期抚恤金审批表"
    assert form.facts["state"] == "享受待遇"
    file = gathering.file_of(made.person)
    assert file.identities[0].facts["signer:区级"] == "马负责"
    finish(sheets.write_person_files([file], tmp_path / "档案.pdf", Office(), sheets.Copy(sections=["身份"])))
    assert text_of(tmp_path / "档案.pdf").count("马负责") == 3


def test_what_the_experts_found_stands_on_the_form_and_signs_no_level(case, identity, tmp_path):
    made = identity(kind="伤残人员", state="受理", category="残疾军人", grade="六级", nature="因战")
    approval = case("评定残疾等级", made.person, 0, identity=made)
    with journal.entry("登记专家意见", "王芳"):
        approval.expert_opinion, approval.expert_names = (
            "左膝功能受限，建议评为六级。",
            "甲医生、乙医生、丙医生",
        )
        approval.expert_day = PartDate(2020, 9, 8)
        approval.save()
    facts = forms.approval_form(approval).facts
    assert facts["opinion:专家小组"] == "左膝功能受限，建议评为六级。　专家：甲医生、乙医生、丙医生"
    assert facts["signed:专家小组"] == "2020年9月8日"
    assert not opinions.is_signed(opinions.opinions_of(approval))
    forms.write_forms([forms.approval_form(approval)], tmp_path / "审批表.pdf")
    said = text_of(tmp_path / "审批表.pdf")
    assert "建议评为六级" in said
    assert "依据条款建议评为" not in said
