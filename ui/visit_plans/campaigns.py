"""Choosing a campaign 走访批次, and making, changing and deleting one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from models.core.dates import this_day
from models.visit_plans.planned_visits import visits_made
from models.visits.campaign import Campaign
from ui.forms.file_forms import FileForm
from ui.forms.record_dialog import RecordDialog
from ui.jobs import messages
from ui.jobs.operations import attempt_entry
from ui.jobs.session import Session
from ui.widgets import theme, window_memory
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

LAST_CAMPAIGN = "calls/campaign"


class CampaignForm(FileForm[Campaign]):
    """One campaign; its name follows year and occasion until somebody writes another."""

    def __init__(self) -> None:
        super().__init__()
        self.for_fields(
            Campaign,
            ["year", "occasion", "name", "begins", "ends", "notes"],
            required=["year", "name"],
            wide=["name"],
        )
        for field in ("year", "occasion"):
            self.editors[field].changed.connect(self._suggest)

    def _suggest(self) -> None:
        if self.record is None or self.record.id is not None:
            return
        year, occasion = self.editors["year"].value(), self.editors["occasion"].value()
        if year and occasion and self.editors["name"].value() in ("", self._said):
            self._said = f"{year}年{occasion}走访"
            self.editors["name"].set_value(self._said)

    _said = ""  # the name that was suggested


class CampaignBar(QWidget):
    """Says ``chosen`` with a campaign, or None while there is none."""

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.box = called(QComboBox(), "走访批次")
        self.box.setMinimumContentsLength(18)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.campaigns: list[Campaign] = []
        self.buttons: list[QPushButton] = []
        self._lay_out()
        self.box.currentIndexChanged.connect(self._say)

    def campaign(self) -> Campaign | None:
        row = self.box.currentIndex()
        return self.campaigns[row] if 0 <= row < len(self.campaigns) else None

    def reload(self) -> None:
        """Offer the campaigns that there are, the newest first, keeping the one chosen."""
        now = self.campaign()
        kept = now.uid if now is not None else window_memory.recall(LAST_CAMPAIGN, "")
        self.campaigns = list(Campaign.select().order_by(Campaign.year.desc(), Campaign.id.desc()))
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItems([each.name for each in self.campaigns])
            uids = [each.uid for each in self.campaigns]
            self.box.setCurrentIndex(uids.index(kept) if kept in uids else 0 if uids else -1)
        for button in self.buttons[1:]:
            button.setEnabled(bool(self.campaigns))

    def add(self) -> None:
        """Ask for a new campaign, and choose it."""
        new = Campaign(year=this_day().year)
        if self._ask(new, "新建走访批次"):
            self.choose(new)

    def change(self) -> None:
        campaign = self.campaign()
        if campaign is not None:
            self._ask(Campaign.get_by_id(campaign.id), f"修改走访批次：{campaign.name}")

    def delete(self) -> None:
        """Delete the campaign with its plan, after a question; one with visits stays."""
        campaign = self.campaign()
        if campaign is None:
            return
        if made := visits_made(campaign):
            messages.tell(self, f"“{campaign.name}”已经登记了{len(made)}条走访结果，不能删除")
        elif messages.ask_losing(
            self,
            f"要删除“{campaign.name}”和它的走访计划吗？\n可以用“撤销”（Ctrl+Z）找回来。",
            "删除",
            "不删除",
        ):
            title = f"删除走访批次：{campaign.name}"
            attempt_entry(self, self.session, title, campaign.delete_instance)

    def choose(self, campaign: Campaign) -> None:
        self.reload()
        uids = [each.uid for each in self.campaigns]
        if campaign.uid in uids:
            self.box.setCurrentIndex(uids.index(campaign.uid))
            self._say()

    def _ask(self, record: Campaign, title: str) -> bool:
        form = CampaignForm()
        form.edit(record)
        dialog = RecordDialog(self.session, form, title, None, self, QSize(620, 330))
        done = run_dialog(dialog)
        return done and record.id is not None

    def _say(self) -> None:
        campaign = self.campaign()
        if campaign is not None:
            window_memory.remember(LAST_CAMPAIGN, campaign.uid)
        self.chosen.emit(campaign)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(theme.look(QLabel("走访批次"), "label"))
        row.addWidget(self.box)
        acts: list[tuple[str, str, Callable[[], object]]] = [
            ("新建批次", "mdi6.plus", self.add),
            ("修改", "mdi6.pencil-outline", self.change),
            ("删除", "mdi6.trash-can-outline", self.delete),
        ]
        for words, picture, act in acts:
            button = QPushButton(icon(picture), words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, act=act: act())
            self.buttons.append(button)
            row.addWidget(button)
        row.addStretch()
