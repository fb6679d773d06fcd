"""Death affairs 身后事 on paper: the list of deaths with what is open, and the notice that tells the family what it is to get.

The notice's sentences are the program's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from models.archive import opened
from models.core.amounts import in_words
from models.core.record import Refusal
from models.deaths.after_death import AfterDeath
from models.deaths.heirs import NOBODY_NAMED, HeirShare, heirs_of, parts_of, shares
from models.office import settings
from models.people.person import Person
from models.printing.named_people import tell_named
from reports.letters.letter_marks import FAMILY_NOTICE
from reports.letters.own_letters import write_own_letter
from reports.paper import plain_pages
from reports.paper.forms import Ledger, LedgerColumn, caption, note, title
from reports.paper.layout import END, START, Gaps, Strip
from reports.paper.letters import paragraphs, signature
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END as RIGHT
from reports.tables.register import START as LEFT
from reports.tables.register import Register

NOTICE_TITLE = "遗属待遇领取通知书"
PARTS = Ledger(
    LedgerColumn("收款人", 26), LedgerColumn("与逝者关系", 24), LedgerColumn("份额", 16), LedgerColumn("开户银行和账号", 66, START),
    LedgerColumn("金额（元）", 33, END),
)  # fmt: skip


def payees_of(found: AfterDeath) -> str:
    """The relatives who are paid, in one line."""
    going = shares(found.heirs)
    return "、".join(
        f"{each.heir.name}（{each.heir.relation}{f' {each.percent}%' if len(going) > 1 else ''}）"
        for each in going
    )


AFFAIR_LIST = Listing(
    None,
    (
        ListColumn("name", 80, 19, heading="姓名", field="person.name"),
        ListColumn("number", 160, 37, like=Person.number, field="person.number"),
        ListColumn("died", 100, 24, heading="死亡日期", words=lambda found: found.person.died),
        ListColumn("cause", 80, 20, heading="死亡原因", words=lambda found: found.affair.cause),
        ListColumn("owed", 120, 26, RIGHT, "未发续发(元)", words=lambda found: found.owed_amount or None, summed=True),
        ListColumn("left", 120, 24, RIGHT, "未追回(元)", words=lambda found: found.left or None),
        ListColumn("payees", 170, 38, LEFT, "领取人", words=payees_of),
        ListColumn("state", 90, 20, heading="办理情况", words=lambda found: "已办完" if found.closed else f"还有{len(found.open)}件"),
        ListColumn("open", 420, 66, LEFT, "还要办的", words=lambda found: "" if found.closed else "；".join(found.open)),
        ListColumn("street", 100, like=Person.street, field="person.street"),
    ),
    first=("name", "number", "died", "cause", "state", "owed", "left", "payees", "open", "street"),
    number=11, money="owed", counted="人",
)  # fmt: skip


def affairs_register(some: Iterable[AfterDeath], practice: bool = False) -> Register:
    """身后事清单: each death and what is still to be done."""
    return AFFAIR_LIST.register("身后事清单", some, ("单位：元",), practice)


def write_family_notice(found: AfterDeath, out: Path) -> None:
    """领取通知书 to the family. Raises ``Refusal`` when nothing can be reckoned or nobody is named who is paid."""
    going = shares(heirs_of(found.person))
    if not going:
        raise Refusal(f"{NOBODY_NAMED}；份额合计要是100%")
    if not any(each.amount for each in found.owed):
        raise Refusal(
            f"{found.person.name}去世后没有可以算出的续发待遇：{'；'.join(found.open) or '没有应发的'}"
        )
    tell_named(out, [found.person.id])
    if write_own_letter(FAMILY_NOTICE, lambda: family_marks(found, going), out):
        return
    strips = family_notice(found, going)
    plain_pages.write_plain_pages(
        [strips], out, NOTICE_TITLE, settings.office().name, opened.opened_archive().practice
    )


def family_marks(found: AfterDeath, going: Sequence[HeirShare]) -> dict[str, str]:
    """What the office's template of 遗属待遇领取通知书 may ask."""
    person, total = found.person, _owed_sum(found)
    rows = [
        f"{payee}（{relation}）　{share}　{account}　{amount}元"
        for payee, relation, share, account, amount in _share_rows(going, total)
    ]
    return {
        "逝者姓名": person.name, "身份证号": person.number, "死亡日期": person.died.chinese() if person.died else "",
        "领取人": "、".join(each.heir.name for each in going), "待遇": _owed_words(found), "金额": f"{total:,.2f}",
        "大写金额": in_words(total), "明细": "\n".join(rows), "放弃情况": _waived_words(found),
    }  # fmt: skip


def _owed_sum(found: AfterDeath) -> Decimal:
    return sum((each.amount or Decimal(0) for each in found.owed), Decimal(0))


def _owed_words(found: AfterDeath) -> str:
    """What goes on after the death, and how it was reckoned."""
    owed = [each for each in found.owed if each.amount]
    return "；".join(f"{each.title}去世后续发{each.amount:,.2f}元（{each.words}）" for each in owed)


def _share_rows(going: Sequence[HeirShare], total: Decimal) -> list[tuple[str, str, str, str, str]]:
    """Each payee with relation, share, account and amount."""
    return [
        (
            each.heir.holder or each.heir.name, each.heir.relation, f"{each.percent}%",
            f"{each.heir.bank} {each.heir.account}".strip() or "没有登记，请提供", f"{Decimal(part).scaleb(-2):,.2f}",
        )
        for each, part in zip(going, parts_of(int(total * 100), going), strict=True)
    ]  # fmt: skip


def _waived_words(found: AfterDeath) -> str:
    waived = [each.name for each in found.heirs if each.waived]
    return f"{'、'.join(waived)}已书面放弃领取。" if waived else ""


def family_notice(found: AfterDeath, going: Sequence[HeirShare]) -> list[Strip]:
    """The notice: whose death, what goes on by which clause, and to whom it is paid."""
    person, gaps = found.person, Gaps(found.person.name)
    total, told = _owed_sum(found), _owed_words(found)
    text = (
        f"{'、'.join(each.heir.name for each in going)}：",
        f"　　{person.name}同志（公民身份号码{person.number}）于{person.died.chinese() if person.died else ''}去世，我们表示哀悼。"
        f"按照规定，应向遗属发给：{told}。合计{total:,.2f}元（大写：{in_words(total)}），发给：",
    )
    rows = _share_rows(going, total)
    after = ["　　以上账号和份额如有不符，请在收到本通知后与本单位联系。"]
    if waived := _waived_words(found):
        after.append(f"　　{waived}")
    return [
        title(NOTICE_TITLE), caption("", "", gaps), *paragraphs(text, gaps), *PARTS.strips(rows, gaps),
        *paragraphs(tuple(after), gaps), signature((settings.office().name, "　　　　年　　月　　日")),
        note("一式两份，一份送达，一份存档。"),
    ]  # fmt: skip
