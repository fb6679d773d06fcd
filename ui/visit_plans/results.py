"""Results of visits 登记走访结果: the plan on the left, one visit on the right; Enter from field to field, and on to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from models.core.record import Refusal
from models.visit_plans import planned_visits, results
from models.visit_plans.planned_visits import PlannedVisit, VisitKey, VisitOutcome, visit_state_of
from models.visit_plans.progress import campaign_progress
from models.visit_plans.teams import teams
from models.visits.campaign import Campaign
from models.visits.visit import Visit
from reports.tables.list_columns import ListColumn, Listing
from ui.forms.file_forms import FileForm
from ui.forms.record_form import scrolled_form
from ui.jobs import messages
from ui.jobs.operations import attempt_entry
from ui.jobs.session import Session
from ui.lists.list_foot import with_foot
from ui.tables.list_columns import table_columns
from ui.tables.tables import QueryModel, RecordTable
from ui.visit_plans.returned_cards import ReturnedCardView
from ui.widgets import theme, window_size
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

ALL_TEAMS = "全部小组"


class ResultForm(FileForm[Visit]):
    """What came of one planned visit; what was planned stands there already."""

    def __init__(self) -> None:
        super().__init__()
        self.for_fields(Visit, ["day", "money", "gifts"], required=["day"], wide=["gifts"])
        long = ["circumstances", "wishes", "handling"]
        self.for_fields(Visit, long, wide=long)
        self.for_fields(Visit, ["leader", "visitors"], wide=["visitors"])

    def check(self) -> dict[str, str]:
        if self.record is not None:
            results.value(self.record)  # what the gifts are worth follows their words
        return super().check()


RESULT_LIST = Listing(
    PlannedVisit,
    (
        ListColumn("position", 50),
        ListColumn("name", 110, heading="姓名(部队)"),
        ListColumn("community", 110, heading="村(社区)", words=lambda row: row.community or row.street),
        ListColumn("state", 66, heading="情况"),
    ),
)


class ResultsDialog(QDialog):
    """Quick entry of a campaign's results."""

    def __init__(self, session: Session, campaign: Campaign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"登记走访结果　{campaign.name}")
        self.session, self.campaign = session, campaign
        self.made: dict[VisitKey, Visit] = {}
        self.row: PlannedVisit | None = None
        self.rows = QueryModel(
            table_columns(RESULT_LIST, {"state": lambda row: visit_state_of(row, self.made)}), self
        )
        self.table = called(
            RecordTable(self.rows, "results", "没有待走访的对象。\n结果都已登记。", self), "待走访的对象"
        )
        self.team = called(QComboBox(), "走访小组")
        self.team.addItems([ALL_TEAMS, *(team.name for team in teams(campaign))])
        self.search = QLineEdit(
            clearButtonEnabled=True, placeholderText="扫卡片上的码，或输入姓名，回车（Ctrl+F）"
        )
        called(self.search, "查找").addAction(
            icon("mdi6.magnify", "quiet"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.waiting = QCheckBox("只列待走访")
        self.waiting.setChecked(True)
        self.whom, self.facts = theme.look(QLabel(), "heading"), theme.look(QLabel(wordWrap=True), "quiet")
        self.told = theme.look(QLabel(), "quiet")
        self.form = ResultForm()
        self.card = ReturnedCardView()
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self._join()
        self.refresh()
        self._first()

    # --- what can be done

    def refresh(self) -> None:
        """Read the plan anew."""
        self.made = planned_visits.visits_made(self.campaign)
        team = "" if self.team.currentIndex() <= 0 else self.team.currentText()
        query = planned_visits.chosen_rows(
            self.campaign, team=team, state=VisitOutcome.WAITING if self.waiting.isChecked() else ""
        )
        self.rows.show(query)
        done = campaign_progress(self.campaign)
        self.told.setText(f"已登记{done.visited:,}，还有{done.waiting:,}")

    def look_up(self) -> None:
        """Go to the row of the card that was scanned, or of the name that was typed, and into its form."""
        words = self.search.text().strip()
        if not words:
            return
        row = (
            planned_visits.marked(self.campaign, words)
            or planned_visits.chosen_rows(self.campaign, words).first()
        )
        self.search.clear()
        if row is None:
            messages.tell(self, f"本批次的计划中没有“{words}”")
            return
        if not self.table.go_to(row.id):
            self.team.setCurrentIndex(0)
            self.waiting.setChecked(False)
            self.table.go_to(row.id)
        self.form.begin_typing()

    def save(self) -> None:
        """Keep this result and go to the next household; or show what forbids it."""
        row, visit = self.row, self.form.record
        if row is None or visit is None or not self.form.apply():
            return
        following = self._following()
        try:
            with self.session.entry(f"登记走访结果：{row.name}"):
                results.keep_result(row, visit, self.session.user)
        except Refusal as refusal:
            self.form.explain(refusal)
        else:
            self._go_on(following)

    def tick(self) -> None:
        """Keep the selected rows as they were planned."""
        rows = [self.rows.record(self.rows.row_of(key)) for key in self.table.selected_keys()]
        following = self._following()
        self._write(
            f"登记走访结果：{len(rows)}个对象"
            if len(rows) > 1
            else f"登记走访结果：{rows[0].name}"
            if rows[0]
            else "",
            lambda: results.keep_as_planned([row for row in rows if row is not None], self.session.user),
            following,
        ) if rows else None

    def not_met(self) -> None:
        """Note that nobody was met, and why."""
        row = self.row
        if row is None:
            return
        reason, yes = QInputDialog.getText(
            self, VisitOutcome.NOT_MET, f"没有遇到{row.name}的原因：", text="不在家"
        )
        if yes:
            following = self._following()
            self._write(
                f"登记未遇到：{row.name}",
                lambda: results.not_visited(row, VisitOutcome.NOT_MET, reason.strip()),
                following,
            )

    # --- how it is made

    def _write(self, title: str, act: Callable[[], object], following: int | None) -> None:
        attempt_entry(self, self.session, title, act, lambda _: self._go_on(following))

    def _following(self) -> int | None:
        """The id of the row after the selected ones."""
        keys, chosen = self.rows.keys(), self.table.selected_keys()
        last = max((keys.index(key) for key in chosen), default=-1)
        return keys[last + 1] if last + 1 < len(keys) else None

    def _go_on(self, key: int | None) -> None:
        if key is None or not self.table.go_to(key):
            self._first()
        if self.row is not None:
            self.form.begin_typing()

    def _first(self) -> None:
        if self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(0, 0))
        else:
            self._show(None)

    def _show(self, row: PlannedVisit | None) -> None:
        """Show what is planned or was noted for a row."""
        self.row = row
        self.card.show_row(row)
        for name, button in self.buttons.items():
            button.setEnabled(row is not None or name == "close")
        self.form.setEnabled(row is not None and row.outcome != VisitOutcome.LEFT_OUT)
        if row is None:
            self.whom.setText("")
            self.facts.setText("")
            return
        visit = self.made.get(row.key) or results.visit_for(row, self.session.user)
        self.whom.setText(f"{row.name}　{visit_state_of(row, self.made)}")
        self.facts.setText(
            "　".join(filter(None, (row.category, row.address or row.street, row.phone, row.reason)))
        )
        self.form.edit(visit)

    def _on_current(self) -> None:
        row = self.table.record()
        if row is None or self.row is None or row.id != self.row.id or row.key in self.made:
            self._show(row)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        listed = QVBoxLayout(left)
        listed.setContentsMargins(0, 0, 6, 0)
        top = QHBoxLayout()
        top.addWidget(self.team)
        top.addWidget(self.waiting)
        top.addStretch()
        listed.addWidget(self.search)
        listed.addLayout(top)
        listed.addWidget(with_foot(self.table), 1)
        listed.addWidget(self.told)
        shown = QVBoxLayout(right)
        shown.setContentsMargins(6, 0, 0, 0)
        self.form.end()
        for widget in (self.whom, self.facts):
            shown.addWidget(widget)
        shown.addWidget(scrolled_form(self.form), 1)
        shown.addWidget(
            theme.look(QLabel("回车到下一格，最后一格回车即保存并到下一户（也可按 Ctrl+S）"), "quiet")
        )
        parts = QSplitter()
        parts.addWidget(left)
        parts.addWidget(right)
        parts.addWidget(self.card)
        parts.setStretchFactor(1, 1)
        parts.setSizes([390, 610, 420])
        column = QVBoxLayout(self)
        column.addWidget(parts, 1)
        column.addLayout(self._buttons())
        window_size.resize(self, 1040, 620)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        acts: list[tuple[str, str, str, Callable[[], object]]] = [
            ("tick", "选中的按计划登记（空格）", "mdi6.check-all", self.tick),
            ("not_met", "未遇到", "mdi6.door-closed", self.not_met),
            ("save", "保存，下一户", "mdi6.content-save", self.save),
            ("close", "关闭", "", self.reject),
        ]
        for name, words, picture, act in acts:
            button = (
                QPushButton(icon(picture, "paper" if name == "save" else "icon"), words)
                if picture
                else QPushButton(words)
            )
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, act=act: act())
            if name == "save":
                row.addStretch()
                theme.look(button, "primary")
            self.buttons[name] = button
            row.addWidget(button)
        return row

    def _join(self) -> None:
        self.search.returnPressed.connect(self.look_up)
        self.form.ended.connect(self.save)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        self.table.opened.connect(lambda _: self.form.begin_typing())
        self.rows.modelReset.connect(self._on_current)
        self.team.currentIndexChanged.connect(self.refresh)
        self.waiting.toggled.connect(self.refresh)
        self.session.changed.connect(self.refresh)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table, self.tick)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
