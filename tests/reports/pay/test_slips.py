"""The slip that tells one person what is paid and why."""

from __future__ import annotations

import docx
import pytest

from models.core.record import Refusal
from models.office.letter_templates import keep_template
from models.pay.returns import returns
from models.pay.runs import bank_files, following_runs
from models.people.search import find_people
from reports.letters.letter_marks import COMMON, PAY_SLIP, letter_marks
from reports.letters.own_letters import read_template, write_letter_draft
from reports.pay import slips
from tests.reports.pay.handing import USER, handed_over, words


def test_the_slip_explains_a_rise_of_august_announced_in_october(late_rise, tmp_path):
    made, people = late_rise
    assert slips.write_slips(made, tmp_path / "通知单.pdf") == 2
    pages = words(tmp_path / "通知单.pdf")
    assert len(pages) == 2
    said = next(page for page in pages if "甲某" in page)
    for each in (
        "优抚对象待遇发放通知单", "2021年8月补发", "2021年9月补发", "50.00", "2021年10月应发", "捌佰元整",
        "2021年8月至9月", "补发：应发700.00元，已发650.00元：国家标准带病回乡退役军人700元/月（2021年8月至2022年7月，演练〔2021〕9号）",
        "标准由650元/月变为700元/月",
    ):  # fmt: skip
        assert each in said, each
    assert slips.write_slips(made, tmp_path / "一人.pdf", find_people(people[0].person.number)) == 1
    with pytest.raises(Refusal, match="没有要打印通知单的人"):
        slips.write_slips(made, tmp_path / "无.pdf", find_people("没有这个人"))
    assert not (tmp_path / "无.pdf").exists()


def test_the_slip_of_a_year_has_all_runs_of_a_person(late_rise, tmp_path):
    someone = late_rise[1][0].person
    slips.write_year(someone, 2021, tmp_path / "全年.pdf")
    (said,) = words(tmp_path / "全年.pdf")
    assert "2021年7月应发" in said
    assert "2,750.00" in said
    with pytest.raises(Refusal, match="在2020年的批次里没有待遇"):
        slips.write_year(someone, 2020, tmp_path / "无.pdf")


def test_what_the_bank_could_not_pay_is_told_and_summed_up_once(entitled, run, tmp_path):
    someone = entitled("甲某", 1).person
    first = handed_over(run("2019-09"))
    reading = returns.Reading(first, "回盘.xlsx 1", failed=[(bank_files.payees(first)[0], "账号户名不符")])
    returns.apply_return(reading, USER)
    again = handed_over(following_runs.pay_again(first, USER))
    returns.pay_by_hand(again, bank_files.payees(again), USER)
    slips.write_year(someone, 2019, tmp_path / "全年.pdf")
    (said,) = words(tmp_path / "全年.pdf")
    assert "没有发成：账号户名不符，另行重发" in said
    assert "陆佰元整600.00" in said
    assert said.count("没有发成") == 2
    slips.write_slips(first, tmp_path / "一批.pdf")
    assert "零元整0.00" in words(tmp_path / "一批.pdf")[0]


def own_slip(tmp_path, change=lambda made: None):
    """Let slips be written by the office's own document: what one begins with, changed."""
    file = tmp_path / "通知单.docx"
    write_letter_draft(PAY_SLIP, file)
    made = docx.Document(file)
    change(made)
    made.save(file)
    keep_template(PAY_SLIP, file.name, read_template(file, PAY_SLIP), USER)


def test_the_offices_own_slip_goes_to_everybody_at_once(late_rise, tmp_path):
    made, people = late_rise
    with pytest.raises(Refusal, match="文书模板…”里选一份"):
        slips.write_slips(made, tmp_path / "通知单.docx")
    own_slip(tmp_path)
    assert slips.write_slips(made, tmp_path / "通知单.pdf") == 2
    first, second = (page for page in words(tmp_path / "通知单.pdf") if "现将" in page)
    assert {"甲某" in first, "甲某" in second} == {True, False}
    for each in (
        "甲某同志",
        "2021年8月补发：带病回乡退役军人生活补助（700元/月）50.00元",
        "捌佰元整",
        "标准由650元/月变为700元/月",
    ):
        assert each in (first if "甲某" in first else second), each
    assert slips.write_slips(made, tmp_path / "全部.docx") == 2
    document = docx.Document(tmp_path / "全部.docx")
    said = "\n".join(each.text for each in document.paragraphs)
    assert (said.count("待遇发放通知单"), said.count("〔姓名"), len(document.sections)) == (2, 0, 1)
    of_months = [each.text for each in document.paragraphs if each.text.endswith("0.00元")]
    assert len(of_months) == 6, "a paragraph for each month of each"
    assert document.element.xml.count('w:type="page"') == 1
    of_line = slips.of_person(people[0].person)
    marks = {each.mark for each in letter_marks()[PAY_SLIP]} - {each.mark for each in COMMON}
    assert set(slips.slip_marks(of_line, "批次", {})) == marks


def test_what_differs_at_the_head_of_pages_cannot_go_into_one_word_file(late_rise, tmp_path):
    made, people = late_rise

    def head(document):
        document.sections[0].header.paragraphs[0].text = "〔姓名〕的通知单"

    own_slip(tmp_path, head)
    with pytest.raises(Refusal, match="页眉或页脚"):
        slips.write_slips(made, tmp_path / "全部.docx")
    assert slips.write_slips(made, tmp_path / "一人.docx", find_people(people[0].person.number)) == 1
