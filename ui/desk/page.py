"""The first page 工作台: looking for people, how many people there are, of which kinds and where, and what needs doing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models import desk
from models.desk import Tally, Todo
from models.filters.filters import Filter
from models.people import search
from reports.charts import drawing
from reports.charts.drawing import Fact
from ui.backups.backup_line import BackupLine
from ui.desk.desk_buttons import DeskLine, Figure
from ui.jobs.questions import Question
from ui.jobs.session import Session
from ui.pages.page import Page
from ui.tables.search_box import SearchBox
from ui.widgets import theme
from ui.widgets.charts import Chart
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

WIDE_DESK = 880  # pixels from which charts and to-dos stand side by side
STREETS_SHOWN = 12  # streets shown; the rest is in the list
KINDS_TITLE, STREETS_TITLE = "各类优抚对象人数", "各街道(镇)人数"
MINE_TITLE, TODOS_TITLE = "等您办的", "要办的事"
NOTHING_MINE, QUIET = "没有等您复核、审批、签署的。", "没有要办的事。"
COUNTING = "正在清点……"


class DeskCounted(NamedTuple):
    """All that the desk shows."""

    everybody: Tally
    paid: Tally
    kinds: list[Tally]
    streets: list[Tally]
    mine: list[Todo]  # what waits for this officer
    todos: list[Todo]


def count(user: str) -> DeskCounted:
    """Count everything; among many people that takes a moment, so it is done in the background."""
    from models.own_todos import own_todos  # when wanted: the window is there before it is counted

    return DeskCounted(
        desk.totals(),
        desk.receiving_tally(),
        desk.by_kind(),
        desk.by_street(),
        own_todos(user),
        desk.todos(),
    )


def month_ahead() -> Todo | None:
    """What this month's calendar holds."""
    from models.own_todos import events_todo  # as above

    return events_todo()


class DeskPage(Page):
    """Figures, charts and to-dos; each opens the list that it counts."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.search = SearchBox()
        self.people, self.paid, self.identities = Figure("优抚对象"), Figure("享受待遇"), Figure("身份")
        self.kinds = called(Chart(drawing.columns), KINDS_TITLE)
        self.streets = called(Chart(drawing.bars), STREETS_TITLE)
        self.mine, self.todos = QVBoxLayout(), QVBoxLayout()
        self.backups = BackupLine(session)
        self.welcome = self._welcome()
        self._counted: DeskCounted | None = None
        self._asked: Todo | None = None  # as it was found last
        self._month: Todo | None = None  # likewise
        self.preparing = Question(search.remembered, self)  # while the first word is typed
        self.counting = Question(partial(count, session.user), self)
        self.asking, self.looking_ahead = (
            Question(desk.asked_todo, self),
            Question(month_ahead, self),
        )
        self._lay_out()
        self._join()

    def focus(self) -> None:
        self.search.setFocus()

    def read(self) -> None:
        """Count, in the background."""
        self.backups.read()
        self.counting.ask()

    def show_counted(self, counted: DeskCounted) -> None:
        """Show these figures."""
        self._counted = counted
        everybody = counted.everybody
        self.welcome.setVisible(everybody.people == 0)
        self.charts.setVisible(everybody.people > 0)
        self.people.tell(f"{everybody.people:,}", "人")
        self.identities.tell(f"{everybody.identities:,}", "个")
        self.paid.tell(f"{counted.paid.people:,}", "人")
        self.kinds.show_facts([_fact(tally) for tally in counted.kinds])
        self.streets.show_facts([_fact(tally) for tally in counted.streets[:STREETS_SHOWN]])
        self._show_all_todos()
        self.asking.ask()  # after what is shown at once
        self.looking_ahead.ask()

    def show_asked(self, asked: Todo | None) -> None:
        """Show whose grants wait for an answer."""
        self._asked = asked
        self._show_all_todos()

    def show_month(self, month: Todo | None) -> None:
        """Show what this month's calendar holds."""
        self._month = month
        self._show_all_todos()

    # --- how it is made

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        for figure in (self.people, self.paid, self.identities):
            figures.addWidget(figure, 1)
        self.charts = QWidget()
        self.beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.charts)
        self.beside.setContentsMargins(0, 0, 0, 0)
        left = QVBoxLayout()
        left.addWidget(_card(KINDS_TITLE, self.kinds), 3)
        left.addWidget(_card(STREETS_TITLE, self.streets), 2)
        self.beside.addLayout(left, 3)
        self.beside.addWidget(self._todo_card(), 2)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addLayout(figures)
        column.addWidget(self.welcome)
        column.addWidget(self.charts, 1)
        column.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.welcome.hide()

    def _todo_card(self) -> QFrame:
        card = theme.look(QFrame(), "card")
        column = QVBoxLayout(card)
        for heading, lines in ((MINE_TITLE, self.mine), (TODOS_TITLE, self.todos)):
            column.addWidget(theme.look(QLabel(heading), "heading"))
            column.addLayout(lines)
            self._show_todos(lines, None)
        column.addStretch()
        column.addWidget(self.backups)
        return card

    def _welcome(self) -> QFrame:
        card = theme.look(QFrame(), "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(theme.look(QLabel("档案库里还没有人"), "title"))
        column.addWidget(
            QLabel("有花名册就导入花名册，表不必改成规定的样子；也可以一个一个新建。", wordWrap=True)
        )
        import_button = theme.look(
            QPushButton(icon("mdi6.file-import-outline", "paper"), "导入花名册（Ctrl+I）"), "primary"
        )
        new_button = QPushButton(icon("mdi6.account-plus-outline"), "新建一个人的档案（Ctrl+N）")
        import_button.clicked.connect(self.import_wanted)
        new_button.clicked.connect(self.new_wanted)
        row = QHBoxLayout()
        row.addWidget(import_button)
        row.addWidget(new_button)
        row.addStretch()
        column.addLayout(row)
        return card

    def _join(self) -> None:
        self.search.left.connect(self._look_for)
        self.search.listed.connect(self.names_wanted)
        self.search.textEdited.connect(self.preparing.ask, Qt.ConnectionType.SingleShotConnection)
        self.kinds.clicked.connect(lambda key: self._list(key, "kinds"))
        self.streets.clicked.connect(lambda key: self._list(key, "streets"))
        self.people.clicked.connect(lambda: self.list_wanted.emit(Filter()))
        self.identities.clicked.connect(lambda: self.list_wanted.emit(Filter()))
        self.paid.clicked.connect(self._list_paid)
        self.counting.answered.connect(self.show_counted)
        self.asking.answered.connect(self.show_asked)
        self.looking_ahead.answered.connect(self.show_month)

    def _look_for(self) -> None:
        """List those whom the words find; the desk keeps no words."""
        words = self.search.text().strip()
        if words:
            self.search.clear()
            self.list_wanted.emit(Filter(words=words))

    def _list_paid(self) -> None:
        if self._counted is not None:
            self.list_wanted.emit(self._counted.paid.filter)

    def _list(self, key: str, group: str) -> None:
        if self._counted is not None:
            tallies: Sequence[Tally] = getattr(self._counted, group)
            self.list_wanted.emit(next(tally.filter for tally in tallies if tally.name == key))

    def _show_all_todos(self) -> None:
        if self._counted is not None:
            for lines, known, later in (
                (self.mine, self._counted.mine, self._month),
                (self.todos, self._counted.todos, self._asked),
            ):
                self._show_todos(lines, [*known, *([later] if later else [])])

    def _open(self, todo: Todo) -> None:
        """Go where it is done, or list the people."""
        if todo.section:
            self.section_wanted.emit(todo.section)
        else:
            self.list_wanted.emit(todo.filter)

    def _show_todos(self, lines: QVBoxLayout, todos: Sequence[Todo] | None) -> None:
        while (item := lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for todo in todos or ():
            line = DeskLine(todo)
            line.clicked.connect(lambda _=False, todo=todo: self._open(todo))
            lines.addWidget(line)
        quiet = NOTHING_MINE if lines is self.mine else QUIET
        if not todos:
            lines.addWidget(theme.look(QLabel(COUNTING if todos is None else quiet), "quiet"))

    # --- what Qt asks for

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= WIDE_DESK
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self.beside.setDirection(direction)


def _fact(tally: Tally) -> Fact:
    return Fact(tally.name, tally.name, tally.people, f"{tally.identities:,}个身份")


def _card(title: str, chart: Chart) -> QFrame:
    card = theme.look(QFrame(), "card")
    column = QVBoxLayout(card)
    column.addWidget(theme.look(QLabel(title), "heading"))
    column.addWidget(chart, 1)
    return card
