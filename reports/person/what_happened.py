"""What happened since: payments, visits, medical aid, changes; and the ledger of those who read the file."""

from __future__ import annotations

from reportlab.lib.units import mm

from reports.paper.forms import Ledger, LedgerColumn, heading, title
from reports.paper.layout import END, SMALL, START, Gaps, Strip
from reports.person.person_file import PersonFile

PAYMENTS = Ledger(
    LedgerColumn("发放月份", 20), LedgerColumn("待遇项目", 31, START), LedgerColumn("标准（元）", 22, END), LedgerColumn("金额（元）", 19, END),
    LedgerColumn("发放账号", 36), LedgerColumn("备注", 37, START),
)  # fmt: skip
VISITS = Ledger(
    LedgerColumn("走访日期", 25), LedgerColumn("节点", 16), LedgerColumn("走访人员", 26, START), LedgerColumn("慰问金（品）", 28, START),
    LedgerColumn("家庭状况及诉求", 40, START), LedgerColumn("处理结果", 30, START),
)  # fmt: skip
AIDS_LEDGER = Ledger(
    LedgerColumn("日期", 26), LedgerColumn("项目", 29, START), LedgerColumn("医疗机构", 31, START), LedgerColumn("费用总额\n（元）", 21, END),
    LedgerColumn("补助金额\n（元）", 21, END), LedgerColumn("备注", 37, START),
)  # fmt: skip
DEVICES_LEDGER = Ledger(
    LedgerColumn("配置日期", 26), LedgerColumn("器具名称", 29, START), LedgerColumn("配置机构", 31, START), LedgerColumn("费用（元）", 21, END),
    LedgerColumn("应更换\n日期", 25), LedgerColumn("备注", 33, START),
)  # fmt: skip
STATES = Ledger(
    LedgerColumn("变更时间", 26),
    LedgerColumn("身份", 36),
    LedgerColumn("变更为", 30),
    LedgerColumn("抚恤金已发至", 26),
    LedgerColumn("变更原因", 47, START),
)
CHANGES = Ledger(
    LedgerColumn("时间", 28), LedgerColumn("事由", 30, START), LedgerColumn("变更项目", 25, START), LedgerColumn("变更前", 32, START),
    LedgerColumn("变更后", 32, START), LedgerColumn("经办人", 18),
)  # fmt: skip
READERS = Ledger(
    LedgerColumn("序号", 11), LedgerColumn("查阅日期", 24), LedgerColumn("查阅单位、查阅人", 38), LedgerColumn("查阅目的", 30),
    LedgerColumn("查阅内容", 26), LedgerColumn("批准人", 18), LedgerColumn("经办人", 18), style=SMALL._replace(size=10.5), least=10.4 * mm,
)  # fmt: skip


def payments(file: PersonFile, gaps: Gaps) -> list[Strip]:
    return [heading("待遇发放记录"), *PAYMENTS.strips(file.payments, gaps)]


def visits(file: PersonFile, gaps: Gaps) -> list[Strip]:
    return [heading("走访慰问记录"), *VISITS.strips(file.visits, gaps)]


def aid_strips(file: PersonFile, gaps: Gaps) -> list[Strip]:
    """Help with the costs of illness, and the devices of those who were issued any."""
    devices = (
        [heading("辅助器具配置记录"), *DEVICES_LEDGER.strips(file.devices, gaps)] if file.devices else []
    )
    return [heading("医疗救助记录"), *AIDS_LEDGER.strips(file.aids, gaps), *devices]


def change_strips(file: PersonFile, gaps: Gaps) -> list[Strip]:
    """The states of each identity, and each change of the file's records."""
    states = [heading("变更登记（一）身份状态"), *STATES.strips(file.states, gaps)]
    return [
        *states,
        heading("变更登记（二）登记信息"),
        *CHANGES.strips([change[:6] for change in file.changes], gaps),
    ]


def readers() -> tuple[list[Strip], Strip]:
    """The ledger of readers, and the blank line that fills its page.

    伤残抚恤人员档案管理办法 wants every reading registered, and approved by the leader in charge.
    """
    return [title("档案查阅登记表"), READERS.heading()], READERS.blank()
