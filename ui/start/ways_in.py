"""The ways in, at the side of the first window: to an archive besides the list; and what the program is."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.updates.update_offer import UpdateOffer
from ui.widgets.icons import app_icon, icon
from ui.widgets.scrolling import ScrolledColumn
from ui.widgets.theme import colour, look

ABOUT_LINK, SELF_TEST, PACK_LOG, RESCUE = "about", "self-test", "log", "rescue"
LINKS = {ABOUT_LINK: "关于", SELF_TEST: "自检", PACK_LOG: "打包日志", RESCUE: "抢救"}


def _link(name: str, words: str) -> str:
    return f"<a href='{name}' style='color:{colour('accent').name()}'>{words}</a>"


class WaysIn(QFrame):
    """Four buttons, each with a line that says when it is the right one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "card")
        self.open_button = QPushButton(icon("mdi6.folder-open-outline"), "打开其他档案库…")
        self.new_button = QPushButton(icon("mdi6.plus-box-outline"), "新建档案库…")
        self.practice_button = QPushButton(icon("mdi6.school-outline"), "演练库")
        self.restore_button = QPushButton(icon("mdi6.backup-restore"), "从备份恢复…")
        self.about = QLabel("&nbsp;&nbsp;&nbsp;".join(_link(name, words) for name, words in LINKS.items()))
        self.offer = UpdateOffer()
        inside = QWidget()
        inside.setLayout(self._column())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        column = ScrolledColumn()
        column.setWidget(inside)
        layout.addWidget(column)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def _column(self) -> QVBoxLayout:
        mark = QLabel()
        mark.setPixmap(app_icon().pixmap(48, 48))
        column = QVBoxLayout()
        column.setContentsMargins(22, 20, 22, 14)
        column.setSpacing(5)
        for widget in (
            mark,
            look(QLabel("优抚一人一档"), "title"),
            look(QLabel("优抚对象档案管理"), "quiet"),
        ):
            column.addWidget(widget)
        column.addSpacing(14)
        for button, words in (
            (self.open_button, "在别的文件夹或移动硬盘上"),
            (self.new_button, "第一次使用从这里开始"),
            (self.practice_button, "全是编造的人，放心练习"),
            (self.restore_button, "换电脑或档案库损坏时"),
        ):
            button.setStyleSheet("text-align: left")
            column.addWidget(button)
            column.addWidget(look(QLabel(words), "hint"))
            column.addSpacing(4)
        column.addStretch()
        column.addWidget(self.offer)
        column.addWidget(look(QLabel("资料加密存在本机，不联网"), "hint"))
        column.addWidget(look(self.about, "hint"))
        return column
