"""A superior's form of forty columns filled for a district: against openpyxl loading and saving that form alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side

from models import store
from models.core.jobs import finish
from models.people import search
from models.practice import filling as practice
from reports.superior_forms.filling import fill_form
from reports.superior_forms.form_files import read_form
from tests.bench.measured import Clock, Measured, best

DISTRICT = 681  # people
BUDGET = 3
HEADINGS = (
    "序号", "姓名", "性别", "身份证号码", "出生年月", "年龄", "民族", "户籍类别", "户口簿住址", "实际居住地址", "乡镇（街道）",
    "村（社区）", "联系电话", "邮政编码", "婚姻状况", "文化程度", "政治面貌", "健康状况", "就业状况", "医疗保障方式", "养老保障方式",
    "优抚对象类别", "优抚对象状态", "证书编号", "批准日期", "伤残等级", "伤残性质", "入伍时间", "退役时间", "部队代号", "参战类别",
    "参试类别", "是否孤老", "劳动能力", "生活能力", "供养方式", "开户银行", "开户名称", "银行账号", "备注",
)  # fmt: skip


def measure(folder: Path, clock: Clock = best) -> Iterator[Measured]:
    """Everything of it: the form read, understood and filled, rows put in above its foot; the floor is the filled form."""
    form, out = _form(folder / "市局.xlsx"), folder / "已填.xlsx"
    with store.practice_session(folder / "演练库", "演练"):
        finish(practice.fill_and_pay(DISTRICT, "演练"))
        people = list(search.find_people())
        taken = clock(lambda: finish(fill_form(read_form(form), people, out)))
    floor = best(lambda: load_workbook(out).save(folder / "另存.xlsx"))
    yield Measured(f"a superior's form of 40 columns filled for {DISTRICT} people", taken, floor, "s", BUDGET)


def _form(file: Path) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["优抚对象基本信息采集表"])
    sheet.append(list(HEADINGS))
    line = Side(style="thin")
    for row in range(3, 23):
        for column in range(1, len(HEADINGS) + 1):
            sheet.cell(row, column).border = Border(line, line, line, line)
    sheet.append(["合计", "=COUNTA(B3:B22)"])
    book.save(file)
    return file


def test_filling_a_form_costs_little_more_than_saving_it(tmp_path, clock, keep):
    store.create_practice(tmp_path / "演练库")
    keep(*measure(tmp_path, clock))


def measure_alone(folder: Path) -> Iterator[Measured]:
    """The same in an archive made for it."""
    store.create_practice(folder / "演练库")
    yield from measure(folder)
