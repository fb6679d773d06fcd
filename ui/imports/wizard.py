"""The import wizard: files, what was understood, what would happen, and what has happened."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.imports import imports
from models.imports.import_results import result_of
from models.imports.kept_books import KeptBooks
from models.imports.plan import Plan, RowOutcome
from models.imports.rosters.own_columns import OF_OWN, likely_field
from models.imports.sheets.columns import FoundColumn
from models.undo.undo import Undone
from reports.imports import sheets_given_back
from ui.imports.files_page import FilesPage
from ui.imports.plan_page import PlanPage
from ui.imports.understood_page import UnderstoodPage
from ui.jobs import messages, undoing
from ui.jobs.jobs import Progress
from ui.jobs.saved_files import tell_saved
from ui.jobs.saving import WORKBOOK, ask_place, note_saved
from ui.jobs.session import Session
from ui.widgets import theme, window_memory, window_size
from ui.widgets.icons import icon

FILES_STEP, UNDERSTOOD_STEP, PLAN_STEP, DONE_STEP = range(4)
WIZARD_STEPS = ("① 选择文件", "② 核对读法", "③ 看会怎样", "④ 完成")
FORWARD = {FILES_STEP: "读取文件", UNDERSTOOD_STEP: "看会怎样", PLAN_STEP: "导入", DONE_STEP: "完成"}
TO_ANSWER = "还有{}栏要您指明"


class ImportWizard(QDialog):
    """Takes workbooks into the archive; nothing is written before 导入 is pressed, and 撤销 takes it back."""

    imported = Signal()

    def __init__(self, session: Session, files: Iterable[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.plan: Plan | None = None
        self.entry: int | None = None  # the number of the entry that imported, once it has
        self._readings = 0
        self._books = KeptBooks()  # so that a step back or an answer opens no file again
        self.setWindowTitle("导入花名册")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.steps = theme.look(QLabel(), "steps")
        self.files, self.understood, self.would = FilesPage(files), UnderstoodPage(), PlanPage()
        self.outcome = theme.look(QLabel(wordWrap=True), "title")
        self.written, self.left = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.next_step = theme.look(QLabel(wordWrap=True), "heading")
        self.pages = QStackedWidget()
        self.back, self.forward = QPushButton("上一步"), QPushButton()
        self.save_findings = QPushButton(icon("mdi6.microsoft-excel"), "保存核对表…")
        self.take_back = QPushButton(icon("mdi6.undo"), "撤销这次导入")
        self._lay_out()
        self._join()
        self._go(FILES_STEP)
        window_size.resize(self, 1080, 700)
        window_memory.restore_place("import", self)

    # --- the steps

    def read(self) -> None:
        """Read the files as understood or corrected, and go on to what was understood.

        Who corrects twice in a row sees the second reading, whichever ends first.
        """
        self._readings += 1
        this = self._readings
        job = imports.read_workbooks(self.files.files(), self.understood.answers(), self._books)
        progress = Progress(self, "读取花名册", job)
        progress.then(lambda plan: self._on_read(plan) if this == self._readings else None).start()

    def define_own(self, column: FoundColumn) -> None:
        """Let a column become a field of the office's own, and read it into that."""
        from ui.own_fields.new_own_field import ask_own_field  # when wanted

        field = ask_own_field(self, self.session, likely_field(column.heading, column.samples))
        if field is None:
            self.understood.show_again()
        else:
            self.understood.teach(column, f"{OF_OWN}.{field.key}")

    def apply(self) -> None:
        """Write the plan as one entry; cancelled, nothing of it is kept."""
        assert self.plan is not None
        Progress(self, "导入", imports.apply(self.plan, self.session.user)).then(self._on_applied).start()

    def undo(self) -> None:
        """Take the whole import back."""
        assert self.entry is not None
        assert self.plan is not None
        if messages.ask(self, f"撤销“{self.plan.title()}”？这次导入的全部内容都会撤回", "撤销", "不撤销"):
            undoing.undo(self, self.session, self.entry, self._on_undone)

    def _on_undone(self, undone: Undone) -> None:
        self.entry = None
        kept = f"{len(undone.kept)}处后来改过、用过的保留，见操作日志第{undone.entry.number}条。"
        self.outcome.setText("已撤销，" + (kept if undone.kept else "档案库和导入之前一样。"))
        for told in (self.written, self.left, self.next_step):
            told.clear()
        self.take_back.hide()
        self.imported.emit()

    def keep_findings(self) -> None:
        """Save the officer's own sheets with one more column that says what is wrong."""
        assert self.plan is not None
        place = ask_place(self, "导入核对表.xlsx", WORKBOOK, "保存核对表")
        if place is not None:
            sheets_given_back.write_sheets_back(self.plan, place, self.files.files())
            note_saved(place)
            tell_saved(self, place, "。红色的没有导入，黄色的请核对；改好后可以直接拿它再导入")

    # --- how it is made

    def _lay_out(self) -> None:
        for page in (self.files, self.understood, self.would, self._done_page()):
            self.pages.addWidget(page)
        self.forward.setDefault(True)
        theme.look(self.forward, "primary")
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_findings)
        buttons.addStretch()
        buttons.addWidget(self.back)
        buttons.addWidget(self.forward)
        layout = QVBoxLayout(self)
        layout.addWidget(self.steps)
        layout.addWidget(self.pages, 1)
        layout.addLayout(buttons)

    def _done_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch()
        column.setSpacing(14)
        for told in (self.outcome, self.written, self.left, self.next_step):
            column.addWidget(told)
        column.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        return page

    def _join(self) -> None:
        self.files.changed.connect(self._refresh)
        self.files.changed.connect(self.forward.setFocus)  # Enter goes on
        self.understood.corrected.connect(self.read)
        self.understood.own_wanted.connect(self.define_own)
        self.would.proposals.decided.connect(self._refresh)
        self.back.clicked.connect(lambda: self._go(self.pages.currentIndex() - 1))
        self.forward.clicked.connect(self._forward)
        self.save_findings.clicked.connect(self.keep_findings)
        self.take_back.clicked.connect(self.undo)

    def _forward(self) -> None:
        match self.pages.currentIndex():
            case 0:
                self.read()
            case 1:
                self._go(PLAN_STEP)
            case 2:
                self.apply()
            case _:
                self.accept()

    def _go(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        marked = (f"<b>{words}</b>" if number == page else words for number, words in enumerate(WIZARD_STEPS))
        self.steps.setText("　›　".join(marked))
        self._refresh()

    def _refresh(self) -> None:
        page = self.pages.currentIndex()
        self.back.setVisible(page in (UNDERSTOOD_STEP, PLAN_STEP))
        self.save_findings.setVisible(page in (PLAN_STEP, DONE_STEP))
        self.forward.setText(FORWARD[page])
        if page == FILES_STEP:
            self.forward.setEnabled(bool(self.files.files()))
        elif page == UNDERSTOOD_STEP and self.plan is not None and self.plan.questions:
            self.forward.setText(TO_ANSWER.format(self.plan.questions))
            self.forward.setEnabled(False)
        elif self.plan is not None:
            lines = self.plan.total(RowOutcome.NEW) + self.plan.total(RowOutcome.CHANGED)
            decided = sum(each.taken or each.kept for each in self.plan.proposals)
            self.forward.setEnabled(page != PLAN_STEP or lines + decided > 0)
            if page == PLAN_STEP:
                words = f"导入 {lines:,} 行" if lines else f"按决定写入 {decided:,} 处"
                self.forward.setText(words if lines + decided else "没有可导入的")

    def _on_read(self, plan: Plan) -> None:
        self.plan = plan
        self.understood.show_plan(plan)
        self.would.show_plan(plan)
        self._go(UNDERSTOOD_STEP)

    def _on_applied(self, entry: int | None) -> None:
        assert self.plan is not None
        self.entry = entry
        result = result_of(self.plan)
        self.outcome.setText(f"{self.plan.title()}。")
        self.written.setText("\n".join(result.written))
        self.left.setText("\n".join(("还没有办完的：", *result.open)) if result.open else "没有要处理的。")
        self.next_step.setText(f"下一步：{result.next}。")
        self.take_back.setVisible(entry is not None)
        self._go(DONE_STEP)
        self.imported.emit()

    def hideEvent(self, event: object) -> None:
        window_memory.keep_place("import", self)
        super().hideEvent(event)  # type: ignore[arg-type]
