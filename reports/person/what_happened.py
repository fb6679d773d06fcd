"""What happened since: payments, visits, medical aid, changes; and the ledger of those who read the file."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.lib.units import mm

from models.uses.uses import ToldUse
from reports.paper.forms import Ledger, LedgerColumn, heading, title
from reports.paper.layout import BODY, DENSE, DENSE_ROW, END, SMALL, START, Box, Gaps, Row, Strip
from reports.person.pay_years import pay_years
from reports.person.person_file import PersonFile

DENSE_HEADING = 10 * mm
PAY_YEARS = Ledger(
    LedgerColumn("年度", 11), LedgerColumn("待遇项目", 28, START), LedgerColumn("标准", 20, END), LedgerColumn("月份", 14),
    LedgerColumn("应发", 17, END), LedgerColumn("补发", 15, END), LedgerColumn("实发", 17, END), LedgerColumn("备注", 43, START),
    style=DENSE, least=DENSE_ROW, height=DENSE_ROW,
)  # fmt: skip
ACCOUNT_ROW = Row([Box(0, BODY, START)], (), DENSE_ROW, DENSE)
PAYMENTS = Ledger(
    LedgerColumn("发放月份", 20), LedgerColumn("待遇项目", 31, START), LedgerColumn("标准（元）", 22, END), LedgerColumn("金额（元）", 19, END),
    LedgerColumn("发放账号", 36), LedgerColumn("备注", 37, START), style=DENSE, least=DENSE_ROW, height=DENSE_ROW,
)  # fmt: skip
VISITS = Ledger(
    LedgerColumn("走访日期", 25), LedgerColumn("节点", 16), LedgerColumn("走访人员", 26, START), LedgerColumn("慰问金（品）", 28, START),
    LedgerColumn("家庭状况及诉求", 40, START), LedgerColumn("处理结果", 30, START), style=DENSE, least=DENSE_ROW, height=DENSE_ROW,
)  # fmt: skip
AIDS_LEDGER = Ledger(
    LedgerColumn("日期", 26), LedgerColumn("项目", 29, START), LedgerColumn("医疗机构", 31, START), LedgerColumn("费用总额\n（元）", 21, END),
    LedgerColumn("补助金额\n（元）", 21, END), LedgerColumn("备注", 37, START), style=DENSE, least=DENSE_ROW, height=DENSE_ROW,
)  # fmt: skip
DEVICES_LEDGER = Ledger(
    LedgerColumn("配置日期", 26), LedgerColumn("器具名称", 29, START), LedgerColumn("配置机构", 31, START), LedgerColumn("费用（元）", 21, END),
    LedgerColumn("应更换\n日期", 25), LedgerColumn("备注", 33, START), style=DENSE, least=DENSE_ROW, height=DENSE_ROW,
)  # fmt: skip
STATES = Ledger(
    LedgerColumn("变更时间", 26),
    LedgerColumn("身份", 36),
    LedgerColumn("变更为", 30),
    LedgerColumn("抚恤金已发至", 26),
    LedgerColumn("变更原因", 47, START),
    style=DENSE,
    least=DENSE_ROW,
    height=DENSE_ROW,
)
CHANGES = Ledger(
    LedgerColumn("变更日期", 20), LedgerColumn("变更项目", 25, START), LedgerColumn("变更前", 32, START), LedgerColumn("变更后", 32, START),
    LedgerColumn("变更原因", 22, START), LedgerColumn("依据材料", 20, START), LedgerColumn("经办人", 14), style=DENSE, least=DENSE_ROW, height=DENSE_ROW,
)  # fmt: skip
READERS = Ledger(
    LedgerColumn("序号", 11), LedgerColumn("查阅日期", 24), LedgerColumn("查阅单位、查阅人", 38), LedgerColumn("查阅目的", 30),
    LedgerColumn("查阅内容", 26), LedgerColumn("批准人", 18), LedgerColumn("经办人", 18), style=SMALL._replace(size=10.5), least=10.4 * mm,
)  # fmt: skip


def _heading(words: str) -> Strip:
    return heading(words, own=DENSE_HEADING)


def payments(file: PersonFile, gaps: Gaps) -> list[Strip]:
    """Every payment on a line of its own."""
    return [_heading("待遇发放记录"), *PAYMENTS.strips(file.payments, gaps)]


def years_of_pay(file: PersonFile, gaps: Gaps) -> list[Strip]:
    """A line for each year and standard, and above it the account where it is another than before."""
    strips = [_heading("待遇发放记录（按年，单位：元）")]
    head = PAY_YEARS.heading()
    body: list[Strip] = []
    for line in pay_years(file.payments):
        if line.accounts:
            told = ACCOUNT_ROW.strips([f"发放账号（{line.item}）：{line.accounts}"], gaps, PAY_YEARS, (head,))
            body += [each._replace(keeps=True) for each in told]
        body += PAY_YEARS.row.strips(line[:8], gaps, PAY_YEARS, (head,))
    return [*strips, head, *body] if body else [*strips, *PAY_YEARS.strips((), gaps)]


def visits(file: PersonFile, gaps: Gaps) -> list[Strip]:
    return [_heading("走访慰问记录"), *VISITS.strips(file.visits, gaps)]


def aid_strips(file: PersonFile, gaps: Gaps) -> list[Strip]:
    """Help with the costs of illness, and the devices of those who were issued any."""
    devices = (
        [_heading("辅助器具配置记录"), *DEVICES_LEDGER.strips(file.devices, gaps)] if file.devices else []
    )
    return [_heading("医疗救助记录"), *AIDS_LEDGER.strips(file.aids, gaps), *devices]


def change_strips(file: PersonFile, gaps: Gaps) -> list[Strip]:
    """The states of each identity, and each change of the file's records."""
    return [*state_strips(file, gaps), *field_strips(file, gaps)]


def state_strips(file: PersonFile, gaps: Gaps) -> list[Strip]:
    return [_heading("变更登记（一）身份状态"), *STATES.strips(file.states, gaps)]


def field_strips(file: PersonFile, gaps: Gaps) -> list[Strip]:
    rows = [
        (each.at, each.field, each.before, each.after, each.title, each.paper, each.user)
        for each in file.changes
    ]
    return [_heading("变更登记（二）登记信息"), *CHANGES.strips(rows, gaps)]


def readers(readings: Iterable[ToldUse] = (), gaps: Gaps | None = None) -> tuple[list[Strip], Strip]:
    """The ledger of readers with those readings that the archive knows, and the blank line that fills its page.

    伤残抚恤人员档案管理办法 wants every reading registered, and approved by the leader in charge.
    """
    rows = [
        (str(n), each.at[:10], each.user, each.deed, each.title, "", each.user)
        for n, each in enumerate(readings, 1)
    ]
    known = READERS.strips(rows, gaps or Gaps()) if rows else [READERS.heading()]
    return [title("档案查阅登记表"), *known], READERS.blank()
