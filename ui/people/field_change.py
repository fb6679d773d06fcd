"""The dialog of a change of one field for many people 批量修改、查找替换: what is wanted, before → after, then written at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from models.filters.field_changes import FieldChange, FieldWish, plan_changes, write_changes
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import words_of
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.session import Session
from ui.lists.list_foot import with_foot
from ui.pages.page import PrintWish
from ui.people.field_wish_box import FieldWishBox
from ui.tables.fact_rows import FactRows
from ui.tables.list_columns import table_columns
from ui.tables.tables import RecordTable
from ui.widgets import theme

CHANGE_WORDS = "写好要改什么，先预览，看清楚再写入。写入以后可以用“撤销”（Ctrl+Z）一次全部改回来。"
NOTHING_SHOWN = "还没有预览"
NOTHING_CHANGES = "没有要改的：这些人的“{}”已经是这样，或没有要找的字。"
MANY_CHANGED = "已改{:,}人。改错了按 Ctrl+Z，一次全部改回来。"
CHANGE_LIST = Listing(
    None,
    (
        ListColumn("name", 90, heading="姓名"),
        ListColumn("before", 200, heading="原来"),
        ListColumn("after", 200, heading="改成", words=lambda change: words_of(change.after) or "（清空）"),
        ListColumn("problem", 180, heading="不能改的原因"),
    ),
    sorts=False,
)


class FieldChangeDialog(QDialog):
    """Changes a field of those who are selected, or of all who are listed."""

    def __init__(self, session: Session, people: PrintWish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("批量修改、查找替换")
        self.session, self.people = session, people
        self._shown: tuple[FieldWish, list[FieldChange]] | None = None
        self.chosen = QRadioButton(f"选中的{len(people.chosen):,}人")
        self.listed = QRadioButton(f"列出的{len(people.listed):,}人")
        (self.chosen if len(people.chosen) > 1 else self.listed).setChecked(True)
        self.chosen.setEnabled(bool(people.chosen))
        self.wish = FieldWishBox()
        columns = table_columns(CHANGE_LIST, ink=lambda _: "problem", inked=("problem",))
        self.rows = FactRows(columns, lambda change: change.person, self)
        self.table = RecordTable(self.rows, "field_change", NOTHING_SHOWN, self)
        self.table.setAccessibleName("批量修改")
        self.told = theme.look(QLabel(NOTHING_SHOWN, wordWrap=True), "quiet")
        self.preview_button = QPushButton("预览")
        self.write_button = theme.look(QPushButton("写入"), "primary")
        self._lay_out()
        self._join()
        self._forget()

    def ids(self) -> Sequence[int]:
        """Whose field is changed."""
        return self.people.chosen if self.chosen.isChecked() else self.people.listed

    def preview(self) -> None:
        """Show what becomes of whom."""
        if fault := self.wish.fault():
            messages.tell(self, f"{fault}。")
            return
        wish = self.wish.wanted()
        job = plan_changes(self.ids(), wish)
        Progress(self, "正在比对", job).then(lambda found: self._show(wish, found)).start()

    def write(self) -> None:
        """Write what is shown."""
        if self._shown is not None:
            wish, changes = self._shown
            job = write_changes(changes, wish, self.session.user)
            Progress(self, "正在写入", job).then(self._on_written).start()

    def _show(self, wish: FieldWish, found: list[FieldChange]) -> None:
        fitting = sum(not each.problem for each in found)
        self._shown = wish, found
        self.rows.show_facts(found)
        bad = f"，{len(found) - fitting:,}人不能改" if fitting < len(found) else ""
        said = f"将改{fitting:,}人{bad}，{len(self.ids()) - len(found):,}人不变"
        self.told.setText(said if found else NOTHING_CHANGES.format(wish.label))
        self.write_button.setText(f"写入{fitting:,}人")
        self.write_button.setEnabled(fitting > 0)

    def _on_written(self, count: int) -> None:
        self.session.wrote()
        self.accept()
        messages.tell(self.parentWidget(), MANY_CHANGED.format(count))

    def _forget(self) -> None:
        """What was shown is not what is wanted any more."""
        self._shown = None
        self.rows.show_facts([])
        self.told.setText(NOTHING_SHOWN)
        self.write_button.setText("写入")
        self.write_button.setEnabled(False)

    def _lay_out(self) -> None:
        whose = QHBoxLayout()
        group = QButtonGroup(self)
        for choice in (self.chosen, self.listed):
            group.addButton(choice)
            whose.addWidget(choice)
        whose.addStretch()
        self.cancel = QPushButton("取消")
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self.cancel, self.preview_button, self.write_button):
            button.setAutoDefault(button is self.preview_button)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(QLabel(CHANGE_WORDS, wordWrap=True))
        layout.addLayout(whose)
        layout.addWidget(self.wish)
        layout.addWidget(with_foot(self.table, self.told), 1)
        layout.addLayout(buttons)
        self.resize(760, 600)

    def _join(self) -> None:
        self.wish.changed.connect(self._forget)
        self.chosen.toggled.connect(self._forget)
        self.preview_button.clicked.connect(self.preview)
        self.write_button.clicked.connect(self.write)
        self.cancel.clicked.connect(self.reject)
