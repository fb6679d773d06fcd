"""What happened since: payments, visits, medical aid, changes; and the ledger of those who read the file."""

from __future__ import annotations

from reportlab.lib.units import mm

from reports.paper.forms import Column, Ledger, heading, title
from reports.paper.layout import END, SMALL, START, Gaps, Strip
from reports.person.person_file import PersonFile

PAYMENTS = Ledger(
    Column("发放月份", 20), Column("待遇项目", 31, START), Column("标准（元）", 22, END), Column("金额（元）", 19, END),
    Column("发放账号", 36), Column("备注", 37, START),
)  # fmt: skip
VISITS = Ledger(
    Column("走访日期", 25), Column("节点", 16), Column("走访人员", 26, START), Column("慰问金（品）", 28, START),
    Column("家庭状况及诉求", 40, START), Column("处理结果", 30, START),
)  # fmt: skip
AIDS = Ledger(
    Column("日期", 26), Column("项目", 29, START), Column("医疗机构", 31, START), Column("费用总额\n（元）", 21, END),
    Column("补助金额\n（元）", 21, END), Column("备注", 37, START),
)  # fmt: skip
STATES = Ledger(
    Column("变更时间", 26),
    Column("身份", 36),
    Column("变更为", 30),
    Column("抚恤金已发至", 26),
    Column("变更原因", 47, START),
)
CHANGES = Ledger(
    Column("时间", 28), Column("事由", 30, START), Column("变更项目", 25, START), Column("变更前", 32, START),
    Column("变更后", 32, START), Column("经办人", 18),
)  # fmt: skip
READERS = Ledger(
    Column("序号", 11), Column("查阅日期", 24), Column("查阅单位、查阅人", 38), Column("查阅目的", 30),
    Column("查阅内容", 26), Column("批准人", 18), Column("经办人", 18), style=SMALL._replace(size=10.5), least=10.4 * mm,
)  # fmt: skip


def payments(file: PersonFile, gaps: Gaps) -> list[Strip]:
    return [heading("待遇发放记录"), *PAYMENTS.strips(file.payments, gaps)]


def visits(file: PersonFile, gaps: Gaps) -> list[Strip]:
    return [heading("走访慰问记录"), *VISITS.strips(file.visits, gaps)]


def aids(file: PersonFile, gaps: Gaps) -> list[Strip]:
    return [heading("医疗救助记录"), *AIDS.strips(file.aids, gaps)]


def changes(file: PersonFile, gaps: Gaps) -> list[Strip]:
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
