"""What of a run is signed, posted and explained on paper."""

from __future__ import annotations

from decimal import Decimal

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.pay.runs import bank_files, drawing_up, following_runs, returns, runs, steps
from models.pay.standards import standards
from models.pay.standards.standards import Standard
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.search import find_people
from reports.pay import differences, run_rosters, slips
from tests import factories

USER = "王芳"
KIND = "带病回乡退役军人"


def words(file):
    return ["".join(page.extract_text().split()) for page in PdfReader(file).pages]


@pytest.fixture
def entitled(person):
    def make(name, serial=0, street="总寨镇", kind=KIND, **facts):
        someone = person(name=name, street=street, died=facts.pop("died", None))
        grant = Identity(person=someone, kind=kind, state="享受待遇", approved=PartDate(2013, 7, 4), **facts)
        with journal.entry("登记", USER):
            grant.save()
            IdentityState(identity=grant, person=someone, state="享受待遇", since=grant.approved).save()
            account = factories.card_number(serial) if serial else ""
            BankAccount(person=someone, identity=grant, bank="青海银行", holder=name, account=account).save()
        return grant

    return make


@pytest.fixture
def run(archive):
    def draw(first, last=None):
        return finish(drawing_up.draw_up_run(PartDate.parse(first), PartDate.parse(last or first), USER))

    return draw


def handed_over(made):
    finish(steps.check_run(made, "李明"))
    steps.approve_run(made, "李明")
    steps.pay_run(made, USER, PartDate(2020, 1, 5))
    return made


@pytest.fixture
def late_rise(entitled, run):
    """Two people paid by the old standard for August and September 2021; the new one is announced in October."""
    with journal.entry("旧标准暂用", USER):
        old = Standard(
            layer="国家",
            kind=KIND,
            unit="月",
            amount=Decimal(650),
            begins=PartDate(2020, 8),
            confirmed=True,
            source="测试",
        )
        old.save()
    people = [entitled(name, serial) for serial, name in enumerate(("甲某", "乙某"), start=1)]
    run("2021-07", "2021-09")
    with journal.entry("新标准", USER):
        old.ends = PartDate(2021, 7)
        old.save()
    standards.confirm_standards(
        [Standard.get(Standard.kind == KIND, Standard.begins == PartDate(2021, 8))], USER, "演练〔2021〕9号"
    )
    return run("2021-10"), people


def test_the_roster_to_sign_has_every_payee_and_the_sum_in_words(late_rise, tmp_path):
    finish(run_rosters.write_run_roster(late_rise[0], tmp_path / "花名册.pdf"))
    (said,) = words(tmp_path / "花名册.pdf")
    for each in (
        "2021年10月定期抚恤补助发放花名册", "批次：202110-1", "编制中，未复核", "签字", "手印", "700元/月", "100.00", "800.00",
        "本页小计", "累计2人", "1,600.00", "壹仟陆佰元整", "负责人：", "审核：", "制表：", factories.card_number(1),
    ):  # fmt: skip
        assert each in said, each


def test_a_long_roster_sums_up_page_by_page(entitled, run, tmp_path):
    for serial in range(1, 41):
        entitled(f"某{serial}", serial)
    finish(run_rosters.write_run_roster(run("2019-09"), tmp_path / "花名册.pdf"))
    pages = words(tmp_path / "花名册.pdf")
    assert len(pages) > 2
    assert all("本页小计" in page and "累计" in page and "手印" in page for page in pages)
    assert "累计40人" in pages[-1]
    assert "24,000.00" in pages[-1]
    assert "贰万肆仟元整" in pages[-1]
    assert "贰万肆仟元整" not in pages[0]


def test_the_workbook_adds_up_on_each_printed_page(entitled, run, tmp_path):
    for serial in range(1, 21):
        entitled(f"某{serial}", serial, "总寨镇" if serial % 2 else "南滩街道")
    finish(run_rosters.write_run_roster(run("2019-09"), tmp_path / "花名册.xlsx"))
    (page,) = load_workbook(tmp_path / "花名册.xlsx").worksheets
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    sums = [(row[1], row[2], row[9]) for row in rows if row[1] in ("本页小计", "累计")]
    assert sums == [
        ("本页小计", "18人", 10800),
        ("累计", "18人", 10800),
        ("本页小计", "2人", 1200),
        ("累计", "20人", 12000),
    ]
    assert len(page.row_breaks.brk) == 1
    assert "壹万贰仟元整" in rows[-2][0]
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
    (row,) = run_rosters.paid(run("2019-09"))
    assert (row.payee.amount, row.months, row.standard) == (Decimal(1250), 2, "600元/月；650元/月")


def test_a_run_of_nobody_has_no_roster(archive, run):
    with pytest.raises(Refusal, match="没有要发放的人"):
        run_rosters.run_register(run("2019-09"))


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


def test_people_who_changed_for_one_reason_are_told_together(late_rise):
    found = {each.what: each for each in differences.differences(late_rise[0])}
    assert set(found) == {"其他变更", "补发"}
    assert (found["补发"].who, found["补发"].span, found["补发"].amount) == (
        "甲某、乙某",
        "2021年8月至9月",
        Decimal(200),
    )
    assert found["其他变更"].reason.startswith("标准由650元/月变为700元/月：国家标准")


def test_the_list_of_changes_names_who_could_not_be_reckoned(entitled, run):
    entitled("甲某", 1, kind="伤残人员", grade="二级", nature="因战")
    made = run_rosters.changes_register(run("2019-09"))
    assert [row[1:5] for row in made.rows] == [("甲某", made.rows[0][2], "伤残人员 二级因战", "未算")]
    assert "缺少2019年9月的国家标准" in made.rows[0][-1]
    assert runs.lines_of(runs.runs()[0])[0].kind == "未算"
