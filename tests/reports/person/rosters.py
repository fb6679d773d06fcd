"""Rosters as tests need them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pypdf import PdfReader

from models.core.jobs import finish
from reports.person.people_roster import (
    PEOPLE_LIST,
    Roster,
    write_roster_paper,
)

BOOKED = tuple(each for each in PEOPLE_LIST.columns if each.book)
ON_PAPER = 1 + len(PEOPLE_LIST.printed())  # columns, 序号 being the first
HEADINGS = ["序号", *map(PEOPLE_LIST.paper_heading, BOOKED)]
EMPTY = dict.fromkeys(HEADINGS, "")


def row(number=1, **facts):
    usual = {
        "序号": str(number), "姓名": "马建国", "性别": "男", "身份证号": "630103195308010011", "身份": "残疾军人",
        "等级性质": "六级因战", "状态": "享受待遇", "证书编号": "青军A001234", "联系电话": "13897123456",
    }  # fmt: skip
    return tuple((EMPTY | usual | facts).values())


def roster(*rows, **about):
    whole = Roster("优抚对象花名册", "西宁市城中区退役军人事务局", date(2020, 8, 1), rows)
    return replace(whole, **about)


def many(count):
    return roster(*(row(n) for n in range(1, count + 1)))


def pages(made, out):
    finish(write_roster_paper(made, out))
    return [page.extract_text() for page in PdfReader(out).pages]


def squeezed(text):
    return "".join(text.split())
