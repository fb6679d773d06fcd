"""The dead who were still paid, on paper: the list of those stopped, and the notice that asks the family for what was overpaid.

The notice's sentences are the program's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from reportlab.lib.units import mm

from models.archive import opened
from models.core.amounts import in_words
from models.core.dates import PartDate
from models.core.record import Refusal
from models.deaths.overpaid import Overpaid, last_month
from models.deaths.sentinel import STOPPED, DeathMatch, overpaid_if
from models.office import settings
from reports.paper import plain_pages
from reports.paper.forms import Column, Ledger, caption, note, title
from reports.paper.layout import END, START, Gaps, Strip
from reports.paper.letters import paragraphs, signature
from reports.paper.penned import StaticRow
from reports.tables.register import END as RIGHT
from reports.tables.register import START as LEFT
from reports.tables.register import Heading, Register, numbered

LIST = (
    Heading("序号", 10), Heading("姓名", 19), Heading("身份证号", 37), Heading("街道(镇)、村(社区)", 36, LEFT),
    Heading("死亡日期", 22), Heading("发至", 17), Heading("多发月数", 15), Heading("多发金额(元)", 23, RIGHT),
    Heading("已追回(元)", 21, RIGHT), Heading("匹配方式", 26), Heading("核实人", 17), Heading("名单来源", 34, LEFT),
)  # fmt: skip
MONEY = 7
MONTHS = Ledger(
    Column("发放月份", 34),
    Column("发放项目", 66, START),
    Column("发放日期", 32),
    Column("金额（元）", 33, END),
)


def stop_list(some: Iterable[DeathMatch], practice: bool | None = None) -> Register:
    """停发名单: who was stopped, from when, what was overpaid and what came back."""
    rows = [
        (
            each.person.name, each.person.number, f"{each.person.street}{each.person.community}", each.died,
            last_month(each.died) if each.died else "", each.months, each.amount or Decimal(0), each.recovered,
            each.how, each.decided_by, each.file,
        )
        for each in some
        if each.state == STOPPED
    ]  # fmt: skip
    practice = opened.current().practice if practice is None else practice
    return Register("身后止付停发名单", LIST, numbered(rows), ("单位：元",), "人", MONEY, practice=practice)


def write_notice(match: DeathMatch, out: Path) -> None:
    """追回通知书 to the family. Raises ``Refusal`` when nobody was stopped or nothing was overpaid."""
    if match.state != STOPPED or match.died is None:
        raise Refusal("核实死亡并停发以后，才能出追回通知书")
    found = overpaid_if(match)
    if not found.payments:
        raise Refusal(f"{match.person.name}去世以后没有多发，不用追回")
    strips = notice(match, match.died, found)
    plain_pages.write(
        [strips], out, "多发抚恤补助金追回通知书", settings.office().name, opened.current().practice
    )


def notice(match: DeathMatch, died: PartDate, found: Overpaid) -> list[Strip]:
    """The notice: whose, until when it was due, the months and what they come to, how to give it back."""
    gaps = Gaps(match.person.name)
    last = PartDate(*map(int, last_month(died).split("-"))).chinese()
    words = in_words(found.amount)
    text = (
        f"{match.person.name}同志家属：",
        f"　　{match.person.name}同志（公民身份号码{match.person.number}）于{died.chinese()}去世，我们表示哀悼。"
        f"按照规定，其定期抚恤补助发至{last}，从下一个月起停发。因未及时得知，{found.span()}仍拨入原账户，"
        f"共{found.amount:,.2f}元（大写：{words}），明细如下：",
    )
    rows = [
        (
            each.month.chinese() if each.month else "",
            each.item,
            str(each.paid_on or ""),
            f"{each.amount:,.2f}",
        )
        for each in found.payments
    ]
    after = (
        "　　请在收到本通知之日起三十日内，把上述款项退回本单位指定账户，或者带本通知到本单位办理。"
        "家属依法可以享受的丧葬补助等待遇，另行申请、另行发放，与本次退款分别办理。有疑问的，请与本单位联系。",
    )
    receipt = StaticRow(
        "送达回证",
        "本通知书已经收到。",
        ("收件人签字：　　　　　　　　　　与逝者关系：　　　　　　", "年　　　月　　　日"),
        32 * mm,
    )
    left = match.left
    told = f"已退回{match.recovered:,.2f}元，还有{left:,.2f}元。" if match.recovered else ""
    return [
        title("多发抚恤补助金追回通知书"), caption("", "", gaps), *paragraphs(text, gaps),
        *MONTHS.strips(rows, gaps), *paragraphs((*after, *([f"　　{told}"] if told else [])), gaps), signature((settings.office().name, "　　　　年　　月　　日")),
        receipt.strip(receipt)._replace(stretch=None), note("一式两份，一份送达，一份存档。"),
    ]  # fmt: skip
