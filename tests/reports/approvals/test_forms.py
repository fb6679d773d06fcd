"""The form of an approval: what the levels said stands in their cells."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pypdf import PdfReader

from models.approvals.approval import Approval, accept
from models.core import journal
from models.core.dates import PartDate
from reports.approvals import forms
from tests.reports.papers import USER, text_of


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


def test_the_acceptance_of_one_without_a_file_prints_too(archive, tmp_path):
    from models.people.outsiders import Outsider

    with journal.entry("受理", USER):
        soldier = Outsider(name="兵家属", category="义务兵家庭", address="某街道")
        soldier.save()
        made = accept(Approval(outsider=soldier, matter="优待金", accepted_on=PartDate.of(date(2020, 5, 6))))
    forms.write_forms([forms.approval_form(made)], tmp_path / "表.pdf")
    assert "义务兵家庭优待金审批表" in text_of(tmp_path / "表.pdf")
