"""The history of one identity's states 状态变更记录, newest first."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.people.identity import Identity, IdentityState
from reports.tables.list_columns import ListColumn, Listing
from ui.jobs.session import Session
from ui.tables.list_columns import table_columns
from ui.tables.tables import QueryModel, RecordTable
from ui.widgets import theme
from ui.widgets.spoken_names import called

STATE_LIST = Listing(
    IdentityState,
    (
        ListColumn("since", 90),
        ListColumn("state", 130),
        ListColumn("paid_to", 80, heading="已发至"),
        ListColumn("died_on", 90),
        ListColumn("place", 110),
        ListColumn("reason", 200, heading="原因"),
    ),
)
MOST_STATES_SHOWN = 8


class StateHistory(QWidget):
    """A small table to read; a state is changed by 变更状态 only."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.rows = QueryModel(table_columns(STATE_LIST), self)
        self.table = called(
            RecordTable(self.rows, "state_history", "还没有状态变更记录", self), "状态变更记录"
        )
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
        count = max(2 if not self.rows.rowCount() else 1, min(self.rows.rowCount(), MOST_STATES_SHOWN))
        self.table.setFixedHeight(count * row + extra)
