"""The window about the program 关于: its version, where it keeps things, and 开源许可, the licences of all its parts."""

from __future__ import annotations

import platform
from html import escape

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from models.archive import program_folders
from resources import parts
from ui.updates.update_window import choose_update
from ui.widgets import window_size
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import app_icon
from ui.widgets.spoken_names import called
from ui.widgets.theme import look

INTRODUCTION = "程序由下面这些部分组成。每一部分都按它自己的许可随程序分发，许可正文列在后面。"


class AboutDialog(QDialog):
    """The program's name and version, what to tell whoever helps by phone, and a button to the licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("关于")
        self.facts = QLabel(self._facts())
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.update_button = buttons.addButton("升级…", QDialogButtonBox.ButtonRole.ActionRole)
        self.update_button.clicked.connect(lambda: choose_update(self))
        self.licences_button = buttons.addButton("开源许可…", QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
        self.licences_button.clicked.connect(lambda: run_dialog(LicencesDialog(self)))
        buttons.rejected.connect(self.reject)
        mark = QLabel()
        mark.setPixmap(app_icon().pixmap(64, 64))
        words = QVBoxLayout()
        words.addWidget(look(QLabel("优抚一人一档"), "title"))
        words.addWidget(look(QLabel("优抚对象档案管理。资料加密存在本机，不联网。"), "quiet"))
        words.addSpacing(8)
        words.addWidget(self.facts)
        words.addStretch()
        top = QHBoxLayout()
        top.setSpacing(18)
        top.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 16)
        layout.setSpacing(18)
        layout.addLayout(top)
        layout.addWidget(buttons)
        self.setMinimumWidth(480)

    @staticmethod
    def _facts() -> str:
        system = (
            f"{platform.system()} {platform.release()}，Python {platform.python_version()}，Qt {qVersion()}"
        )
        way = "便携（设置和档案在程序文件夹里）" if program_folders.portable() else "安装在本机"
        lines = (
            f"版本：{parts.version()}",
            f"方式：{way}",
            f"系统：{system}",
            f"出错记录：{program_folders.log()}",
        )
        return "\n".join(lines)


class LicencesDialog(QDialog):
    """All parts in a table, and the text of every licence below; a part's name leads to its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("开源许可")
        self.page = called(QTextBrowser(), "许可证")
        self.page.setHtml(licences(parts.parts()))
        buttons = QDialogButtonBox()
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)
        layout.addWidget(buttons)
        window_size.resize(self, 860, 620)


def licences(all_parts: list[parts.Part]) -> str:
    """The page, in the HTML that Qt knows; a text that several parts share stands once."""
    numbers: dict[str, int] = {}
    for part in all_parts:
        if part.text:
            numbers.setdefault(part.text, len(numbers) + 1)
    rows = "".join(_row(part, numbers.get(part.text)) for part in all_parts)
    head = "<tr><th align='left'>名称</th><th align='left'>版本</th><th align='left'>许可</th><th align='left'>用途</th></tr>"
    texts = "".join(f"<a name='{n}'></a><h3>许可 {n}</h3>{_plain(text)}" for text, n in numbers.items())
    return f"<h2>开源许可</h2><p>{INTRODUCTION}</p><table cellpadding='4'>{head}{rows}</table>{texts}"


def _row(part: parts.Part, number: int | None) -> str:
    licence = escape(part.licence) or "见正文"
    linked = f"<a href='#{number}'>{licence}</a>" if number else licence
    cells = (escape(part.name), escape(part.version), linked, escape(part.about))
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _plain(text: str) -> str:
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>"
