"""The papers of an approval: what the levels said stands in their cells, and strangers read nothing that they need not know."""

from __future__ import annotations

import pytest
from docx import Document

from models.core.dates import PartDate
from models.core.record import Refusal
from models.disclosure.policies import CopyPurpose, Policy, Way
from models.printing.given_copies import GivenCopy
from reports.approvals import letters
from tests.reports.papers import text_of


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


@pytest.mark.parametrize(
    ("decided", "time"),
    [
        ("2014-10-20", "三个月内"), ("2015-04-30", "三个月内"), ("2015-05-01", "六个月内"), ("2026-01-05", "六个月内"),
        ("2015", "法定期限内"),
    ],
)  # fmt: skip
def test_how_long_the_courts_may_be_asked_is_the_law_of_the_day_of_the_decision(case, person, decided, time):
    approval = case("三属定期抚恤金", person(name="马建国"), 1, "不同意")
    approval.decided_on = PartDate.parse(decided)
    assert f"之日起{time}，依法向人民法院提起行政诉讼" in "".join(letters.decided(approval))


def test_the_word_file_says_of_the_applicant_what_was_chosen_and_bears_its_mark(case, person, tmp_path):
    someone = person(name="马建国", phone="13897123456")
    approval = case("三属定期抚恤金", someone, 1, "不同意", basis="《军人抚恤优待条例》第十九条")
    letters.write_word(approval, tmp_path / "信.docx", Way(CopyPurpose.OUTSIDE, {"姓名": Policy.INITIALS}))
    made = Document(tmp_path / "信.docx")
    words = "".join(paragraph.text for paragraph in made.paragraphs)
    assert f"申请人：马某某，公民身份号码{someone.number[:6]}********{someone.number[-4:]}。" in words
    given = GivenCopy.get()
    assert [each.text for each in made.sections[0].footer.paragraphs][-1] == given.mark()
    assert given.mark().endswith("外送：已遮盖")


def test_a_word_file_whose_reason_says_a_number_hides_it_or_is_not_written(case, person, tmp_path):
    someone = person(name="马建国", phone="13897123456")
    approval = case("三属定期抚恤金", someone, 1, "不同意")
    approval.refusal = "本人电话13897123456打不通"
    letters.write_word(approval, tmp_path / "信.docx", Way(CopyPurpose.OUTSIDE))
    words = "".join(paragraph.text for paragraph in Document(tmp_path / "信.docx").paragraphs)
    assert "13897123456" not in words
