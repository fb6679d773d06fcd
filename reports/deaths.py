"""Deaths 身后止付 on paper: the list of those stopped, and the notice that asks the family for what was overpaid.

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
from models.deaths.sentinel import DeathMatch, MatchState, overpaid_if
from models.office import settings
from models.printing.named_people import tell_named
from models.uses.named_rows import people_named
from reports.letters.letter_marks import RECOVERY
from reports.letters.own_letters import write_own_letter
from reports.paper import plain_pages
from reports.paper.forms import Ledger, LedgerColumn, caption, note, title
from reports.paper.layout import END, START, Gaps, Strip
from reports.paper.letters import paragraphs, signature
from reports.paper.penned_rows import StaticRow
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END as RIGHT
from reports.tables.register import START as LEFT
from reports.tables.register import Register


def overpaid_of(match: DeathMatch) -> Decimal:
    """What was overpaid: as it was found when the person was stopped, else as it would be now."""
    return match.amount if match.amount is not None else overpaid_if(match).amount


MATCH_LIST = Listing(
    DeathMatch,
    (
        ListColumn("name", 90, 19, heading="档案姓名", printed="姓名", field="person.name"),
        ListColumn("number", 166, 37, heading="档案身份证号", printed="身份证号", field="person.number"),
        ListColumn("place", paper=36, align=LEFT, heading="街道(镇)、村(社区)", words=lambda match: f"{match.person.street}{match.person.community}"),
        ListColumn("listed_name", 90, heading="名单姓名"),
        ListColumn("listed_number", 166, heading="名单证件号"),
        ListColumn("listed_day", 120, heading="名单日期", words=lambda match: f"{match.listed_day or ''}{match.day_of}", order=DeathMatch.listed_day),
        ListColumn("doubt", 200),
        ListColumn("died", paper=22, heading="死亡日期"),
        ListColumn("last", paper=17, heading="发至", words=lambda match: last_month(match.died) if match.died else ""),
        ListColumn("months", paper=15),
        ListColumn("overpaid", 96, 23, RIGHT, "多发(元)", words=overpaid_of, printed="多发金额(元)", on_paper=lambda match: match.amount or Decimal(0), summed=True),
        ListColumn("recovered", 96, 21, RIGHT, summed=True),
        ListColumn("street", 110, field="person.street"),
        ListColumn("how", 130, 26),
        ListColumn("decided_by", 80, 17),
        ListColumn("file", 170, 34, LEFT, "名单", words=lambda match: f"{match.file} {match.place}", printed="名单来源", on_paper=lambda match: match.file, order=DeathMatch.file),
        ListColumn("state", 84),
    ),
    first=(
        "state", "how", "name", "number", "listed_name", "listed_number", "listed_day", "doubt", "overpaid", "recovered", "street", "file",
    ),
    number=10, money="overpaid", counted="人",
)  # fmt: skip
MONTHS = Ledger(
    LedgerColumn("发放月份", 34),
    LedgerColumn("发放项目", 66, START),
    LedgerColumn("发放日期", 32),
    LedgerColumn("金额（元）", 33, END),
)


def stop_list(some: Iterable[DeathMatch], practice: bool | None = None) -> Register:
    """停发名单: who was stopped, from when, what was overpaid and what came back."""
    stopped = [each for each in some if each.state == MatchState.STOPPED]
    practice = opened.opened_archive().practice if practice is None else practice
    return MATCH_LIST.register("身后止付停发名单", stopped, ("单位：元",), practice)


def write_recovery_notice(match: DeathMatch, out: Path) -> None:
    """追回通知书 to the family. Raises ``Refusal`` when nobody was stopped or nothing was overpaid."""
    if match.state != MatchState.STOPPED or match.died is None:
        raise Refusal("核实死亡并停发以后，才能出追回通知书")
    found = overpaid_if(match)
    if not found.payments:
        raise Refusal(f"{match.person.name}去世以后没有多发，不用追回")
    died = match.died
    tell_named(out, people_named([match]))
    if write_own_letter(RECOVERY, lambda: recovery_marks(match, died, found), out):
        return
    strips = notice(match, died, found)
    plain_pages.write_plain_pages(
        [strips], out, "多发抚恤补助金追回通知书", settings.office().name, opened.opened_archive().practice
    )


def recovery_marks(match: DeathMatch, died: PartDate, found: Overpaid) -> dict[str, str]:
    """What the office's template of 追回通知书 may ask."""
    rows = [
        f"{each.month.chinese() if each.month else ''}　{each.item}　{each.amount:,.2f}元"
        for each in found.payments
    ]
    return {
        "姓名": match.person.name, "身份证号": match.person.number, "死亡日期": died.chinese(), "发至月份": _last_due(died),
        "多发月份": found.span(), "金额": f"{found.amount:,.2f}", "大写金额": in_words(found.amount),
        "明细": "\n".join(rows), "退回情况": _back(match, found),
    }  # fmt: skip


def _last_due(died: PartDate) -> str:
    """The last month that was due, in words."""
    return PartDate(*map(int, last_month(died).split("-"))).chinese()


def notice(match: DeathMatch, died: PartDate, found: Overpaid) -> list[Strip]:
    """The notice: whose, until when it was due, the months and what they come to, how to give it back."""
    gaps = Gaps(match.person.name)
    words = in_words(found.amount)
    text = (
        f"{match.person.name}同志家属：",
        f"　　{match.person.name}同志（公民身份号码{match.person.number}）于{died.chinese()}去世，我们表示哀悼。"
        f"按照规定，其定期抚恤补助发至{_last_due(died)}，从下一个月起停发。因未及时得知，{found.span()}仍拨入原账户，"
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
    told = _back(match, found)
    return [
        title("多发抚恤补助金追回通知书"), caption("", "", gaps), *paragraphs(text, gaps),
        *MONTHS.strips(rows, gaps), *paragraphs((*after, *([f"　　{told}"] if told else [])), gaps), signature((settings.office().name, "　　　　年　　月　　日")),
        receipt.strip(receipt)._replace(stretch=None), note("一式两份，一份送达，一份存档。"),
    ]  # fmt: skip


def _back(match: DeathMatch, found: Overpaid) -> str:
    """What came back already, and what is left to give back; nothing where all of it is."""
    recovered, taken = match.recovered or Decimal(0), match.taken
    parts = ((recovered, "已退回{:,.2f}元，"), (taken, "已从以后发放的补助中扣回{:,.2f}元，"))
    said = "".join(words.format(amount) for amount, words in parts if amount)
    return f"{said}还有{found.amount - recovered - taken:,.2f}元。" if said else ""
