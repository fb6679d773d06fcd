"""Templates of letters 文书模板: each letter with what it may ask; one of the office's own is chosen, looked at, or given up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.archive import program_folders
from models.core.jobs import Job
from models.office.deeds import SET_UP_OFFICE
from models.office.letter_templates import drop_template, keep_template, template_of
from reports.letters.letter_marks import letter_marks
from reports.letters.own_letters import read_template, write_example, write_letter_draft
from reports.paper.fonts import Missing
from ui.jobs import messages
from ui.jobs.operations import allowed, attempt, attempt_write
from ui.jobs.saved_files import tell_saved
from ui.jobs.saving import WORD, ask_place, note_saved
from ui.jobs.session import Session
from ui.printing.print_button import paper_job, preview_paper
from ui.widgets import theme, window_memory, window_size
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called
from ui.widgets.whole_words import tell_headings

TEMPLATES_EXPLAINED = (
    "程序写的通知书、决定书，可以改用本单位自己的文书：先“存一份起稿…”，用Word或WPS改好措辞，要填的地方写成〔姓名〕这样，"
    "再按“选用…”。选定以后，各处打印的都照它写。没有选的照程序自带的写。"
)
SHIPPED_STANDS, OWN_STANDS = "现在照程序自带的写。", "现在照本单位的“{}”写。"
OWN_SIGN = "　✓ 本单位的"
MARK_HEADINGS = ("写成", "填什么", "例如")


class LetterTemplates(QDialog):
    """The letters on the left; on the right what the chosen one may ask, and by which document it is written."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle("文书模板")
        self.letters = called(QListWidget(), "文书")
        self.marks = called(QTableWidget(0, len(MARK_HEADINGS)), "可以填的内容")
        tell_headings(self.marks.horizontalHeader())
        self.state = theme.look(QLabel(wordWrap=True), "heading")
        self.draft_button = act_button("存一份起稿…", "mdi6.file-word-outline", self.save_draft)
        self.choose_button = act_button("选用…", "mdi6.file-check-outline", self.choose)
        self.look_button = act_button("预览", "mdi6.printer-eye", self.preview)
        self.drop_button = act_button("改回程序自带的", "mdi6.backup-restore", self.drop)
        self._lay_out()
        for letter in letter_marks():
            self.letters.addItem(letter)
        self.letters.currentRowChanged.connect(self._show)
        self.letters.setCurrentRow(0)
        window_size.resize(self, 940, 560)

    def letter(self) -> str:
        """The letter that is chosen."""
        return list(letter_marks())[max(0, self.letters.currentRow())]

    def save_draft(self) -> None:
        """Save a document to begin with."""
        letter = self.letter()
        place = ask_place(self, f"{letter}（起稿）.docx", WORD)
        if place is not None and attempt(self, lambda: write_letter_draft(letter, place)):
            note_saved(place)
            tell_saved(self, place, "。改好以后按“选用…”选它")

    def choose(self) -> None:
        """Choose the office's own document; one that cannot be filled is refused, and the old one stays."""
        if not allowed(self, SET_UP_OFFICE):
            return
        start = str(window_memory.recall("letters/folder", str(program_folders.documents())))
        file, _ = QFileDialog.getOpenFileName(self, f"选择{self.letter()}的模板", start, WORD)
        if file:
            window_memory.remember("letters/folder", str(Path(file).parent))
            self.take(Path(file))

    def take(self, file: Path) -> None:
        """Let the chosen letter be written by this document."""
        letter = self.letter()

        def keep() -> None:
            keep_template(letter, file.name, read_template(file, letter), self.session.user)

        if attempt_write(self, self.session, keep):
            self._show()

    def preview(self) -> None:
        """Show the letter as the office's document makes it, filled with the examples."""
        kept, letter = template_of(self.letter()), self.letter()
        if kept is None:
            return
        content = kept.document()

        def made(file: Path) -> Job[tuple[Missing, ...]]:
            return paper_job(lambda: write_example(content, letter, file))

        preview_paper(self, f"{letter}（例子）", made)

    def drop(self) -> None:
        """Write the letter in the program's own words again."""
        letter = self.letter()
        words = f"{letter}改回程序自带的写法，本单位的模板不再保存在档案库里。"
        if messages.ask_losing(self, words, "改回", "不改") and attempt_write(
            self, self.session, lambda: drop_template(letter, self.session.user)
        ):
            self._show()

    def _show(self) -> None:
        for row, letter in enumerate(letter_marks()):
            self.letters.item(row).setText(f"{letter}{OWN_SIGN if template_of(letter) else ''}")
        kept = template_of(self.letter())
        self.state.setText(OWN_STANDS.format(kept.file_name) if kept is not None else SHIPPED_STANDS)
        self.look_button.setEnabled(kept is not None)
        self.drop_button.setEnabled(kept is not None)
        marks = letter_marks()[self.letter()]
        self.marks.setRowCount(len(marks))
        for row, each in enumerate(marks):
            for column, words in enumerate((f"〔{each.mark}〕", each.says, each.example)):
                self.marks.setItem(row, column, QTableWidgetItem(words))
        for column in range(len(MARK_HEADINGS) - 1):
            self.marks.resizeColumnToContents(column)

    def _lay_out(self) -> None:
        self.letters.setFixedWidth(250)
        self.letters.setSpacing(3)
        self.marks.horizontalHeader().setStretchLastSection(True)
        self.marks.setHorizontalHeaderLabels(list(MARK_HEADINGS))
        self.marks.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.marks.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.marks.verticalHeader().hide()
        acts = QHBoxLayout()
        for button in (self.draft_button, self.choose_button, self.look_button, self.drop_button):
            acts.addWidget(button)
        acts.addStretch()
        right = QVBoxLayout()
        right.addWidget(self.state)
        right.addWidget(self.marks, 1)
        right.addLayout(acts)
        middle = QHBoxLayout()
        middle.addWidget(self.letters)
        middle.addLayout(right, 1)
        buttons = QDialogButtonBox()
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(TEMPLATES_EXPLAINED, wordWrap=True, alignment=Qt.AlignmentFlag.AlignLeft))
        column.addLayout(middle, 1)
        column.addWidget(buttons)
