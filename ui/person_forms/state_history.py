"""状态变更记录: the states that one identity has been in, newest first."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.people.identity import Identity, IdentityState
from ui.jobs.session import Session
from ui.tables.tables import Column, QueryModel, RecordTable
from ui.widgets import theme

COLUMNS = [
    Column("since", "变更时间", lambda s: s.since or "", IdentityState.since, 90),
    Column("state", "状态", lambda s: s.state, IdentityState.state, 130),
    Column("paid_to", "已发至", lambda s: s.paid_to or "", IdentityState.paid_to, 80),
    Column("died_on", "死亡日期", lambda s: s.died_on or "", IdentityState.died_on, 90),
    Column("place", "迁入(迁出)地", lambda s: s.place, IdentityState.place, 110),
    Column("reason", "原因", lambda s: s.reason, IdentityState.reason, 200),
]
MOST_ROWS = 8


class StateHistory(QWidget):
    """A small table to read; a state is changed by 变更状态 only."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.rows = QueryModel(COLUMNS, self)
        self.table = RecordTable(self.rows, "state_history", "还没有状态变更记录", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 4)
        layout.addWidget(theme.look(QLabel("状态变更记录"), "heading"))
        layout.addWidget(self.table)

    def show_identity(self, identity: Identity) -> None:
        query = IdentityState.select().where(IdentityState.identity == identity)
        self.rows.show(query.order_by(IdentityState.id.desc()))
        row = self.table.verticalHeader().defaultSectionSize()
        extra = (
            self.table.headings.sizeHint().height() + self.table.horizontalScrollBar().sizeHint().height() + 4
        )
        count = max(2 if not self.rows.rowCount() else 1, min(self.rows.rowCount(), MOST_ROWS))
        self.table.setFixedHeight(count * row + extra)
