"""The command that writes the summary."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from pypdf import PdfReader

import main
from models import store
from models.core import journal
from models.core.dates import PartDate
from models.ledger.rates import Rate
from models.visits.visit import Visit
from models.year.figures.spans import SpanOfDays
from models.year.summary import texts


@pytest.fixture
def run(capsys):
    def command(*words):
        status = main.main([str(word) for word in words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return command


@pytest.fixture
def folder(practice_folder):
    return practice_folder


def test_the_summary_is_written_and_the_doubts_are_said(run, folder, tmp_path):
    status, said, _ = run("summary", folder, "--year", 2020, tmp_path / "总结.pdf")
    assert status == 0
    assert "52项指标" in said
    assert "请核对：没有登记“五个100%”的指标" in said
    assert "2020年双拥优抚安置工作总结" in PdfReader(tmp_path / "总结.pdf").pages[0].extract_text()


def test_the_half_year_and_the_word_file(run, folder, tmp_path):
    status, _, _ = run("summary", folder, "--half", "--year", 2020, tmp_path / "总结.docx")
    assert (status, (tmp_path / "总结.docx").exists()) == (0, True)


def test_each_kind_of_document_is_written_by_its_name_and_no_other(run, folder, tmp_path):
    out = tmp_path / "简报.pdf"
    assert run("summary", folder, "--kind", "简报", "--year", 2020, out)[0] == 0
    assert "2020年双拥优抚安置工作综述" in PdfReader(out).pages[0].extract_text()
    for words, said in (
        (("--kind", "月报"), "没有“月报”这个文种"),
        (("--kind", "简报", "--half"), "--half 只用于半年总结"),
    ):
        status, _, complaint = run("summary", folder, *words, "--year", 2020, out)
        assert (status, said in complaint) == (2, True)


def test_a_text_with_an_unknown_figure_is_written_and_said(run, folder, tmp_path):
    with store.practice_session(folder, "王芳"):
        texts.keep_text(texts.YEARLY_SUMMARY, 2020, "总结\n共{persons}人。", "王芳")
    status, said, _ = run("summary", folder, "--year", 2020, tmp_path / "总结.pdf")
    assert status == 1
    assert "“{persons}”不是任何指标" in said


@pytest.mark.parametrize("words", [("--year", 20, "a.pdf"), ("--year", 2020, "a.txt")])
def test_what_cannot_be_written_is_refused_in_one_sentence(run, folder, tmp_path, words):
    *options, out = words
    status, said, complaint = run("summary", folder, *options, tmp_path / out)
    assert (status, said) == (2, "")
    assert complaint.strip()
    assert not (tmp_path / out).exists()


def test_the_figures_of_a_year_are_told(folder, run):
    with store.practice_session(folder, "王芳"), journal.entry("登记", "王芳"):
        Visit(unit="某部", day=PartDate(2020, 7, 28), gifts="米", gift_value=Decimal("70000.5")).save()
        Rate(year=2020, name="落实率", done=2, due=3).save()
    status, said, _ = run("figures", folder, "--year", 2020, "--json")
    told = {each["key"]: each for each in json.loads(said)}
    assert status == 0
    assert told["visits.gifts_yuan"] == {
        "key": "visits.gifts_yuan", "text": "慰问驻区部队的慰问品折价", "value": "70000.50", "unit": "元", "shown": "7万余元",
    }  # fmt: skip
    assert told["visits.units"]["value"] == 1
    assert told["rates"] == {"key": "rates", "rows": [["落实率", 2, 3]]}
    _, said, _ = run("figures", folder, "--year", 2020)
    assert "走访的驻区部队：1支" in said
    assert "落实率：66.6%（应3，已2）" in said
    status, _, complaint = run("figures", folder, "--year", 20)
    assert (status, complaint) == (2, "年度“20”不对，请写成四位数，如 --year 2020\n")


def test_the_figures_of_a_span_of_days_are_told(run, folder):
    with store.practice_session(folder, "王芳"), journal.entry("登记", "王芳"):
        for day in (PartDate(2019, 12, 30), PartDate(2020, 3, 1), PartDate(2020, 7, 28)):
            Visit(unit="某部", day=day, gifts="米", gift_value=Decimal(1000)).save()
        SpanOfDays(name="疫情期间", first=PartDate(2020, 1, 23), last=PartDate(2020, 4, 8)).save()

    def gifts(*words):
        told = json.loads(run("figures", folder, *words, "--json")[1])
        return next(each["value"] for each in told if each["key"] == "visits.gifts_yuan")

    assert gifts("--year", 2020) == "2000.00"
    assert (
        gifts("--year", 2020, "--span", "上半年") == gifts("--year", 2020, "--span", "疫情期间") == "1000.00"
    )
    assert gifts("--from", "2019-12-01", "--to", "2020.4.8") == "2000.00"
    assert "2020年1月1日至2020年6月30日" in run("figures", folder, "--year", 2020, "--span", "上半年")[1]
    for words, said in (
        (("--year", 2020, "--span", "旱季"), "没有名为“旱季”的时段，--span 可以写上半年、下半年、疫情期间"),
        (("--from", "2020-05-01", "--to", "2020-04-08"), "终止日期早于起始日期"),
        (("--from", "2020-05-01"), "请填写终止日期"),
        ((), "请写明年度"),
    ):
        assert said in run("figures", folder, *words)[2]
