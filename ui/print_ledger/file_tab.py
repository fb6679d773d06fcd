"""The tab 打印 of a person's file: of each part when it was last printed, and whether that paper still says what the archive says."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.office import settings
from models.people.person import Person
from models.printing.last_printed import last_printed
from reports.person import gathering, sheets
from ui.jobs.private_folder import PrivateFolder
from ui.jobs.session import Session
from ui.pages.file_tab import FileTab
from ui.print_records.recorded_papers import ledger_news
from ui.printing.preview import PreviewWindow
from ui.printing.print_jobs import Order, Printed, copy_of, printed_order
from ui.printing.private_papers import make_privately
from ui.tables.word_table import Grid
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called

PAPER_HEADINGS = ("部分", "上次打印", "现在")
NEVER, SAME, PAPER_IS_OLD = "没有打印过", "没有变化", "已有变化，纸上是旧的"


class PartStanding(NamedTuple):
    """A part of a file: when it was printed last (empty: never), and how that paper stands."""

    part: str
    at: str
    standing: str


def usual_order(person: Person, practice: bool) -> Order:
    """The usual file of one person, with the options with which it was printed last."""
    out = last_printed([person.uid]).values()
    last = max(out, key=lambda each: each.at, default=None)
    known = Order.read(last.order) if last is not None and last.order else Order(())
    return replace(
        known, ids=(person.id,), sections=sheets.USUAL_SECTIONS, practice=practice, only_changed=True
    )


def part_standings(person: Person, practice: bool) -> list[PartStanding]:
    """Of each part of somebody's usual file, in the order of the volume."""
    out = last_printed([person.uid])
    copy = copy_of(usual_order(person, practice))
    now = sheets.versions(gathering.file_of(person), settings.office(), copy)
    found = []
    for part, facts in now.items():
        last = out.get((str(person.uid), part))
        if last is None:
            found.append(PartStanding(part, "", NEVER))
        else:
            at = last.at[:16].replace("T", " ")
            found.append(PartStanding(part, at, SAME if last.facts == facts else PAPER_IS_OLD))
    return found


class PrintedTab(FileTab):
    """What of one person's file lies on paper."""

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.person = person
        self.grid = called(Grid(), "打印过的材料")
        self.note = theme.look(QLabel(wordWrap=True), "quiet")
        self.print_button = act_button("打印没打过的和有变化的…", "mdi6.printer-outline", self.print)
        top = QHBoxLayout()
        top.addWidget(self.print_button)
        top.addStretch()
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.note)
        layout.addWidget(self.grid, 1)
        ledger_news.written.connect(self._on_written)

    def show_person(self, person: Person) -> None:
        self.person = person
        self._on_written()

    def read(self) -> None:
        standings = part_standings(Person.get_by_id(self.person.id), self.session.practice)
        self.grid.show_words(PAPER_HEADINGS, standings, left=(0,))
        wanted = [each.part for each in standings if each.standing != SAME]
        self.note.setText(f"要打：{'、'.join(wanted)}" if wanted else "纸上的与档案里的一致，没有要打的。")
        self.print_button.setEnabled(bool(wanted))

    def print(self) -> None:
        """Show in the preview what was never printed or says something else now."""
        order = usual_order(self.person, self.session.practice)
        title = f"一人一档　{self.person.name}（有变化的部分）"

        def show(file: Path, printed: Printed, folder: PrivateFolder) -> None:
            matter = printed.matter(order, title)
            PreviewWindow.open(file, title, folder, order.double_sided, printed.warning(), matter)

        make_privately(self, "正在排版", "打印.pdf", partial(printed_order, order), show)

    # --- what Qt asks for

    def showEvent(self, event: QShowEvent) -> None:
        self._stale = True  # paper is told by no entry of the journal
        super().showEvent(event)
