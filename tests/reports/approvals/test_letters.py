"""The papers of an approval: what the levels said stands in their cells, and strangers read nothing that they need not know."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from docx import Document
from pypdf import PdfReader

from models.approvals.approval import Approval, accept, steps_of
from models.approvals.notices import new_notice
from models.approvals.signing import sign_step
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.office.settings import Office
from reports.approvals import forms, letters, notices
from reports.person import gathering, sheets

USER = "王芳"
DAY = PartDate(2020, 9, 10)


@pytest.fixture
def case(person):
    def make(matter, someone, signatures=0, verdict="同意", **facts):
        made = Approval(person=someone, matter=matter, accepted_on=DAY, handler=USER)
        for name, value in facts.items():
            setattr(made, name, value)
        with journal.entry("受理", USER):
            accept(made)
        for step in steps_of(made)[:signatures]:
            step.verdict, step.opinion, step.signed_by, step.signed_on = verdict, "情况属实。", "马负责", DAY
            with journal.entry("签署", USER):
                sign_step(step, USER)
        return Approval.get_by_id(made.id)

    return make


def text_of(file):
    return "".join("".join(page.extract_text().split()) for page in PdfReader(file).pages)


def test_the_form_of_help_has_every_field_and_what_was_said(case, person, tmp_path):
    someone = person(name="马建国", residence="城中区南大街1号", family_size=3)
    made = case("临时救助", someone, 2, asked=Decimal(3000), cause="本人住院", category="因病")
    forms.write_forms([forms.approval_form(made)], tmp_path / "表.pdf")
    said = text_of(tmp_path / "表.pdf")
    for words in (
        "优抚对象临时救助审批表",
        "马建国",
        someone.number,
        "3000.00",
        "本人住院",
        "一式三份",
        "马负责",
    ):
        assert words in said
    assert said.count("2020年9月10日") == 3  # the applicant's day and two levels'
    assert said.count("负责人签字：") == 1  # the district has not signed yet
    assert said.count("申请人签字：") == 1  # on paper, by hand


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


def test_every_matter_prints_on_one_page_as_long_as_nobody_has_signed(case, identity, tmp_path):
    for kind, matter in (("伤残人员", "评定残疾等级"), ("伤残人员", "残疾关系迁入"), ("伤残人员", "换证补证"), ("伤残人员", "抚恤关系转出"), ("", "临时救助"), ("", "丧葬补助"), ("", "医疗救助"), ("", "停发待遇"), ("参战退役人员", "参战退役人员认定"), ("农村籍退役士兵", "农村籍退役士兵老年生活补助")):  # fmt: skip
        made = identity(kind=kind or "三属", state="受理", nature="因公", grade="六级")
        approval = case(matter, made.person, identity=made)
        forms.write_forms([forms.approval_form(approval)], tmp_path / "表.pdf")
        assert len(PdfReader(tmp_path / "表.pdf").pages) == 1


def test_who_moves_away_takes_a_certificate_along(case, identity, tmp_path):
    made = identity(
        kind="伤残人员", category="残疾军人", grade="六级", nature="因公", paid_to=PartDate(2020, 12)
    )
    approval = case("抚恤关系转出", made.person, identity=made, category="某省某市某县", cause="随子女居住")
    forms.write_forms([forms.approval_form(approval)], tmp_path / "表.pdf")
    said = text_of(tmp_path / "表.pdf")
    for words in (
        "关系转移证明",
        "户籍已迁入某省某市某县",
        "2020年12月",
        "受理编号：2020-0001",
        "随子女居住",
    ):
        assert words in said


def test_a_notice_says_how_long_and_hides_what_nobody_needs(case, identity, tmp_path, person):
    someone = person(
        name="马建国", residence="城中区南大街1号3单元", street="南川东路街道", phone="13897123456"
    )
    made = identity(
        someone, kind="伤残人员", state="受理", unit="某部队", unit_name="番号12345", disability="左腿残缺"
    )
    notice = new_notice(case("评定残疾等级", someone, identity=made))
    notice.begins = DAY
    notices.write_public_notice(notice, tmp_path / "公示.pdf")
    said = text_of(tmp_path / "公示.pdf")
    assert "2020年9月10日至2020年9月21日，共7个工作日" in said
    assert "左腿残缺" in said
    for hidden in (someone.number, "13897123456", "3单元", "番号", "某部队"):
        assert hidden not in said
    notice.withheld = "残疾情况"
    notices.write_public_notice(notice, tmp_path / "公示.pdf")
    assert "左腿" not in text_of(tmp_path / "公示.pdf")


def test_the_letter_of_acceptance_has_its_counterfoil_and_its_limits(case, person, tmp_path):
    approval = case("三属定期抚恤金", person(name="马建国"))
    letters.write_letter(approval, tmp_path / "信.pdf")
    said = text_of(tmp_path / "信.pdf")
    for words in ("受理通知书（存根）", "骑缝章", "受字第2020-0001号", "区级20个工作日", "马建国"):
        assert words in said


def test_a_refusal_says_why_and_how_to_contest_it(case, person, tmp_path):
    approval = case(
        "三属定期抚恤金", person(name="马建国"), 1, "不同意", basis="《军人抚恤优待条例》第十九条"
    )
    letters.write_letter(approval, tmp_path / "信.pdf", refused=True)
    said = text_of(tmp_path / "信.pdf")
    for words in ("不予认定决定书", "情况属实", "第十九条", "六十日内", "行政复议", "行政诉讼", "送达回证"):
        assert words in said
    letters.write_word(approval, tmp_path / "信.docx")
    words = "".join(paragraph.text for paragraph in Document(tmp_path / "信.docx").paragraphs)
    assert "申请人：马建国，公民身份号码" in words
    assert "第十九条，现决定不予认定。" in words
    with pytest.raises(Refusal, match="办理中"):
        letters.write_letter(case("临时救助", person()), tmp_path / "无.pdf", refused=True)
    assert not (tmp_path / "无.pdf").exists()


def test_the_acceptance_of_one_without_a_file_prints_too(archive, tmp_path):
    from models.people.outsiders import Outsider

    with journal.entry("受理", USER):
        soldier = Outsider(name="兵家属", category="义务兵家庭", address="某街道")
        soldier.save()
        made = accept(Approval(outsider=soldier, matter="优待金", accepted_on=PartDate.of(date(2020, 5, 6))))
    forms.write_forms([forms.approval_form(made)], tmp_path / "表.pdf")
    assert "义务兵家庭优待金审批表" in text_of(tmp_path / "表.pdf")
