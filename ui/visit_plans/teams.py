"""Teams 走访小组: who leads, who goes, where, on which days."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.core.record import Record
from models.people.places_lived import places_lived
from models.visit_plans.teams import Place, Team, new_team, read_places, teams, written_places
from models.visits.campaign import Campaign
from reports.visit_plans import plan
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.tables.small_tables import SmallTable
from ui.widgets import theme, window_size
from ui.widgets.spoken_names import called


class TeamForm(FileForm[Team]):
    """One team; its places are ticked in a list, which writes them into the field."""

    def __init__(self) -> None:
        super().__init__()
        self.for_fields(
            Team,
            ["name", "leader", "members", "begins", "ends", "phone", "areas", "notes"],
            required=["name"],
            wide=["members", "areas"],
        )
        self.list = called(QListWidget(), "负责区域")
        self.list.setMinimumHeight(150)
        self.add_wide(theme.look(QLabel("勾选负责的街道(镇)，或其中的村(社区)："), "quiet"))
        self.add_wide(self.list)
        self._offer()
        self.list.itemChanged.connect(self._on_ticked)
        self.editors["areas"].changed.connect(self._tick)

    def edit(self, record: Team) -> None:
        super().edit(record)
        self._tick()

    def _tick(self) -> None:
        """Tick the places that the field names."""
        ticked = set(read_places(str(self.editors["areas"].value())))
        self.list.blockSignals(True)
        for item in self._items():
            state = item.data(Qt.ItemDataRole.UserRole) in ticked
            item.setCheckState(Qt.CheckState.Checked if state else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)

    def _offer(self) -> None:
        for street, communities in places_lived().items():
            if not street:
                continue
            for place in (Place(street), *(Place(street, each) for each in communities)):
                item = QListWidgetItem(f"　　{place.community}" if place.community else street)
                item.setData(Qt.ItemDataRole.UserRole, place)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                self.list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _on_ticked(self) -> None:
        known = {item.data(Qt.ItemDataRole.UserRole) for item in self._items()}
        typed = [each for each in read_places(str(self.editors["areas"].value())) if each not in known]
        ticked = [
            item.data(Qt.ItemDataRole.UserRole)
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
        ]
        self.editors["areas"].set_value(written_places([*ticked, *typed]))


class Teams(SmallTable):
    """The teams of one campaign."""

    def __init__(self, session: Session, campaign: Campaign) -> None:
        self.campaign = campaign
        super().__init__(session, "走访小组", plan.TEAM_LIST, "teams", "还没有小组。点“登记”添加第一组。")
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        self.show_rows(teams(self.campaign))

    def form(self) -> FileForm[Any]:
        return TeamForm()

    def new(self) -> Record:
        return new_team(self.campaign)

    def whose(self) -> str:
        return self.campaign.name

    def named(self, record: Team) -> str:
        return f"{record.name}（它的对象留在计划中，变为未分组）"


class TeamsDialog(QDialog):
    """The teams of a campaign, in a window of their own."""

    def __init__(self, session: Session, campaign: Campaign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"走访小组　{campaign.name}")
        self.teams = Teams(session, campaign)
        buttons = QDialogButtonBox()
        buttons.addButton("完成", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.teams)
        column.addStretch()
        column.addWidget(buttons)
        window_size.resize(self, 960, 420)
