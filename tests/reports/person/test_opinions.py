"""What the levels said stands in the identity's form."""

from __future__ import annotations

from models.core.jobs import finish
from models.office.settings import Office
from reports.approvals import forms
from reports.person import gathering, sheets
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
