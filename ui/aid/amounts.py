"""补助标准: the office's own amounts and ratios; what is not set is shown as such."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.aid.amounts import IN_PERCENT, AidRule, AmountLine, amount_lines, set_rule
from models.aid.items import items
from models.aid.reckoning import percent
from models.core.dates import this_day
from models.core.record import Refusal
from ui.forms.editors import LineEdit
from ui.forms.small_question import Asking
from ui.jobs.session import Session
from ui.widgets import theme, window_size
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called
from ui.widgets.whole_words import tell_headings

AMOUNT_HEADINGS = ("标准", "金额或比例", "从何年起", "依据文件", "说明")
UNSET = "未设定"
AMOUNTS_ARE_LOCAL = "这里的金额和比例没有全国统一规定，程序不替您编。请照本省、市、区的文件填写，双击一行就可以填；从某年起执行的，到下一次修改为止都按它算。"


class RulesDialog(QDialog):
    """Every amount that the office may set, by kind of payment."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("一次性发放标准")
        self.session = session
        self.tree = called(QTreeWidget(), "金额和比例")
        tell_headings(self.tree.header())
        self.set_button = theme.look(QPushButton(icon("mdi6.pencil-outline", "paper"), "填写…"), "primary")
        self._lay_out()
        session.changed.connect(self.reload)
        self.tree.itemDoubleClicked.connect(lambda item, _: self.ask(item))
        self.set_button.clicked.connect(lambda: self.ask(self.tree.currentItem()))
        self.tree.currentItemChanged.connect(lambda *_: self._mark())
        self.reload()

    def reload(self) -> None:
        """Show what is set now."""
        kept, height = self.key(), self.fontMetrics().height() + 12
        self.tree.clear()
        for name in items():
            own = [line for line in amount_lines().values() if line.item == name]
            if not own:
                continue
            head = QTreeWidgetItem(self.tree, [name])
            head.setExpanded(True)
            head.setSizeHint(0, QSize(0, height))
            for line in own:
                row = QTreeWidgetItem(head, _cells(line))
                row.setData(0, Qt.ItemDataRole.UserRole, line.key)
                row.setSizeHint(0, QSize(0, height))
                if row.text(1) == UNSET:
                    row.setForeground(1, theme.colour("faint"))
                if line.key == kept:
                    self.tree.setCurrentItem(row)
        self._mark()

    def key(self) -> str:
        item = self.tree.currentItem()
        return str(item.data(0, Qt.ItemDataRole.UserRole) or "") if item is not None else ""

    def ask(self, item: QTreeWidgetItem | None) -> None:
        """Ask for one amount or ratio."""
        key = str(item.data(0, Qt.ItemDataRole.UserRole) or "") if item is not None else ""
        if not key:
            return
        line = amount_lines()[key]

        def act(values: dict[str, Any]) -> None:
            value, year = _number(values["value"], line), values["year"]
            if not year.isdecimal():
                raise Refusal("请填写四位数字的年度，如2020")
            with self.session.entry(f"一次性标准：{line.item}·{line.name}"):
                set_rule(key, int(year), value, values["document"])

        words = f"{line.item}：{line.name}" + (f"\n{line.note}" if line.note else "")
        asked = Asking(self, "填写标准", words, "保存", act)
        asked.add("value", f"数值（{line.unit}）", LineEdit(20))
        asked.add("year", "从何年起", LineEdit(4), str(this_day().year))
        asked.add("document", "依据文件", LineEdit(120))
        run_dialog(asked)

    def _mark(self) -> None:
        self.set_button.setEnabled(bool(self.key()))

    def _lay_out(self) -> None:
        self.tree.setHeaderLabels(AMOUNT_HEADINGS)
        self.tree.setAlternatingRowColors(True)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        head = self.tree.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((300, 110, 80, 200)):
            head.resizeSection(column, width)
        buttons = QDialogButtonBox()
        buttons.addButton(self.set_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.addWidget(theme.look(QLabel(AMOUNTS_ARE_LOCAL, wordWrap=True), "quiet"))
        layout.addWidget(self.tree, 1)
        layout.addWidget(buttons)
        window_size.resize(self, 980, 600)


def _cells(line: AmountLine) -> list[str]:
    rule = AidRule.select().where(AidRule.key == line.key).order_by(AidRule.year.desc()).first()
    if rule is None:
        return [line.name, UNSET, "", "", line.note]
    shown = percent(Decimal(rule.rate or 0) / 10_000) if line.unit == IN_PERCENT else f"{rule.amount:,.2f}元"
    return [line.name, shown, str(rule.year), rule.document, line.note]


def _number(words: str, line: AmountLine) -> Decimal:
    bare = words.replace(",", "").replace("%", "").replace("％", "").replace("元", "").strip()
    try:
        return Decimal(bare)
    except InvalidOperation as error:
        raise Refusal(
            f"“{words}”不是数字，请填写{'百分数，如10' if line.unit == IN_PERCENT else '金额，如500'}"
        ) from error
