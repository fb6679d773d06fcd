"""The dialog that asks what to print, of whom and how: the files of people, or a roster of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.people import search
from models.printing.printouts import PrintoutKind
from reports.person.sheets import SECTIONS, USUAL_SECTIONS
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.private_folder import PrivateFolder
from ui.jobs.saved_files import pages_of, tell_written
from ui.jobs.saving import PDF, WORKBOOK, ask_place, note_saved
from ui.jobs.session import Session
from ui.print_records.recorded_papers import RecordedPaper
from ui.printing.file_options import FileOptions
from ui.printing.growing_preview import preview_growing
from ui.printing.preview import PreviewWindow
from ui.printing.print_button import give_copies
from ui.printing.print_jobs import Order, Printed, as_register, printed_order, workbook
from ui.printing.private_papers import make_privately
from ui.printing.volume_choice import VolumeChoice
from ui.widgets import theme, window_memory, window_size

CHOSEN_PEOPLE, LISTED_PEOPLE, ALL_PEOPLE = "chosen", "listed", "all"
PERSON_FILES, PEOPLE_ROSTER, VOLUME_LISTS = "files", "roster", "volumes"
FILE_NAMES = {PERSON_FILES: "一人一档", PEOPLE_ROSTER: "花名册"}
LONGEST_SENTENCE = 36  # characters of a sentence beside a button
PEOPLE_AT_ONCE = 20  # people whose files are made before they are shown; of more the first is shown while the others are made
PRINTED_AT_ONCE = "再按一次 Ctrl+P，预览以后直接选打印机"
MANY_PEOPLE = 2000  # people; more are asked about once more


class PrintDialog(QDialog):
    """Whom, what, and how; then the preview, or a file."""

    def __init__(
        self,
        session: Session,
        chosen: Sequence[int],
        sentence: str = "",
        listed: Sequence[int] | None = None,
        parent: QWidget | None = None,
        columns: Sequence[str] = (),
    ) -> None:
        """``chosen`` and ``listed`` are ids of people, in the order wanted; ``sentence`` says how ``listed`` was found.

        ``columns`` are those that the list shows, from left to right, by key.
        """
        super().__init__(parent)
        self.setWindowTitle("打印")
        self.session, self.sentence = session, sentence
        self._at_once = False
        everybody = [] if listed is None else search.find_ids()
        self._of_one_file = (
            listed is None
        )  # a person's own window prints that file, whatever was printed last
        self.whom = {CHOSEN_PEOPLE: list(chosen), LISTED_PEOPLE: list(listed or []), ALL_PEOPLE: everybody}
        self.people = {
            CHOSEN_PEOPLE: QRadioButton(f"选中的 {len(chosen):,} 人"),
            LISTED_PEOPLE: QRadioButton(
                f"列表中的 {len(self.whom[LISTED_PEOPLE]):,} 人（{_short(sentence)}）"
            ),
            ALL_PEOPLE: QRadioButton(f"全部 {len(everybody):,} 人"),
        }
        self.what = {
            PERSON_FILES: QRadioButton("一人一档档案"),
            PEOPLE_ROSTER: QRadioButton("花名册"),
            VOLUME_LISTS: QRadioButton("盒签、案卷目录、移交和销毁清册"),
        }
        self.columns, self.as_shown = tuple(columns), QCheckBox("栏目和次序同列表现在显示的一样")
        self.volumes, self.options = VolumeChoice(), FileOptions()
        self.sections = {name: QCheckBox(name) for name in SECTIONS}
        self.every_section = QCheckBox("全部内容")
        self.double_sided = QCheckBox("双面打印（每人另起一张纸）")
        self.masked = QCheckBox("遮住证件号码、电话和账号（外送用）")
        self.only_changed = QCheckBox("只打上次打印后有变化的人和部分（没打过的也打）")
        self.saved_counts = QCheckBox("存成PDF的也算打印过")
        self.preview, self.save = QPushButton("预览并打印"), QPushButton("存为PDF…")
        self.save_workbook, self.cancel = QPushButton("存为Excel…"), QPushButton("取消")
        self.give_copies = QPushButton("公示、外送副本…")
        self._lay_out()
        self._join()
        self._recall()

    # --- what was chosen

    def ids(self) -> list[int]:
        return self.whom[next(name for name, button in self.people.items() if button.isChecked())]

    def order(self) -> Order:
        """What is to be made, as chosen."""
        chosen = tuple(name for name, tick in self.sections.items() if tick.isChecked())
        return Order(
            ids=tuple(self.ids()),
            roster=self.chosen_kind() == PEOPLE_ROSTER,
            sections=chosen,
            double_sided=self.double_sided.isChecked(),
            masked=self.masked.isChecked(),
            only_changed=self.only_changed.isChecked() and self.chosen_kind() == PERSON_FILES,
            saved_counts=self.saved_counts.isChecked(),
            practice=self.session.practice,
            columns=self.columns if self.as_shown.isChecked() else (),
            words=self.sentence if self.people[LISTED_PEOPLE].isChecked() else "",
            volume_paper=self.volumes.name() if self.chosen_kind() == VOLUME_LISTS else "",
            broadest=self.volumes.broadest(),
            **self.options.chosen(),
        )

    def chosen_kind(self) -> str:
        return next(name for name, button in self.what.items() if button.isChecked())

    # --- what it does

    def show_preview(self) -> None:
        """Make the papers in a private folder and show them."""
        if not self._sure():
            return
        order = self.order()
        if len(order.ids) > PEOPLE_AT_ONCE and order.kind == PrintoutKind.FILES and not order.only_changed:
            preview_growing(self, order, self.accept)
            return

        def show(_: Path, printed: Printed, folder: PrivateFolder) -> None:
            self._open(printed, order, folder)

        make_privately(self, "正在排版", "打印.pdf", partial(printed_order, order), show)

    def print_at_once(self) -> None:
        """Ctrl+P a second time: the preview goes straight on to the printer."""
        self._at_once = True
        self.show_preview()

    def save_pdf(self) -> None:
        order = self.order()
        if (file := self._file(PDF, ".pdf")) and self._sure():
            Progress(self, "正在排版", printed_order(order, file)).then(
                partial(self._saved_pdf, order)
            ).start()

    def save_as_workbook(self) -> None:
        self._remember()
        order = self.order()
        if file := self._file(WORKBOOK, ".xlsx"):
            Progress(self, "正在写工作簿", workbook(order, file)).then(self._saved_workbook).start()

    def ask_copies(self) -> None:
        """The roster for the wall or for another office: written as the officer chooses there."""
        give_copies(self, partial(as_register, self.order()))

    # --- how it is made

    def _lay_out(self) -> None:
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_card("打印谁", [*self.people.values()]))
        files, roster, volumes = self.what.values()
        column.addWidget(
            _card("打印什么", [files, self._section_grid(), roster, self.as_shown, volumes], self.volumes)
        )
        column.addWidget(
            _card(
                "怎样打印",
                [self.only_changed, self.saved_counts, self.double_sided, self.masked],
                self.options,
            )
        )
        column.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(cards)
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        theme.look(self.preview, "primary")
        self.preview.setDefault(True)
        buttons = QHBoxLayout()
        for button in (self.save, self.save_workbook, self.give_copies):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.preview)
        layout.addLayout(buttons)
        window_size.resize(self, 560, 700)

    def _section_grid(self) -> QWidget:
        self.parts = QWidget()
        grid = QGridLayout(self.parts)
        grid.setContentsMargins(20, 0, 0, 0)
        grid.addWidget(self.every_section, 0, 0, 1, 5)
        for place, tick in enumerate(self.sections.values()):
            grid.addWidget(tick, 1 + place // 5, place % 5)
        return self.parts

    def _join(self) -> None:
        for group in (self.people, self.what):
            buttons = QButtonGroup(self)
            for button in group.values():
                buttons.addButton(button)
        for button in self.what.values():
            button.toggled.connect(self._refresh)
        self.volumes.paper.currentTextChanged.connect(self._refresh)
        self.every_section.clicked.connect(self._tick_all)
        self.only_changed.toggled.connect(self._refresh)
        for tick in self.sections.values():
            tick.toggled.connect(self._refresh)
        self.preview.clicked.connect(self.show_preview)
        self.preview.setToolTip(PRINTED_AT_ONCE)
        QShortcut(QKeySequence.StandardKey.Print, self, self.print_at_once)
        self.save.clicked.connect(self.save_pdf)
        self.save_workbook.clicked.connect(self.save_as_workbook)
        self.give_copies.clicked.connect(self.ask_copies)
        self.cancel.clicked.connect(self.reject)

    def _recall(self) -> None:
        """Choose what was chosen last; of people, the smallest group there is."""
        known = window_memory.recall("print/choice", {})
        last = {} if self._of_one_file else known
        self.what[last.get("what", PERSON_FILES)].setChecked(True)
        for name, tick in self.sections.items():
            tick.setChecked(name in last.get("sections", USUAL_SECTIONS))
        self.double_sided.setChecked(known.get("double_sided", False))
        self.options.recall(known)
        self.volumes.recall(known)
        self.as_shown.setVisible(bool(self.columns))
        self.as_shown.setChecked(bool(self.columns) and known.get("as_shown", False))
        self.masked.setChecked(False)  # a masked copy is the exception, and said each time
        groups = [name for name, ids in self.whom.items() if ids]
        for name, button in self.people.items():
            button.setVisible(name in groups)
        self.people[groups[0] if groups else CHOSEN_PEOPLE].setChecked(True)
        self._refresh()

    def _refresh(self) -> None:
        files = self.what[PERSON_FILES].isChecked()
        lists = self.what[VOLUME_LISTS].isChecked()
        ticked = [tick.isChecked() for tick in self.sections.values()]
        self.every_section.setChecked(all(ticked))
        for widget in (self.parts, self.only_changed, self.double_sided, self.masked, self.options):
            widget.setEnabled(files)
        self.saved_counts.setVisible(self.only_changed.isChecked())
        self.volumes.setEnabled(lists)
        self.as_shown.setEnabled(self.what[PEOPLE_ROSTER].isChecked())
        self.save_workbook.setVisible(not files and not (lists and self.volumes.is_labels()))
        self.give_copies.setVisible(self.what[PEOPLE_ROSTER].isChecked())
        ready = any(self.whom.values()) and (not files or any(ticked))
        for button in (self.preview, self.save, self.save_workbook, self.give_copies):
            button.setEnabled(ready)

    def _tick_all(self, on: bool) -> None:
        for tick in self.sections.values():
            tick.setChecked(on)

    def _remember(self) -> None:
        order, known = self.order(), window_memory.recall("print/choice", {})
        choice = {"what": self.chosen_kind(), "sections": order.sections, "double_sided": order.double_sided}
        choice |= {"volume_paper": self.volumes.name(), "broadest": order.broadest}
        if self._of_one_file:  # which says nothing of what is printed of a list
            choice |= {key: was for key, was in known.items() if key in ("what", "sections")}
        choice |= self.options.chosen() | {"as_shown": self.as_shown.isChecked()}
        window_memory.remember("print/choice", choice)

    def _sure(self) -> bool:
        self._remember()
        count = len(self.ids())
        if count < MANY_PEOPLE or self.chosen_kind() != PERSON_FILES:
            return True
        return messages.ask(self, f"要给{count:,}人排版，要几分钟，其间可以随时取消。继续吗？", "继续")

    def _file(self, kinds: str, suffix: str) -> Path | None:
        name = FILE_NAMES.get(self.chosen_kind()) or self.volumes.name()
        return ask_place(self, name + suffix, kinds)

    def _open(self, printed: Printed, order: Order, folder: PrivateFolder) -> None:
        title = self._title(order, printed)
        matter = printed.matter(order, title)
        window = PreviewWindow.open(
            printed.file, title, folder, order.double_sided, printed.warning(), matter
        )
        self.accept()
        if self._at_once:
            QTimer.singleShot(0, window, window.print)

    def _title(self, order: Order, printed: Printed) -> str:
        return f"{FILE_NAMES.get(self.chosen_kind()) or order.volume_paper}　{printed.people:,}人"

    def _saved_pdf(self, order: Order, printed: Printed) -> None:
        matter = printed.matter(order, self._title(order, printed))
        RecordedPaper(printed.file, pages_of(printed.file), matter).saved(printed.file)
        self._saved(printed)

    def _saved_workbook(self, printed: Printed) -> None:
        note_saved(printed.file, printed.people)
        self._saved(printed)

    def _saved(self, printed: Printed) -> None:
        warning = f"\n\n{printed.warning()}" if printed.missing else ""
        words = f"已保存{printed.people:,}人到 {printed.file}。文件含有个人信息，用完请妥善处理。{warning}"
        tell_written(self, printed.file, words)
        self.accept()


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST_SENTENCE else sentence[:LONGEST_SENTENCE] + "……"


def _card(title: str, widgets: Sequence[QWidget], below: QWidget | None = None) -> QFrame:
    card = theme.look(QFrame(), "card")
    column = QVBoxLayout(card)
    column.addWidget(theme.look(QLabel(title), "heading"))
    for widget in (*widgets, *([below] if below else [])):
        column.addWidget(widget)
    return card
