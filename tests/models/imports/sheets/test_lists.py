"""What one reader of strangers' tables can, all can: each way of writing, in each sort of table."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.deaths import lists
from models.filters.pasted import find_listed
from models.imports.imported_sheets import read_workbook
from models.imports.words.return_words import BankAnswer
from models.imports.workbooks import workbook
from models.pay.returns import return_files
from models.pay.runs.runs import PayRun
from tests import factories

NUMBER, OTHER = "630103195006150011", "630103195006150038"
ACCOUNT = factories.card_number(77)
FACTS = {
    "name": "张三", "number": NUMBER, "account": ACCOUNT, "money": Decimal("1610.30"), "day": PartDate(2020, 4, 20),
}  # fmt: skip
CELLS = {"name": "张三", "number": NUMBER, "account": ACCOUNT, "money": "1610.30", "day": "2020-04-20"}
SECOND = {**CELLS, "name": "李四", "number": OTHER, "account": factories.card_number(78)}
# What each sort of table calls its columns; what it calls by no name of ours is a word that it needs.
HEADINGS = {
    "roster": {"name": "姓名", "number": "身份证号", "account": "银行账号", "money": "年收入", "day": "批准日期"},
    "register": {"name": "姓名", "number": "身份证号", "account": "银行账号", "money": "金额", "day": "发放日期", "义务兵家庭优待金": "项目"},
    "dead": {"name": "姓名", "number": "身份证号", "day": "死亡日期"},
    "return": {"name": "户名", "account": "账号", "money": "金额", "成功": "处理结果"},
    "pasted": {"name": "姓名", "number": "身份证号"},
}  # fmt: skip
SHEETS = {
    "roster": "参战",
    "register": "义务兵优待金发放",
    "dead": "火化",
    "return": "回盘",
    "pasted": "粘贴",
}
CELL_WAYS = [
    *(("number", way) for way in (f"'{NUMBER}", f"{NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]}", f"　{NUMBER}\xa0")),
    ("number", NUMBER.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"})),
    *(("account", way) for way in (f"'{ACCOUNT}", f"{ACCOUNT[:4]} {ACCOUNT[4:]}")),
    ("account", ACCOUNT.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"})),
    *(("money", way) for way in ("￥1610.30", "1,610.30元", "¥1 610.30", "人民币1610.3元整", "１６１０．３０", 1610.3)),
    *(("day", way) for way in ("2020年4月20日", "2020.4.20", "20200420", "2020/4/20 0:00", "2020年4月20日（星期一）")),
    *(("day", way) for way in ("二〇二〇年四月二十日", "２０２０－４－２０", "'2020-04-20", 43941)),
    *(("name", way) for way in ("张　三", " 张三 ", "'张三")),
]  # fmt: skip
HEADING_WAYS = ["{}*", "＊{}", "{}（必填）", "1.{}", "{}：", " {} ", "{}\n（照证件填写）"]


def table(sort, heading="{}", people=(CELLS,), **cells):
    """A table of that sort: its heading in some way of writing, and a row for each of the people."""
    named = HEADINGS[sort]
    rows = [[heading.format(words) for words in named.values()]]
    return rows + [[{**each, **cells}.get(field, field) for field in named] for each in people]


@pytest.fixture
def told(request, tmp_path):
    """What a table of a sort says of each person, by fact: ``told("roster", rows)``."""

    def read(sort, rows, **others):
        if sort == "pasted":
            return pasted(request.getfixturevalue("person"), rows)
        file = factories.workbook(tmp_path / "表.xlsx", {**others, SHEETS[sort]: rows})
        return READERS[sort](file)

    return read


def people_of(file):
    (sheet,) = [
        each for each in read_workbook(workbook.read_spreadsheet(file).sheets, None, file.name) if each.lines
    ]
    assert [line.refused for line in sheet.lines if line.refused] == []
    return sheet


def of_roster(file):
    return [
        {
            "name": line.person["name"], "number": line.person["number"], "account": line.account.get("account"),
            "money": line.person.get("income"), "day": line.identity.get("approved"),
        }
        for line in people_of(file).lines
    ]  # fmt: skip


def of_register(file):
    return [
        {
            "name": line.facts["name"], "number": line.facts["number"], "account": line.facts.get("account"),
            "money": line.facts.get("amount"), "day": line.facts.get("day"),
        }
        for line in people_of(file).lines
    ]  # fmt: skip


def of_dead(file):
    listed = lists.read_death_list(file)
    assert [row for _, row, _ in listed.refused if row] == []  # a sheet without the dead is told whole
    return [{"name": row.name, "number": row.number, "day": row.day} for row in listed.rows]


def of_return(file):
    found = return_files.return_rows(PayRun(number="202004-1"), file, False)[0]
    assert {row.answer for row in found} == {BankAnswer.PAID}
    return [{"name": row.name, "account": row.account, "money": row.amount} for row in found]


def pasted(person, rows):
    known = [person(name=each["name"], number=each["number"]) for each in (CELLS, SECOND)]
    text = "\n".join("\t".join(" ".join(str(cell).split("\n")) for cell in row) for row in rows)
    found = find_listed(text)
    assert found.not_found == []
    return [
        {"name": each.name, "number": each.number} for key in found.ids for each in known if each.id == key
    ]


READERS = {"roster": of_roster, "register": of_register, "dead": of_dead, "return": of_return}


def facts(sort, *people):
    return [{field: value for field, value in each.items() if field in HEADINGS[sort]} for each in people]


FIRST, SECOND_FACTS = FACTS, {**FACTS, **{field: SECOND[field] for field in ("name", "number", "account")}}


@pytest.mark.parametrize(
    ("sort", "field", "way"),
    [(sort, field, way) for sort in HEADINGS for field, way in CELL_WAYS if field in HEADINGS[sort]],
)
def test_a_cell_in_any_way_of_writing_is_read_in_every_table(told, sort, field, way):
    assert told(sort, table(sort, **{field: way})) == facts(sort, FIRST)


@pytest.mark.parametrize("sort", HEADINGS)
@pytest.mark.parametrize("way", HEADING_WAYS)
def test_a_heading_with_stars_and_notes_is_known_in_every_table(told, sort, way):
    assert told(sort, table(sort, way)) == facts(sort, FIRST)


@pytest.mark.parametrize("sort", HEADINGS)
def test_a_heading_that_a_later_page_repeats_is_nobody(told, sort):
    page = table(sort)
    assert told(sort, [*page, *table(sort, people=(SECOND,))]) == facts(sort, FIRST, SECOND_FACTS)


@pytest.mark.parametrize("sort", HEADINGS)
def test_totals_and_numbered_columns_are_nobody(told, sort):
    heading, *rows = table(sort, people=(CELLS, SECOND))
    numbering = [str(n) for n, _ in enumerate(heading, start=1)]
    total = ["合计", "2笔", *[""] * (len(heading) - 2)]
    numbered = [numbering] if len(heading) > 2 else []
    assert told(sort, [heading, *numbered, *rows, total]) == facts(sort, FIRST, SECOND_FACTS)


@pytest.mark.parametrize("sort", [sort for sort in HEADINGS if sort != "pasted"])
def test_titles_feet_and_sheets_of_another_kind_are_nobody(told, sort):
    rows = [["某单位2020年名单"], [], *table(sort), [], ["制表人：某某　　审核人：某某"]]
    assert told(sort, rows, 说明=[["本表由系统导出"], ["联系电话", "0971-8212345"]]) == facts(sort, FIRST)


@pytest.mark.parametrize("sort", [sort for sort in HEADINGS if sort != "pasted"])
def test_a_heading_below_its_groups_is_known_in_every_table(told, sort):
    heading, row = table(sort)
    groups = ["基本信息", *[""] * (len(heading) - 1), "经办人", ""]
    rows = [groups, [*heading, "姓名", "联系电话"], [*row, "王经办", "13900001111"]]
    assert told(sort, rows) == facts(sort, FIRST)


@pytest.mark.parametrize("sort", [sort for sort in HEADINGS if sort != "pasted"])
def test_the_same_as_above_is_what_stands_above(told, sort):
    """同上 below a day or an amount; of who somebody is, nobody says so."""
    field = "day" if "day" in HEADINGS[sort] else "money"
    rows = table(sort, people=(CELLS, {**SECOND, field: "同上"}))
    assert told(sort, rows) == facts(sort, FIRST, SECOND_FACTS)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("sort", READERS)
def test_text_with_separators_is_a_table_too(tmp_path, sort, encoding):
    file = tmp_path / f"{SHEETS[sort]}.csv"
    with file.open("w", encoding=encoding, newline="") as out:
        csv.writer(out).writerows(table(sort, account=f'="{ACCOUNT}"'))
    assert READERS[sort](file) == facts(sort, FIRST)


def test_the_payers_account_is_not_the_payees(told):
    rows = [
        ["付款账号", "账号", "收款账号", "收款人名称", "金额", "处理结果"],
        ["1001", "28010000001", *(CELLS[field] for field in ("account", "name", "money")), "成功"],
    ]
    assert told("return", rows) == facts("return", FIRST)
