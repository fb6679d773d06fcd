"""People and workbooks as tests need them: invented, valid, and as many as wanted."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from models.core.citizen_number import check_digit

SERIAL = itertools.count(1)
BORN: Counter[tuple[str, date, str]] = Counter()  # how many numbers were given of an area, a day and a sex
HEADING = (
    "序号", "姓名", "性别", "民族", "出生日期", "身份证号", "户籍类别", "户口簿住址", "所属街道(镇)", "村(社区)",
    "联系方式(手机)", "医疗保障方式", "优抚对象状态", "生活补助证编号", "批准日期", "入伍(参加工作)时间", "退伍时间",
    "参战类别", "开户银行", "开户名称", "银行账号", "备注",
)  # fmt: skip


def citizen_number(born: date = date(1950, 6, 15), sex: str = "男", area: str = "630103") -> str:
    """A right number of that area, day and sex, of which there are 500: only after all of them it gives one again."""
    day = date.fromordinal(born.toordinal())
    serial = BORN[area, day, sex]
    BORN[area, day, sex] += 1
    place = (serial * 2 + (sex == "男")) % 1000
    body = f"{area}{day:%Y%m%d}{place:03d}"
    return body + check_digit(body)


def card_number(serial: int) -> str:
    """A card's number that passes the check of ISO/IEC 7812-1."""
    from models.people.identity import luhn

    body = f"622848{serial:012d}"
    return next(body + str(digit) for digit in range(10) if luhn(body + str(digit)))


def combatant(name: str = "张三", **cells: Any) -> list[Any]:
    """A row of a 参战 roster under ``HEADING``; ``cells`` replace by heading."""
    number = cells.pop("身份证号", None) or citizen_number()
    serial = next(SERIAL)
    row = dict(zip(HEADING, [""] * len(HEADING), strict=True))
    row |= {
        "序号": serial, "姓名": name, "性别": "男", "民族": "汉族", "出生日期": date(1950, 6, 15), "身份证号": number,
        "户籍类别": "农村", "户口簿住址": "西宁市城中区总寨镇清河村1号", "所属街道(镇)": "总寨镇", "村(社区)": "清河村",
        "联系方式(手机)": "13900001234", "医疗保障方式": "城乡居民基本医疗保险", "优抚对象状态": "享受待遇",
        "生活补助证编号": f"青战{serial:05d}", "批准日期": date(2013, 7, 8), "入伍(参加工作)时间": date(1968, 5, 22),
        "退伍时间": date(1973, 12, 12), "参战类别": "援越抗美作战", "开户银行": "青海银行", "开户名称": name,
        "银行账号": card_number(serial), "备注": "",
    }  # fmt: skip
    unknown = set(cells) - set(row)
    assert not unknown, unknown
    return list((row | cells).values())


def workbook(file: Path, sheets: dict[str, Iterable[Sequence[Any]]]) -> Path:
    """An .xlsx with these sheets, row by row as given."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    book.save(file)
    return file


def roster(file: Path, *people: Sequence[Any], sheet: str = "参战", heading: Sequence[str] = HEADING) -> Path:
    """A roster of one sheet: a title, the heading, the people, a footer."""
    title, footer = ["城中区2020年花名册"], [f"制表人：　　　审核人：　　　合计：{len(people)}人"]
    return workbook(file, {sheet: [title, heading, *people, footer]})
