"""The window for filling forms 填表: the superior's form above, what goes where below, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.archive import program_folders
from models.imports.evidence.taught import TableForm
from models.superior_forms.asked import AskingSheet
from models.superior_forms.left_open import FilledForm
from models.superior_forms.taught_forms import remember_form
from reports.superior_forms.filling import PDF_SUFFIX, fill_form
from reports.superior_forms.form_files import FORM_SUFFIXES, FormFile, read_form
from reports.superior_forms.left_book import write_left_book
from reports.superior_forms.samples import SampledFact, sampled
from ui.jobs.jobs import Progress, whole
from ui.jobs.operations import attempt, attempt_write
from ui.jobs.saved_files import open_outside
from ui.jobs.saving import PDF, PERSONAL, WORD, WORKBOOK, ask_folder, ask_place, note_saved, save_aside
from ui.jobs.session import Session
from ui.pages.help_window import HelpWindow, show_manual
from ui.pages.page import PrintWish
from ui.superior_forms.left_list import LeftList
from ui.superior_forms.mapping_table import MappingTable
from ui.superior_forms.people_choice import PeopleChoice
from ui.widgets import theme, window_memory, window_size
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

DROP_HINT = (
    "把上级发来的空白表拖到这里，或按“选择表格”。\n\n"
    "一人一行的表、一人一张的表都可以（.xlsx .docx .xls），栏目叫什么、排在哪里都不要紧；\n"
    "本单位自己的文书模板（.docx，空处写成〔姓名〕〔身份证号〕这样）也用这里，一次给多人出文书。\n\n"
    "上级的表原样不动：字体、边框、公式、下拉列表、打印设置都保留，只填空格。"
)
CHOOSE_PAGE, MAP_PAGE, DONE_PAGE = range(3)
MANUAL_CHAPTER = "填表"
SAMPLE_PEOPLE = 2
TO_DECIDE = "有{}栏要您指明（黄色的）；不指明的不填，填好后列出"
ALL_KNOWN = "各栏都认出来了，请核对两个人的举例"
REMEMBERED = "您指明的会记住，下次同样的表照办。"


class FillingWindow(QDialog):
    """Fills one form for the people listed or selected; the form itself is never written to."""

    def __init__(self, session: Session, wish: PrintWish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.form: FormFile | None = None
        self.said: dict[TableForm, dict[int, str]] = {}
        self._sheets: list[AskingSheet] = []  # as the form has them
        self.filled: FilledForm | None = None
        self.help: HelpWindow | None = None
        self.setWindowTitle("填表")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        self.about, self.outcome = (
            theme.look(QLabel(wordWrap=True), "heading"),
            theme.look(QLabel(wordWrap=True), "title"),
        )
        self.hint = theme.look(
            QLabel(DROP_HINT, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "drop"
        )
        self.mapping, self.left = called(MappingTable(), "各栏填什么"), called(LeftList(), "未填清单")
        self.who = PeopleChoice(wish)
        self.kind = called(QComboBox(), "身份")
        self.choose_button = QPushButton(icon("mdi6.file-table-outline"), "选择表格…")
        self.keep_left = QPushButton(icon("mdi6.microsoft-excel"), "保存未填清单…")
        self.fill_button = theme.look(QPushButton("填写…"), "primary")
        self.open_button, self.close_button = theme.look(QPushButton("打开"), "primary"), QPushButton("关闭")
        self.pages = QStackedWidget()
        self._lay_out()
        self._join()
        self._go(CHOOSE_PAGE)
        window_size.resize(self, 1080, 700)
        window_memory.restore_place("filling", self)

    def show_help(self) -> None:
        """Open the manual at the chapter about filling forms."""
        self.help = show_manual(MANUAL_CHAPTER, self.help)

    # --- the form

    def choose(self) -> None:
        """Ask for the form's file."""
        start = str(window_memory.recall("filling/folder", str(program_folders.documents())))
        pattern = " ".join(f"*{suffix}" for suffix in FORM_SUFFIXES)
        file, _ = QFileDialog.getOpenFileName(self, "选择上级的表", start, f"表格和文档 ({pattern})")
        if file:
            window_memory.remember("filling/folder", str(Path(file).parent))
            self.read(Path(file))

    def read(self, file: Path) -> None:
        """Read a form and show what it asks."""
        self.said = {}
        Progress(self, "正在看这张表", whole(lambda: read_form(file))).then(self._on_read).start()

    def _on_read(self, form: FormFile) -> None:
        self.form = form
        self._sheets = list(form.form.sheets)
        self.who.show_kinds(form.form.kinds)
        self._go(MAP_PAGE)
        self._show()
        self.fill_button.setFocus()
        self.mapping.ask()

    def _show(self) -> None:
        assert self.form is not None
        samples = self._samples()
        waiting = sum(each.fact.open for each in samples)
        rows = "一人一份" if self.form.form.for_one else "一人一行"
        notes = "".join(f"\n{each}" for each in self.form.form.notes)
        told = TO_DECIDE.format(waiting) if waiting else ALL_KNOWN
        self.about.setText(f"“{self.form.path.name}”：{rows}，{len(samples)}栏。{told}。{REMEMBERED}{notes}")

    def _samples(self) -> list[SampledFact]:
        assert self.form is not None
        people = self.who.samples(self.form.form.kinds, SAMPLE_PEOPLE)
        samples = sampled(self.form, people)
        self.mapping.show_samples(samples, [each.name for each in people])
        return samples

    def _on_field(self, sample: SampledFact, field: str) -> None:
        assert self.form is not None
        said = dict.fromkeys(sample.sheet.alike(sample.at), field)
        self.said.setdefault(sample.sheet.form, {}).update(said)
        self.form.form.use(self.said)
        self._show()

    def _on_kinds(self) -> None:
        """The form is for its own kind of people, or for everybody listed."""
        assert self.form is not None
        own = self.who.own_kind.isChecked()
        self.form.form.sheets = [each if own else each.for_anybody() for each in self._sheets]
        self.form.form.use(self.said)
        self._show()

    # --- filling

    def fill(self) -> None:
        """Ask where to, fill in the background, remember what was decided."""
        assert self.form is not None
        place = self._place()
        if place is None:
            return
        form, said = self.form, {shape: dict(fields) for shape, fields in self.said.items()}
        by_choice = self.who.by_choice
        if said:
            attempt_write(self, self.session, lambda: remember_form(form.form, said, self.session.user))
        Progress(self, "正在填表", fill_form(form, self.who.people(), place, by_choice)).then(
            self._on_filled
        ).start()

    def _place(self) -> Path | None:
        assert self.form is not None
        suffix = str(self.kind.currentData()) if self.form.letter else self.form.suffix
        name = f"{self.form.path.stem}（已填）"
        if self.form.form.for_one and len(self.who.ids()) > 1:
            folder = ask_folder(self, "填好的文件放在哪个文件夹（一人一个文件）")
            return folder / f"{name}{suffix}" if folder else None
        kind = {".docx": WORD, PDF_SUFFIX: PDF}.get(suffix, WORKBOOK)
        return ask_place(self, f"{name}{suffix}", kind, "填好的表保存到")

    def _on_filled(self, filled: FilledForm) -> None:
        self.filled = filled
        note_saved(filled.files[0] if len(filled.files) == 1 else filled.files[0].parent, filled.people)
        where = (
            filled.files[0]
            if len(filled.files) == 1
            else f"{filled.files[0].parent}（{len(filled.files)}个文件）"
        )
        left = f"有{len(filled.left)}处没有填，见下。" if filled.left else "没有漏填的。"
        self.outcome.setText(f"填了{filled.people}人，已保存到 {where}。{left}")
        self.left.show_left(filled.left)
        self.keep_left.setVisible(bool(filled.left))
        self._go(DONE_PAGE)
        self.open_button.setFocus()

    def open_filled(self) -> None:
        """Open what was filled: the file, or the folder of several."""
        assert self.filled is not None
        files = self.filled.files
        open_outside(self, files[0] if len(files) == 1 else files[0].parent)

    def save_left(self) -> None:
        """Save the list of what was left."""
        assert self.filled is not None
        place = ask_place(self, "未填清单.xlsx", WORKBOOK, "保存未填清单")
        if place is not None:
            job = write_left_book(self.filled.left, self.filled.form.file, place, self.session.practice)
            save_aside(self, "正在保存未填清单", job, place, PERSONAL)

    # --- how it is made

    def _lay_out(self) -> None:
        self.pages.addWidget(self.hint)
        for page in (self._map_page(), self._done_page()):
            self.pages.addWidget(page)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.keep_left)
        buttons.addStretch()
        buttons.addWidget(self.kind)
        for button in (self.fill_button, self.open_button, self.close_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.pages, 1)
        layout.addLayout(buttons)
        self.kind.addItem("存为 Word（.docx）", ".docx")
        self.kind.addItem("存为 PDF（按公文格式重排）", PDF_SUFFIX)

    def _map_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.about)
        layout.addWidget(self.mapping, 1)
        layout.addWidget(self.who)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.outcome)
        layout.addWidget(self.left, 1)
        layout.addStretch()
        return page

    def _join(self) -> None:
        self.choose_button.clicked.connect(self.choose)
        self.keep_left.clicked.connect(self.save_left)
        self.fill_button.clicked.connect(self.fill)
        self.open_button.clicked.connect(self.open_filled)
        self.close_button.clicked.connect(self.close)
        self.mapping.chosen.connect(self._on_field)
        QShortcut(QKeySequence("F1"), self, self.show_help)
        self.who.kind_changed.connect(self._on_kinds)
        self.who.changed.connect(lambda: attempt(self, self._show))

    def _go(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self.fill_button.setVisible(page == MAP_PAGE)
        self.close_button.setVisible(page == DONE_PAGE)
        self.open_button.setVisible(page == DONE_PAGE)
        self.keep_left.setVisible(page == DONE_PAGE and bool(self.filled and self.filled.left))
        self.kind.setVisible(page == MAP_PAGE and self.form is not None and self.form.letter)
        self.choose_button.setText("选择表格…" if page == CHOOSE_PAGE else "换一张表…")

    # --- what Qt asks for

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(Path(url.toLocalFile()).suffix.lower() in FORM_SUFFIXES for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if files:
            self.read(files[0])

    def done(self, result: int) -> None:
        window_memory.keep_place("filling", self)
        super().done(result)
