"""The page 优抚对象: choosing people by filter or by words, and the table of those who were found."""

from __future__ import annotations

import gc
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QToolButton, QVBoxLayout, QWidget

from models.filters.filters import Filter
from models.pay.dues.listed_people import ListedPerson
from models.people import search
from models.people.person import Person
from ui.jobs import messages
from ui.jobs.questions import Question
from ui.jobs.session import Session
from ui.lists.list_foot import ListFoot, foot_button
from ui.pages.page import Page, PrintWish
from ui.people.filter_panel import FilterPanel
from ui.people.found_strip import FoundStrip
from ui.people.people_table import PeopleRows
from ui.people.saved_filters import SavedFilters
from ui.tables.search_box import SearchBox
from ui.tables.tables import RecordTable
from ui.widgets import theme, window_memory
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

MANY_KEYS = "Ctrl+H"
NARROW = 860  # pixels of the page below which the panel gives its place to the table
NOBODY_ON_FILE = "档案库里还没有人。\n\n按 Ctrl+I 导入花名册，或按 Ctrl+N 逐个新建。"
NOBODY_THEN = "截至这一天，档案库里没有人。\n\n按 Ctrl+D 回到今天，或换一天再看。"
NOBODY_FOUND = "没有符合条件的人。\n\n可以清除筛选，或换一个词再找。"


class PeoplePage(Page):
    """Filter on the left, search above, people below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.panel, self.search = FilterPanel(reload=False), SearchBox()
        self.saved = SavedFilters(session)
        self.panel_button = QToolButton()
        self.sentence = theme.look(QLabel(wordWrap=True), "sentence")
        self.nothing = theme.look(QPushButton("清除筛选"), "flat")
        policy = self.nothing.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the table does not jump when something is chosen
        self.nothing.setSizePolicy(policy)
        self.found = FoundStrip()
        self.rows = PeopleRows(self)
        self._nobody = NOBODY_ON_FILE if session.past is None else NOBODY_THEN
        self.table = called(RecordTable(self.rows, "people", self._nobody), "优抚对象")
        self.many_button = foot_button(
            "批量修改…",
            "mdi6.pencil-box-multiple-outline",
            f"给选中或列出的人改同一栏，或查找替换（{MANY_KEYS}）",
        )
        self._total = 0
        self._awaited = False  # whether the first of those who are looked for is to be chosen
        self.preparing = Question(search.remembered, self)  # so that the first key typed need not wait
        self._lay_out()
        self._join()
        self._count()
        for question in (self.panel.asking, self.preparing):  # people come first
            self.rows.shown.connect(question.ask_later, Qt.ConnectionType.SingleShotConnection)
        self.show_filter(Filter())
        self._stale = False  # that has read everything

    # --- what others may ask

    def show_filter(self, wanted: Filter) -> None:
        """Show the people of a filter, as if it had been chosen here."""
        self.panel.set_value(wanted)
        if self.search.text().strip() != wanted.words:
            self.search.setText(wanted.words)
        if wanted.ids is None:
            self.found.hide()
        self.table.heading_filters.clear()
        self.rows.show_filter(wanted)

    def filter(self) -> Filter:
        return self.rows.filter

    def read(self) -> None:
        if columns := self.rows.newly_defined():
            self.table.put_columns(columns)
        self._count()
        self.panel.reload()
        self.saved.reload()
        self.rows.show_filter(self.filter())

    def show_listed(self, text: str) -> None:
        """Find everybody whom a pasted list names, and say who was not found."""
        from models.filters.pasted import find_listed  # when wanted

        found = find_listed(text)
        self.show_filter(Filter(ids=tuple(found.ids)))
        self.found.tell(found)

    def merge_chosen(self) -> None:
        """Lay the two files that are selected side by side."""
        from ui.merging.window import MergeWindow  # when wanted

        keys = self.table.selected_keys()
        if len(keys) != 2:
            messages.tell(self, "请先选中两个人（按住 Ctrl 再点第二个人），再合并两份档案。")
            return
        kept, other = (Person.get_by_id(key) for key in keys)
        run_dialog(MergeWindow(self.session, kept, other, self))

    def change_many(self) -> None:
        """Change one field of the people selected or listed."""
        from ui.people.field_change import FieldChangeDialog  # when wanted: the page need not wait for it

        run_dialog(FieldChangeDialog(self.session, self.wish(), self))

    def wish(self) -> PrintWish:
        return PrintWish(
            self.table.selected_keys(),
            self.rows.keys(),
            self.filter().sentence(),
            self.table.headings.chosen(),
        )

    # --- how it is made

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.panel_button)
        top.addWidget(self.search, 1)
        top.addWidget(self.saved)
        said = QHBoxLayout()
        said.addWidget(self.sentence, 1)
        said.addWidget(self.nothing)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 8, 8, 4)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(said)
        column.addWidget(self.found)
        column.addWidget(self.table, 1)
        column.addWidget(ListFoot(self.table, None, self.many_button))
        self.parts = QSplitter()
        self.parts.addWidget(self.panel)
        self.parts.addWidget(right)
        self.parts.setStretchFactor(1, 1)
        self.parts.setCollapsible(1, False)
        self.parts.setSizes([228, 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.parts)
        self.panel_button.setText("筛选")
        self.panel_button.setCheckable(True)
        self.panel_button.setToolTip("显示或收起左边的筛选条件")
        self.panel_button.setIcon(icon("mdi6.filter-outline"))
        self.panel_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.panel_button.setChecked(bool(window_memory.recall("people/panel", True)))
        self.panel.setVisible(self.panel_button.isChecked())

    def _join(self) -> None:
        self.panel.changed.connect(self.rows.show_filter)
        self.search.searched.connect(self._on_words)
        self.search.listed.connect(self.show_listed)
        self.search.left.connect(self.go_to_first)
        self.saved.chosen.connect(self.show_filter)
        self.saved.wanted.connect(lambda: self.saved.keep(self.filter()))
        self.nothing.clicked.connect(lambda: self.show_filter(Filter()))
        self.found.closed.connect(lambda: self.show_filter(Filter()))
        self.panel_button.clicked.connect(self._on_panel_button)
        self.table.opened.connect(self._on_opened)
        self.rows.shown.connect(self.say_count)
        self.preparing.answered.connect(self._on_prepared)
        QShortcut(QKeySequence(MANY_KEYS), self, self.change_many)
        self.many_button.clicked.connect(self.change_many)
        self.table.addAction("打开档案\tEnter", lambda: self._on_opened(self.table.record()))
        self.table.addAction("合并选中的两份档案…", self.merge_chosen)
        self.table.addAction(f"批量修改、查找替换…\t{MANY_KEYS}", self.change_many)
        self.table.addAction("打印选中的…\tCtrl+P", lambda: self.print_wanted.emit(self.wish()))

    def _on_prepared(self) -> None:
        if self._total > PeopleRows.MANY:
            gc.freeze()  # to look through the words of so many people for rubbish would be felt

    def _count(self) -> None:
        self._total = Person.select().count()

    def say_count(self) -> None:
        """Say what is shown, in words and numbers."""
        if self.rows.searching():
            return  # the rows are still those of the filter before
        wanted = self.filter()
        self.sentence.setText(wanted.sentence())
        self.nothing.setVisible(wanted != Filter())
        self.table.set_empty_text(self._nobody if not self._total else NOBODY_FOUND)
        super().say_count()
        if self._awaited:
            self.go_to_first()

    def how_much(self) -> str:
        shown = self.rows.rowCount()
        whole = self.filter() == Filter() and not self.rows.filters
        return f"共 {shown:,} 人" if whole else f"共 {self._total:,} 人，列出 {shown:,} 人"

    def focus(self) -> None:
        self.table.setFocus()

    def _on_words(self, words: str) -> None:
        if words != self.filter().words:
            wanted = replace(self.filter(), words=words)
            self.panel.set_value(wanted)
            self.rows.show_filter(wanted)

    def go_to_first(self) -> None:
        """From the search box into the table: to the first of those found, once they are."""
        self._awaited = self.rows.searching()
        if self.rows.rowCount() and not self._awaited:
            self.table.setFocus()
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)

    def _on_opened(self, row: ListedPerson | None) -> None:
        if row is not None:
            self.person_wanted.emit(row.person.id)

    def _on_panel_button(self, shown: bool) -> None:
        window_memory.remember("people/panel", shown)
        self.panel.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() < NARROW) != (
            event.oldSize().width() < NARROW
        ) or event.oldSize().width() < 0:
            wide = event.size().width() >= NARROW
            shown = wide and bool(window_memory.recall("people/panel", True))
            self.panel_button.setChecked(shown)
            self.panel.setVisible(shown)
