"""A departure 离岗 in the window: what is open in a colleague's name, and who takes it over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from models import departure
from models.archive.passwords import folded
from models.office import accounts
from models.office.officers import all_of_one
from ui.forms.combo_boxes import CodeBox
from ui.jobs.session import Session
from ui.start.account_acts import ActDialog
from ui.widgets.spoken_names import called

MOST_ROWS = 6  # of the list, before it scrolls


class DepartureDialog(ActDialog):
    """Closes a colleague's accounts in one step and hands on what is open."""

    def __init__(self, session: Session, user: str, parent: QWidget | None = None) -> None:
        self.matters = departure.matters_in_the_name_of(user)
        count = len(self.matters)
        words = (
            f"“{user}”离岗：名下的用户一步关闭，角色收回，以后不能再打开档案库；做过的事都还记着这个名字。"
        )
        words += f"\n\n手上还有{count}件没有办完，在下面选由谁接手。" if count else "\n\n手上没有没办完的事。"
        super().__init__(session, f"“{user}”离岗", words, "办理离岗", parent)
        self.user = user
        self.list = called(QListWidget(), "没有办完的")
        self.list.setWordWrap(True)  # a promise may be a long sentence
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([each.line.told() for each in self.matters])
        self.list.setMaximumHeight((min(count, MOST_ROWS) + 1) * self.list.fontMetrics().lineSpacing() + 12)
        self.successor = CodeBox(names=self._colleagues())
        if count:
            self.rows.addRow("没有办完的", self.list)
            self.rows.addRow("由谁接手", self.successor)

    def fault(self) -> str:
        return "请选择由谁接手" if self.matters and not self.successor.value() else ""

    def work(self) -> int:
        keys, successor = self._session.archive.keys, self.successor.value()
        return departure.leave(keys, self.user, successor, self._session.user)

    def _colleagues(self) -> list[str]:
        own = all_of_one(self.user) if accounts.owner_of(self.user) is not None else {folded(self.user)}
        return [
            name
            for name in self._session.archive.keys.accounts()
            if folded(name) not in own | {folded(self.user)}
        ]
