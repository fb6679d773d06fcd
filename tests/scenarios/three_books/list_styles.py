"""The styles in which a superior's system, or whoever copied from it, heads and writes a list."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from models.core.dates import PartDate
from tests import factories

Listed = dict[str, object]


class Style(NamedTuple):
    """Headings by field in their order, how a day and an amount are written, and how the file is made."""

    name: str
    headings: dict[str, str]
    day: Callable[[PartDate], object]
    money: Callable[[Decimal], object]
    write: Callable[[Path, Sequence[str], list[list[object]]], Path]


def _plain(file: Path, headings: Sequence[str], rows: list[list[object]]) -> Path:
    return factories.workbook(file.with_suffix(".xlsx"), {"Sheet1": [headings, *rows]})


def _titled(file: Path, headings: Sequence[str], rows: list[list[object]]) -> Path:
    title = ["全国优抚信息管理系统导出数据（2020年8月）"]
    numbered = [["序号", *headings], *([n, *row] for n, row in enumerate(rows, start=1))]
    foot = [["合计", f"{len(rows)}人"], ["制表人：　　　审核人：　　　"]]
    return factories.workbook(file.with_suffix(".xlsx"), {"导出": [title, *numbered, *foot]})


def _text(file: Path, headings: Sequence[str], rows: list[list[object]]) -> Path:
    file = file.with_suffix(".csv")
    with file.open("w", encoding="gb18030", newline="") as out:
        csv.writer(out).writerows([headings, *rows])
    return file


def _page(file: Path, headings: Sequence[str], rows: list[list[object]]) -> Path:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (headings, *rows))
    file = file.with_suffix(".htm")
    file.write_text(
        f"<html><meta charset='utf-8'><body><table border=1>{cells}</table></body></html>", "utf-8"
    )
    return file


def _grouped(file: Path, headings: Sequence[str], rows: list[list[object]]) -> Path:
    over = ["基本信息", *[""] * 11, "优抚信息", *[""] * (len(headings) - 13)]
    return factories.workbook(
        file.with_suffix(".xlsx"), {"名单": [["优抚对象信息一览表"], over, headings, *rows]}
    )


def _paged(file: Path, headings: Sequence[str], rows: list[list[object]]) -> Path:
    """The heading once more on each page of 25 rows."""
    lines = [line for n, row in enumerate(rows) for line in ([headings] if n % 25 == 0 else []) + [row]]
    return factories.workbook(file.with_suffix(".xlsx"), {"打印": [["优抚对象花名册"], *lines]})


def _named(*pairs: tuple[str, str]) -> dict[str, str]:
    return dict(pairs)


TEMPLATE = _named(
    ("person.name", "姓名*"), ("person.number", "公民身份号码*"), ("person.sex", "性别*"), ("person.born", "出生日期*"), ("person.ethnic", "民族*"),
    ("person.household", "户籍类别*"), ("person.household_address", "户口簿住址"), ("person.residence", "实际居住地址"), ("person.street", "所属街道(镇)"),
    ("person.community", "村(社区)"), ("person.phone", "联系方式(手机)"), ("person.insurance", "医疗保障方式*"), ("person.marital", "婚姻状况"),
    ("person.education", "文化程度"), ("identity.kind", "身份"), ("identity.category", "优抚对象类别"), ("identity.grade", "伤残等级"),
    ("identity.nature", "伤残性质"), ("identity.battle", "参战类别"), ("identity.state", "优抚对象状态*"), ("identity.certificate", "证书编号"),
    ("identity.approved", "批准日期*"), ("identity.joined", "入伍(参加工作)时间"), ("identity.left", "退伍时间"), ("identity.paid_to", "抚恤金已发至月份"),
    ("account.bank", "开户银行*"), ("account.holder", "开户名称*"), ("account.account", "银行账户*"), ("amount", "月发放金额"),
)  # fmt: skip


def _with(**other: str) -> dict[str, str]:
    """The template with other words for some of its fields, named by what stands behind the dot."""
    return {key: other.get(key.rpartition(".")[2], heading.rstrip("*")) for key, heading in TEMPLATE.items()}


def _day(day: PartDate) -> object:
    return date(day.year, day.month, day.day) if day.known == 3 else str(day)


STYLES = (
    Style("模板", TEMPLATE, str, float, _plain),
    Style("带标题和合计", _with(number="身份证号码", phone="手机", residence="现住址", left="退役时间", amount="发放金额(元)"), _day, str, _titled),
    Style("文本", _with(number="身份证号", born="出生年月日", account="银行账号", bank="开户行", holder="户名", amount="月发放标准"),
          lambda day: f"{day}".replace("-", "/"), lambda yuan: f"{yuan:,.2f}", _text),
    Style("网页", _with(number="证件号码", street="乡镇", community="村", household="户口性质", certificate="证件编号", amount="应发金额"),
          PartDate.chinese, lambda yuan: f"{yuan}元", _page),
    Style("分组表头", _with(number="身份证号", name="优抚对象姓名", phone="联系电话", marital="婚姻", education="学历", amount="本月实发金额"), _day, float, _grouped),
    Style("逐页表头", _with(number="居民身份证号码", insurance="参保类型", household_address="户籍地址", state="状态", amount="补助标准"), str, float, _paged),
)  # fmt: skip


def write_list(style: Style, file: Path, rows: Sequence[Listed]) -> Path:
    """Write the rows in a style."""
    cells = [[_cell(style, row.get(key)) for key in style.headings] for row in rows]
    return style.write(file, list(style.headings.values()), cells)


def _cell(style: Style, value: object) -> object:
    if isinstance(value, PartDate):
        return style.day(value)
    if isinstance(value, Decimal):
        return style.money(value)
    return "" if value is None else value
