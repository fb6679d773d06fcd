"""What of a run is signed, posted and explained on paper."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.pay.runs import carried_questions
from models.pay.standards import months
from models.people.identity import Identity
from reports.pay import run_rosters
from reports.tables.register import write_paper
from tests import factories
from tests.reports.pay.handing import USER, words


def test_the_roster_to_sign_has_every_payee_and_the_sum_in_words(late_rise, tmp_path):
    finish(run_rosters.write_run_roster(late_rise[0], tmp_path / "花名册.pdf"))
    (said,) = words(tmp_path / "花名册.pdf")
    for each in (
        "2021年10月定期抚恤补助发放花名册", "批次：202110-1", "编制中，未复核", "签字", "手印", "700元/月", "100.00", "800.00",
        "本页小计", "累计2人", "1,600.00", "壹仟陆佰元整", "负责人：", "复核：", "制表：", factories.card_number(1),
    ):  # fmt: skip
        assert each in said, each


def test_a_long_roster_sums_up_page_by_page(entitled, run, tmp_path):
    for serial in range(1, 61):
        entitled(f"某{serial}", serial)
    finish(run_rosters.write_run_roster(run("2019-09"), tmp_path / "花名册.pdf"))
    pages = words(tmp_path / "花名册.pdf")
    assert len(pages) > 2
    assert all("本页小计" in page and "累计" in page and "手印" in page for page in pages)
    assert "累计60人" in pages[-1]
    assert "36,000.00" in pages[-1]
    assert "叁万陆仟元整" in pages[-1]
    assert "叁万陆仟元整" not in pages[0]


def test_a_page_of_the_roster_has_room_for_twenty_five_people(entitled, run, tmp_path):
    for serial in range(1, 31):
        entitled(f"某{serial}", serial)
    finish(run_rosters.write_run_roster(run("2019-09"), tmp_path / "花名册.pdf"))
    assert "累计30人" not in (first := words(tmp_path / "花名册.pdf")[0])
    assert int(first.split("本页小计")[1].split("人")[0]) >= 25


def test_a_page_of_two_line_rows_has_room_for_twenty_five_people_too(entitled, run, tmp_path):
    grant = entitled("阿卜杜热合曼·阿卜力克木·买买", 1)
    register = run_rosters.run_register(run("2019-09"))
    row = list(register.rows[0])
    row[3], row[4], row[10] = (
        "残疾军人（因战七级）；带病回乡退役军人；参战退役人员",
        "1,234.50元/月；650.00元/月",
        "6" * 30,
    )
    assert row[1] == grant.person.name
    finish(
        write_paper(
            [
                replace(
                    register, rows=(tuple(row),) * 80, office="某某自治州某某土族回族自治县退役军人事务局" * 2
                )
            ],
            tmp_path / "长.pdf",
        )
    )
    pages = words(tmp_path / "长.pdf")
    assert [int(page.split("本页小计")[1].split("人")[0]) >= 25 for page in pages] == [
        True,
        True,
        True,
        False,
    ]
    assert all(page.count(row[3]) >= 25 and page.count(row[10]) >= 25 for page in pages[:3])


def test_the_workbook_adds_up_on_each_printed_page(entitled, run, tmp_path):
    for serial in range(1, 28):
        entitled(f"某{serial}", serial, "总寨镇" if serial % 2 else "南滩街道")
    finish(run_rosters.write_run_roster(run("2019-09"), tmp_path / "花名册.xlsx"))
    (page,) = load_workbook(tmp_path / "花名册.xlsx", data_only=True).worksheets
    (reckoned,) = load_workbook(tmp_path / "花名册.xlsx").worksheets
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    sums = [(row[1], row[2], row[9]) for row in rows if row[1] in ("本页小计", "累计")]
    assert sums == [
        ("本页小计", "25人", 15000),
        ("累计", "25人", 15000),
        ("本页小计", "2人", 1200),
        ("累计", "27人", 16200),
    ]
    formulas = [reckoned.cell(row, 10).value for row in (29, 30, 33, 34)]
    assert formulas == ["=SUM(J4:J28)", "=J29", "=SUM(J31:J32)", "=J33+J30"]
    assert len(page.row_breaks.brk) == 1
    assert "壹万陆仟贰佰元整" in rows[-2][0]
    assert page["K4"].value == factories.card_number(1)
    assert page["K4"].data_type == "s"


def test_each_street_has_a_roster_of_its_own(entitled, run, tmp_path):
    entitled("甲某", 1, "总寨镇")
    entitled("乙某", 2, "南滩街道")
    made = run("2019-09")
    finish(run_rosters.write_run_roster(made, tmp_path / "花名册.xlsx", by_street=True))
    assert load_workbook(tmp_path / "花名册.xlsx").sheetnames == ["南滩街道", "总寨镇"]
    finish(run_rosters.write_run_roster(made, tmp_path / "花名册.pdf", by_street=True))
    assert len(words(tmp_path / "花名册.pdf")) == 2
    with pytest.raises(Refusal, match="不能写成"):
        finish(run_rosters.write_run_roster(made, tmp_path / "花名册.doc"))


def test_who_gets_two_subsidies_signs_once(entitled, run):
    first = entitled("甲某", 1)
    other = Identity(
        person=first.person, kind="参战退役人员", state="享受待遇", approved=PartDate(2013, 7, 4)
    )
    with journal.entry("登记", USER):
        other.save()
        carried_questions.carry_all(months.month(2019, 9))  # 带病回乡 beside 参战 has been answered
    (row,) = run_rosters.paid(run("2019-09"))
    assert (row.payee.amount, row.months, row.standard) == (Decimal(1250), 2, "600元/月；650元/月")


def test_a_run_of_nobody_has_no_roster(archive, run):
    with pytest.raises(Refusal, match="没有要发放的人"):
        run_rosters.run_register(run("2019-09"))
