"""Only reading: of a past day 截至某一天 a page or dialog keeps what looks, prints and takes out; all other buttons are off.

What only reads is said by its words, so that a new button is off until it is said here; what a page turns on again stays off.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from models.core.past_day import past_day

READS = re.compile(
    r"[①-⑨\s]*(打印|预览|存为|导出|复制|打开|看|查|再打|只打|显示|筛选|列出|全部|未计算|公示、外送|打包"  # shows, prints, takes out
    r"|上一|下一|上移|下移|回到|行列互换|各项合计|时段|不限|栏目|取消筛选|清除筛选|关闭|取消$|确定|完成|返回|不[^走归接是再]"  # goes about
    r"|恢复默认|比较|缺的标准|发放规则|试算|未落实的名单|签字页|附件|发票附件|证明材料|追回通知书|遗属通知书|抽取|开始打印|接着打)"
)
WRITES = re.compile(
    "合并|保存现在的|批量|登记|修改|删除|新建|添加|导入|撤销|重做"
)  # of what stands in a menu
ONLY_READING = "正在看{}的档案，只能看和打印；要改的，先回到今天"


class OnlyReading(QObject):
    """Keeps a button off, whoever turns it on."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.EnabledChange and isinstance(watched, QWidget) and watched.isEnabled():
            watched.setEnabled(False)
        return False


def leave_out_writing(window: QWidget) -> None:
    """Turn off what writes in a page or dialog, if a past day is looked at."""
    day = past_day()
    if day is None:
        return
    why = ONLY_READING.format(day.title())
    for button in window.findChildren(QPushButton):
        if not (button.isCheckable() or READS.match(button.text()) or button.findChild(OnlyReading)):
            button.installEventFilter(OnlyReading(button))
            button.setEnabled(False)
            button.setToolTip(why)
    for action in window.findChildren(QAction):
        if WRITES.match(action.text()):
            action.setEnabled(False)
            action.setToolTip(why)
