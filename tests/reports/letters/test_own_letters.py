"""Letters by the office's own documents: each says what its marks promise, and what cannot be filled is refused beforehand."""

from __future__ import annotations

from decimal import Decimal

import docx
import pytest

from models.approvals.notices import new_notice
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.deaths import sentinel
from models.deaths.after_death import after_death
from models.deaths.sentinel import DeathMatch
from models.office.letter_templates import drop_template, keep_template, template_of
from models.payments.payment import Payment
from reports import death_affairs, deaths
from reports.approvals import confirmations, letters, notices
from reports.letters.letter_marks import COMMON, letter_marks
from reports.letters.own_letters import read_template, write_example, write_letter_draft
from tests.models.deaths.test_after_death import caused, dead, draw, granted, heir, paid, payee
from tests.reports.conftest import DAY
from tests.reports.papers import USER, save, text_of
from tests.reports.superior_forms.papers import letter as document

__all__ = ["dead", "draw", "granted", "paid", "payee"]


def own(tmp_path, letter, *paragraphs):
    """Let the letter be written by a document of the office's; without words by the draft."""
    file = tmp_path / f"{letter}.docx"
    if paragraphs:
        document(file, "关于此事的函", *paragraphs, "〔单位〕", "〔日期〕")
    else:
        write_letter_draft(letter, file)
    keep_template(letter, file.name, read_template(file, letter), USER)


def written(write, tmp_path):
    write(tmp_path / "信.pdf")
    return text_of(tmp_path / "信.pdf")


@pytest.mark.parametrize("letter", letter_marks())
def test_what_one_begins_with_asks_all_and_is_taken_as_it_is(archive, tmp_path, letter):
    file = tmp_path / "起稿.docx"
    write_letter_draft(letter, file)
    write_example(read_template(file, letter), letter, tmp_path / "例子.pdf")
    said = text_of(tmp_path / "例子.pdf")
    assert "〔" not in said
    for each in letter_marks()[letter]:
        if each not in COMMON and each.mark != "工作单位":  # most have none
            assert "".join(each.example.split()) in said, each.mark


def test_a_decision_and_an_acceptance_obey_the_offices_documents(case, person, tmp_path):
    own(tmp_path, "受理通知书", "兹受理〔姓名〕的〔事项〕（〔受理编号〕）。〔办理期限〕")
    own(tmp_path, "不予认定决定书")
    approval = case("三属定期抚恤金", person(name="马建国"), 1, "不同意")
    assert "兹受理马建国的三属定期抚恤金（2020-0001）。各级办理期限为" in written(
        lambda out: letters.write_letter(approval, out), tmp_path
    )
    said = written(lambda out: letters.write_letter(approval, out, refused=True), tmp_path)
    assert "情况属实。现决定不予认定" in said
    assert "送达回证" not in said
    letters.write_word(approval, tmp_path / "信.docx")
    words = "".join(each.text for each in docx.Document(tmp_path / "信.docx").paragraphs)
    assert "情况属实。现决定不予认定" in words
    assert set(letters.acceptance_marks(approval)) == marks_of("受理通知书")
    assert set(letters.decision_marks(approval)) == marks_of("不予认定决定书")


def marks_of(letter):
    return {each.mark for each in letter_marks()[letter]} - {each.mark for each in COMMON}


def test_a_public_notice_hides_what_the_shipped_one_hides(case, identity, person, tmp_path):
    own(tmp_path, "公示书")
    someone = person(name="马建国", street="南川东路街道", phone="13897123456")
    made = identity(someone, kind="伤残人员", state="受理", disability="左腿残缺")
    notice = new_notice(case("评定残疾等级", someone, identity=made))
    notice.begins, notice.withheld = DAY, "残疾情况"
    said = written(lambda out: notices.write_public_notice(notice, out), tmp_path)
    assert "公示时间：2020年9月10日至2020年9月21日，共7个工作日" in said
    assert "公示：已遮盖" in said
    assert [each for each in ("左腿", someone.number, "13897123456") if each in said] == []
    assert set(notices.notice_marks(notice)) == marks_of("公示书")
    keep_template(
        "公示书",
        "公示.docx",
        read_template(document(tmp_path / "号.docx", "公示", someone.number, "〔姓名〕"), "公示书"),
        USER,
    )
    with pytest.raises(Refusal, match="没有保存"):
        notices.write_public_notice(notice, tmp_path / "号.pdf")


def test_a_recovery_names_every_month_in_a_line_of_its_own(identity, person, tmp_path):
    own(tmp_path, "追回通知书")
    made = identity(person(name="故某"))
    for month in (6, 7):
        save(Payment(person=made.person, programme="定期抚恤补助", item="两参人员生活补助费", month=PartDate(2020, month), amount=Decimal("650.10")))  # fmt: skip
    match = DeathMatch(
        person=made.person, file="名单.xlsx", state="待核实", how="号码一致", listed_name="故某"
    )
    save(match)
    with journal.entry("停发", USER):
        sentinel.stop_dead(match, PartDate(2020, 5, 31), USER)
    stopped = DeathMatch.get()
    said = written(lambda out: deaths.write_recovery_notice(stopped, out), tmp_path)
    assert "2020年6月两参人员生活补助费650.10元2020年7月" in said
    assert "共1,300.20元（大写：壹仟叁佰元零贰角）" in said
    assert set(deaths.recovery_marks(stopped, stopped.died, sentinel.overpaid_if(stopped))) == marks_of(
        "追回通知书"
    )


def test_the_family_is_told_by_the_offices_document(dead, tmp_path):
    own(tmp_path, "遗属待遇领取通知书")
    someone = dead()
    caused(someone, "因病")
    heir(someone, share=100)
    found = after_death(someone)
    said = written(lambda out: death_affairs.write_family_notice(found, out), tmp_path)
    assert "106,670.00元" in said
    assert "100%" in said
    assert set(death_affairs.family_marks(found, death_affairs.shares(found.heirs))) == marks_of(
        "遗属待遇领取通知书"
    )


def test_an_announcement_obeys_too_and_goes_back_to_the_shipped_one(archive, tmp_path):
    own(tmp_path, "年度确认公告", "〔年度〕年请在〔期限〕日内来。")
    assert "2020年请在60日内来。" in written(
        lambda out: confirmations.write_announcement(2020, out), tmp_path
    )
    drop_template("年度确认公告", USER)
    assert "冒领的" in written(lambda out: confirmations.write_announcement(2020, out), tmp_path)


REFUSED = {
    "a mark that nobody knows": (
        ("〔姓名〕的〔身高〕",),
        "〔身高〕，追回通知书里没有这一项。可以写的有：〔姓名〕",
    ),
    "no mark": (("一段话",), "一处要填的也没有"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_filled_is_refused_with_what_to_do(archive, tmp_path, name):
    paragraphs, why = REFUSED[name]
    file = document(tmp_path / "函.docx", "函", *paragraphs, "局", "日")
    with pytest.raises(Refusal, match=why):
        read_template(file, "追回通知书")
    assert template_of("追回通知书") is None


def test_what_is_no_document_or_has_a_table_is_refused(archive, tmp_path):
    (tmp_path / "坏.docx").write_bytes(b"no document")
    with pytest.raises(Refusal, match=r"另存为\.docx"):
        read_template(tmp_path / "坏.docx", "公示书")
    made = docx.Document()
    made.add_paragraph("〔姓名〕")
    made.add_table(1, 1)
    made.save(str(tmp_path / "表.docx"))
    with pytest.raises(Refusal, match="表格或图片"):
        read_template(tmp_path / "表.docx", "公示书")
