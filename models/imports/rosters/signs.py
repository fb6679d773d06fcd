"""Signs of a register 登记表 in a heading that names people: payments, visits and the like are no rosters of them."""

from __future__ import annotations

import re

from models.core.words import bare_heading
from models.imports.sheets.columns import FoundColumn
from models.imports.sheets.headings import TableHeading
from models.imports.words.heading_forms import TRAILING, UNIT

# Headings that tell of something done for a person on a day, never of the person.
OF_DEEDS = re.compile(
    r"(补助|补贴)?(发放|打卡|打款|拨付|支付|付款|转账)(日期|时间|年月日)|发放(月份|月数|类别|年度|状态|次数|资金总额)|所属月份|[应实]发(金额|数)?|补发(金额|月数)|"
    r"((19|20)\d{2}年)?(0?[1-9]|1[0-2]|十[一二]?|[一二三四五六七八九])月份?(发放|补助|金额)*|[应实]发合计|"
    r"((19|20)\d{2}年)?(第?[一二三四1-4]季度?|[上下]半年|\d{1,2}月?[-~—至到]\d{1,2}月)(发放|补助|金额)*|"
    r"总费用|报销.*金额|救助(金额|日期|时间)|走访(日期|时间|人员)|慰问(日期|时间|金|品|形式|标准|金额).*"
)
# Headings that a roster may have too; the name of the sheet or a lack of facts of life decides.
OF_MONEY = re.compile(
    r"(发放|补助|补贴|抚恤|优待|合计|奖励|报销|代缴|缴费|支付|拨付|慰问)?金额|合计(金额)?|总计|金额合计|(发放|补助|补贴|报销)额|(补助|补贴|奖)金|领[取款]人?(签[字名章]|手印)?|签[字名章收]"
)
TITLE = re.compile(r"发放|慰问|走访|报销|代缴|救助|签收|签领|打卡")
OF_LIFE = frozenset(
    [
        "person.born",
        "person.ethnic",
        "identity.state",
        "identity.approved",
        "identity.joined",
        "identity.left",
    ]
)
NO_ROSTER = "有“{}”一栏，是发放、走访一类的登记表，不是人员花名册，本表没有读入；人员请用花名册导入"


def sign_of_register(heading: TableHeading, sheet: str) -> FoundColumn | None:
    """The column that shows a sheet to be a register; None when it may be a roster."""
    named = [
        (column, UNIT.sub("", TRAILING.sub("", bare_heading(column.heading)))) for column in heading.columns
    ]
    if told := next((column for column, name in named if OF_DEEDS.fullmatch(name)), None):
        return told
    if TITLE.search(sheet + heading.title) or not heading.fields() & OF_LIFE:
        return next((column for column, name in named if OF_MONEY.fullmatch(name)), None)
    return None
