"""Scopes 走访范围: whom a campaign is for, said by filters, and what each of them is to be given."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from peewee import ModelSelect
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.core.record import Record, Refusal
from models.filters.filters import Filter
from models.people.identity import RECEIVING
from models.people.places_lived import streets
from models.visit_plans import planning
from models.visit_plans.scopes import Scope, scopes
from models.visits.campaign import Campaign
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END
from ui.forms.combo_boxes import CodeBox
from ui.forms.file_forms import FileForm
from ui.jobs import messages
from ui.jobs.operations import attempt_entry
from ui.jobs.session import Session
from ui.people.filter_panel import FilterPanel
from ui.tables.small_tables import SmallTable
from ui.visit_plans.gifts_edit import GiftsEdit
from ui.widgets import theme, window_size
from ui.widgets.dialogs import run_dialog
from ui.widgets.spoken_names import called


def people_in_scope(scope: Scope) -> int:
    """How many people the scope names now."""
    return int(scope.wanted.query().count())


SCOPE_LIST = Listing(
    Scope,
    (
        ListColumn("number", 50, align=END),
        ListColumn("sentence", 330),
        ListColumn("found", 80, align=END, heading="现有人数", words=people_in_scope),
        ListColumn("category", 120, words=lambda scope: scope.category or "（按身份）"),
        ListColumn("money", 90, align=END, heading="慰问金/人"),
        ListColumn("gifts", 180, heading="慰问品/人"),
    ),
    sorts=False,
)


class ScopeForm(FileForm[Scope]):
    """What everybody of the scope is given."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.bind("category", "对象类别", CodeBox("visit_category", editable=True))
        self.for_fields(Scope, ["money"])
        self.bind("gifts", "慰问品标准", GiftsEdit(session), self.COLUMNS)


class ScopeDialog(QDialog):
    """A filter on the left, with as many streets as are ticked; what its people are given on the right."""

    def __init__(self, session: Session, campaign: Campaign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"添加走访范围　{campaign.name}")
        self.session, self.campaign = session, campaign
        self.panel = FilterPanel()
        self.panel.set_value(Filter(state=RECEIVING))
        self.streets = called(QListWidget(), "街道(镇)")
        self.form = ScopeForm(session)
        self.form.edit(Scope(campaign=campaign))
        self.form.end()
        self.count = theme.look(QLabel(wordWrap=True), "heading")
        self._lay_out()
        self.panel.changed.connect(self._say)
        self.streets.itemChanged.connect(self._say)
        self._say()

    def filters(self) -> list[Filter]:
        """One filter for each street that is ticked; the panel's own where none is."""
        wanted = self.panel.value()
        ticked = [
            self.streets.item(row).text()
            for row in range(self.streets.count())
            if self.streets.item(row).checkState() == Qt.CheckState.Checked
        ]
        return [replace(wanted, street=street) for street in ticked] or [wanted]

    def save(self) -> None:
        """Keep a scope for each street; or show what forbids it."""
        given = self.form.record
        if given is None or not self.form.apply():
            return
        try:
            with self.session.entry(f"添加走访范围：{self.campaign.name}"):
                for wanted in self.filters():
                    Scope.of(
                        self.campaign, wanted, category=given.category, money=given.money, gifts=given.gifts
                    ).save()
        except Refusal as refusal:
            self.form.explain(refusal)
        else:
            self.accept()

    def _say(self) -> None:
        each = [(wanted.sentence(), wanted.query().count()) for wanted in self.filters()]
        words = "；".join(f"{sentence}：{count:,}人" for sentence, count in each)
        self.count.setText(words)

    def _lay_out(self) -> None:
        for street in streets():
            item = QListWidgetItem(street)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.streets.addItem(item)
        left, right, parts = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(theme.look(QLabel("一、走访哪些人"), "heading"))
        left.addWidget(self.panel, 1)
        right.addWidget(theme.look(QLabel("几个街道(镇)一起走访的在这里勾选；不勾选时按左边的条件"), "quiet"))
        right.addWidget(self.streets, 1)
        right.addWidget(theme.look(QLabel("二、每人慰问什么"), "heading"))
        right.addWidget(self.form)
        parts.addLayout(left, 2)
        parts.addLayout(right, 3)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        keep = buttons.addButton("添加", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(keep, "primary")
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(parts, 1)
        column.addWidget(self.count)
        column.addWidget(buttons)
        window_size.resize(self, 820, 620)


class Scopes(SmallTable):
    """The scopes of one campaign; somebody named by several belongs to the first."""

    def __init__(self, session: Session, campaign: Campaign) -> None:
        self.campaign = campaign
        super().__init__(
            session, "走访范围", SCOPE_LIST, "scopes", "还没有范围。点“登记”，选走访哪些人、每人慰问什么。"
        )
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        query: ModelSelect[Any] = scopes(self.campaign)
        self.show_rows(query)

    def add(self) -> None:
        run_dialog(ScopeDialog(self.session, self.campaign, self))

    def form(self) -> FileForm[Any]:
        return ScopeForm(self.session)

    def new(self) -> Record:
        return Scope(campaign=self.campaign)

    def whose(self) -> str:
        return self.campaign.name

    def named(self, record: Scope) -> str:
        return f"范围“{record.sentence}”（已在计划中的人不受影响）"


class ScopesDialog(QDialog):
    """The scopes of a campaign, in a window of their own."""

    def __init__(self, session: Session, campaign: Campaign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"走访范围　{campaign.name}")
        self.session, self.campaign = session, campaign
        self.scopes = Scopes(session, campaign)
        buttons = QDialogButtonBox()
        units = buttons.addButton("列入全部驻区部队…", QDialogButtonBox.ButtonRole.ActionRole)
        units.clicked.connect(lambda: self.add_units())
        buttons.addButton("完成", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        hint = "同一个人被几个范围选中时，只列入计划一次，按序号在前的范围慰问。"
        column = QVBoxLayout(self)
        column.addWidget(self.scopes)
        column.addWidget(theme.look(QLabel(hint, wordWrap=True), "quiet"))
        column.addStretch()
        column.addWidget(buttons)
        window_size.resize(self, 940, 420)

    def add_units(self) -> None:
        """Put every registered unit into the plan, with the gifts that are asked for."""
        given, yes = QInputDialog.getText(
            self, "驻区部队", "每支部队的慰问品（可以不填，如：大米×10、食用油×5）："
        )
        if not yes:
            return

        def told(count: int) -> None:
            new = f"已列入{count}支部队"
            messages.tell(self, new if count else "登记的部队都已在计划中；新的部队请先到“驻区部队”登记")

        title = f"驻区部队列入计划：{self.campaign.name}"
        attempt_entry(
            self, self.session, title, lambda: planning.add_units(self.campaign, given.strip()), told
        )
