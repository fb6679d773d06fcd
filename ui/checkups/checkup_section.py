"""The section of checkups 数据体检: the books are laid beside each other when somebody asks, and what is to be done is listed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from models.checkups.check_items import CheckedBook
from models.checkups.checkup import Checkup
from models.checkups.differences import Difference
from models.checkups.health_scores import GroupScore, score_words
from models.core.jobs import Job
from reports.checkups import checkup_registers
from reports.checkups.checkup_answers import told_asides, told_score
from reports.checkups.checkup_paper import CHECKUP_TITLE, write_checkup
from reports.checkups.printed_parts import check_all_books
from reports.paper.fonts import Missing
from reports.tables.register import Register
from ui.checkups.list_choice import ListChoice
from ui.checkups.task_filter import TaskFilter
from ui.forms.combo_boxes import Box
from ui.jobs.jobs import Progress
from ui.jobs.session import Session
from ui.materials.catalogue import files_in
from ui.pages.page import Page
from ui.printing.print_button import PrintButton
from ui.tables.word_table import Grid
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called

NOT_CHECKED = (
    "把从上级系统导出的名单拖到这里，或者点“选上级名单”，再点“开始体检”；没有名单也可以体检。"
    "档案库、纸质档案、银行回盘、上级名单逐人核对，什么都不改动。"
)
WORKLIST, BY_KIND, BY_COMMUNITY, ASIDES = "工作清单", "各种身份的得分", "各街道、村的得分", "没有核对的"
VIEWS = (WORKLIST, BY_KIND, BY_COMMUNITY, ASIDES)
SCORE_HEADINGS = ("名称", "人数", "各本账一致", "不一致(处)", "得分")
TASK_HEADINGS = (
    "姓名",
    "怎样办",
    "项目",
    "档案库",
    "另一本账",
    "哪边可能有误",
    "身份证号",
    "街道(镇)、村(社区)",
)
REGISTERS: tuple[tuple[str, Callable[[Checkup, bool], Register]], ...] = (
    (checkup_registers.CORRECTION_TITLE, checkup_registers.correction_register),
    (checkup_registers.VERIFICATION_TITLE, checkup_registers.verification_register),
    (checkup_registers.WORKLIST_TITLE, checkup_registers.worklist_register),
)


class CheckupSection(Page):
    """Checks when it is told to; what was found stays until somebody checks again."""

    HEARS = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.checkup: Checkup | None = None
        self.tasks: list[Difference] = []  # that are shown, in the order of the table
        self.check_button = act_button("开始体检", "mdi6.stethoscope", self.check, primary=True)
        self.lists = ListChoice(self.check_button)
        self.sentence = theme.look(QLabel(NOT_CHECKED, wordWrap=True), "quiet")
        self.view = called(Box(), "看什么")
        self.filter = TaskFilter()
        self.grid = called(Grid(), "体检结果")
        self.told = called(QPlainTextEdit(readOnly=True), "这一处的详情")
        self.open_button = act_button("打开档案", "mdi6.account-details-outline", self.open_person)
        self.prints = PrintButton()
        self._offer()
        self._lay_out()
        self._join()
        self.setAcceptDrops(True)
        self._show()

    # --- what can be done

    def how_much(self) -> str:
        return told_score(self.checkup) if self.checkup is not None else NOT_CHECKED

    def focus(self) -> None:
        self.check_button.setFocus()

    def check(self) -> None:
        """Lay the books beside each other, in the background."""
        Progress(self, "正在体检", check_all_books(self.lists.lists)).then(self._take).start()

    def open_person(self) -> None:
        """Open the file of whom the chosen line is about."""
        chosen = self._chosen()
        if chosen is not None and chosen.subject.person is not None:
            self.person_wanted.emit(chosen.subject.person)

    # --- how it is made

    def _take(self, checkup: Checkup) -> None:
        self.checkup = checkup
        self.sentence.setText(told_score(checkup))
        self.filter.tell_counts(checkup)
        self._show()
        if self.tasks:
            self.grid.setCurrentIndex(self.grid.words.index(0, 0))
        self.say_count()

    def _view(self) -> str:
        return str(self.view.currentText())

    def _show(self) -> None:
        """Show the chosen view of what was found."""
        found, view = self.checkup, self._view()
        if found is None or view == WORKLIST:
            self.tasks = (
                [each for each in found.worklist if self.filter.fits(each)] if found is not None else []
            )
            self.grid.show_words(
                TASK_HEADINGS, [_task_row(each) for each in self.tasks], left=range(len(TASK_HEADINGS))
            )
        elif view == ASIDES:
            self.grid.show_words(("没有核对的",), [(words,) for words in told_asides(found)])
        else:
            groups = found.by_kind() if view == BY_KIND else found.by_community()
            self.grid.show_words(SCORE_HEADINGS, [_score_row(each) for each in groups])
        self._refresh_buttons()
        self._tell_chosen()

    def _chosen(self) -> Difference | None:
        row = self.grid.row()
        return self.tasks[row] if self._view() == WORKLIST and 0 <= row < len(self.tasks) else None

    def _tell_chosen(self) -> None:
        """Say in full what the table has no room for."""
        chosen = self._chosen()
        self.told.setPlainText(_told_whole(chosen) if chosen is not None else "")

    def _paper(self, file: Path) -> Job[tuple[Missing, ...]]:
        assert self.checkup is not None, "the button waits for a checkup"
        return write_checkup(self.checkup, file, self.session.practice)

    def _register(self, gather: Callable[[Checkup, bool], Register]) -> Callable[[], Register]:
        assert self.checkup is not None, "the button waits for a checkup"
        return partial(gather, self.checkup, self.session.practice)

    def _refresh_buttons(self) -> None:
        self.prints.setEnabled(self.checkup is not None)
        self.open_button.setEnabled(self._view() == WORKLIST and bool(self.tasks))
        self.view.setEnabled(self.checkup is not None)
        self.filter.setEnabled(self.checkup is not None and self._view() == WORKLIST)

    def _offer(self) -> None:
        self.prints.offer_paper(CHECKUP_TITLE, self._paper)
        self.prints.part()
        for title, gather in REGISTERS:
            self.prints.offer_register(title, partial(self._register, gather))
        self.view.setMinimumContentsLength(10)
        for view in VIEWS:
            self.view.addItem(view)

    def _join(self) -> None:
        self.view.currentIndexChanged.connect(lambda *_: self._show())
        self.filter.changed.connect(self._show)
        self.grid.opened.connect(lambda *_: self.open_person())
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._tell_chosen())

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.addWidget(theme.look(QLabel("看"), "label"))
        choices.addWidget(self.view)
        choices.addWidget(self.filter, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addStretch()
        buttons.addWidget(self.prints)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.lists)
        column.addWidget(self.sentence)
        column.addLayout(choices)
        column.addWidget(self.grid, 4)
        column.addWidget(self.told, 1)
        column.addLayout(buttons)

    # --- what Qt asks for

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.lists.take(files_in(event.mimeData()))


def _task_row(each: Difference) -> tuple[str, ...]:
    subject = each.subject
    there = each.there or "—"
    place = f"{subject.street}{subject.community}"
    return subject.name, each.effort, each.label, each.here, there, each.wrong_words(), subject.number, place


def _told_whole(each: Difference) -> str:
    """A difference in lines: what each book says and where, which may be wrong, and what is to be done."""
    place = (
        f"（{each.place.words()}{f'，栏目“{each.place.heading}”' if each.place.heading else ''}）"
        if each.place
        else ""
    )
    said: tuple[str, ...] = (
        f"{each.subject.name}　{each.label}",
        f"档案库：{each.here}",
    )
    if each.other != CheckedBook.ARCHIVE:  # a doubt of the archive's own has no other book
        said = (*said, f"{each.other}：{each.there}{place}")
    return "\n".join((*said, f"{each.wrong_words()}：{each.why}"))


def _score_row(each: GroupScore) -> tuple[str, ...]:
    return each.name, f"{each.people:,}", f"{each.sound:,}", f"{each.differences:,}", score_words(each.score)
