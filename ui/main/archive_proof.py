"""The proof of the archive 检查档案库 in the window: in the background, with progress, and what is wrong is told."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.proof import proof_of_archive
from ui.jobs import messages
from ui.jobs.jobs import Progress

ALL_WELL = "档案库完好：数据文件、发放批次、用户和登录、操作日志、使用记录、扫描件都检查过了。"
FAULTS_FOUND = (
    "检查出{}处不对：\n\n{}\n\n请不要再登记，先备份一份，再和上一次完好的备份比较；弄不清的请找技术人员。"
)
MOST_FAULTS = 15  # faults in one message


def prove_archive(window: QWidget) -> None:
    """Look at everything; 取消 ends it at the next part."""
    Progress(window, "检查档案库", proof_of_archive()).then(lambda faults: _tell(window, faults)).start()


def _tell(window: QWidget, faults: list[str]) -> None:
    more = f"\n……还有{len(faults) - MOST_FAULTS}处" if len(faults) > MOST_FAULTS else ""
    told = "\n".join(faults[:MOST_FAULTS]) + more
    messages.tell(window, FAULTS_FOUND.format(len(faults), told) if faults else ALL_WELL)
