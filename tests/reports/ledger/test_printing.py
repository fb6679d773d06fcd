"""The registers of the ledger on paper and as workbooks."""

from __future__ import annotations

from openpyxl import load_workbook
from pypdf import PdfReader

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.ledger.honour_steps import HonourStep
from models.ledger.honours import Honour
from models.ledger.memorials import Memorial, Patrol
from models.ledger.publicity import Publicity
from models.ledger.spending import Spending
from reports.ledger import printing
from reports.ledger.registers import LEDGER, kinds_of, register_of
from reports.tables.register import write_paper, write_workbook

USER = "王芳"


def save(*records):
    with journal.entry("登记", USER):
        for record in records:
            record.save()


def text(registers, out):
    finish(write_paper(registers, out))
    return ["".join(page.extract_text().split()) for page in PdfReader(out).pages]


def test_a_year_of_a_register_has_only_that_year(archive, tmp_path):
    save(*(Publicity(day=PartDate(year, 5, 1), form="横幅", quantity=year - 2000) for year in (2019, 2020)))
    register = printing.ledger_register(register_of("宣传"), register_of("宣传").rows(2020), 2020)
    (page,) = text([register], tmp_path / "宣传.pdf")
    assert "2020年双拥宣传登记表" in page
    assert "2020-05-01横幅20" in page
    assert "2019-05-01" not in page
    write_workbook(register, tmp_path / "宣传.xlsx")
    sheet = load_workbook(tmp_path / "宣传.xlsx").active
    assert [cell.value for cell in sheet[4]][:6] == [1, "2020-05-01", "横幅", None, 20, None]
    assert register_of("宣传").years() == [2020, 2019]


def test_money_is_summed_in_words(archive, tmp_path):
    save(Spending(year=2020, item="慰问部队经费", planned=80000, allotted=73600))
    (page,) = text(
        [printing.ledger_register(register_of("经费"), register_of("经费").rows(), 2020)],
        tmp_path / "经费.pdf",
    )
    assert "73,600.00元大写：柒万叁仟陆佰元整" in page


def test_every_register_of_a_year_in_one_paper(archive, tmp_path):
    pages = text(printing.whole_year(2020, practice=True), tmp_path / "台账.pdf")
    assert len(pages) == len(kinds_of(LEDGER))
    assert all("演练" in page for page in pages)
    outline = [each.title for each in PdfReader(tmp_path / "台账.pdf").outline]
    assert outline[0] == "2020年双拥宣传登记表"
    assert "烈士纪念设施普查登记表" in outline


def test_patrols_and_stages_are_printed_too(archive, tmp_path):
    memorial, honour = (
        Memorial(name="演练纪念碑", responsible="李强"),
        Honour(year=2020, honour="最美退役军人", name="张三"),
    )
    save(memorial, honour)
    save(
        Patrol(memorial=memorial, day=PartDate(2020, 4, 2), patroller="王芳", finding="碑文脱色", done=False),
        HonourStep(honour=honour, day=PartDate(2020, 6, 1), stage="初选", unit="区委宣传部"),
    )
    patrols, steps = text([printing.patrols(), printing.steps(2020)], tmp_path / "其他.pdf")
    assert "2020-04-02演练纪念碑李强王芳碑文脱色否" in patrols
    assert "2020年评选进展登记表" in steps
    assert "最美退役军人张三初选区委宣传部" in steps
