"""A button that prints: each thing it offers is shown in the preview as a PDF, or saved as a workbook."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from models.archive.opened import opened_archive
from models.core.jobs import Job, Step
from models.disclosure.policies import CopyPurpose, Way
from reports.disclosure.copies import write_copy
from reports.paper.fonts import Missing
from reports.tables.register import Register, write_paper, write_workbook
from ui.disclosure.copy_dialog import CopyDialog
from ui.jobs import messages
from ui.jobs.jobs import Progress, whole
from ui.jobs.private_folder import PrivateFolder
from ui.jobs.saving import KINDS, WORKBOOK, ask_place, save_aside
from ui.printing.preview import PreviewWindow
from ui.printing.private_papers import make_privately
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon

PaperJob: TypeAlias = Callable[[Path], Job[tuple[Missing, ...]]]
Gathered: TypeAlias = Callable[[], Register | Sequence[Register]]
PRINTED_AS_BOXES = "有些字没有字体可用，纸上印成了方框，请手工填写："


class PrintButton(QPushButton):
    """A menu of what can be printed."""

    def __init__(self, words: str = "打印", parent: QWidget | None = None) -> None:
        super().__init__(icon("mdi6.printer-outline"), words, parent)
        self.setAutoDefault(False)
        self.choices = QMenu(self)
        self.copies = QMenu("公示、外送副本", self)
        self.setMenu(self.choices)
        self.choices.aboutToShow.connect(self._offer_copies)

    def offer_paper(self, title: str, make: PaperJob) -> None:
        """Offer something that is made as a PDF."""
        self.choices.addAction(icon("mdi6.printer-eye"), title, lambda: preview_paper(self, title, make))

    def offer_register(self, title: str, ask: Callable[[], Gathered]) -> None:
        """Offer registers as a PDF, and each of them as a workbook.

        ``ask`` looks at the window, on its thread; what it returns gathers in the background and must not look at it.
        """
        self.offer_paper(title, lambda file: _paper(ask(), file))
        self.choices.addAction(
            icon("mdi6.file-excel-outline"), f"{title}（存为Excel）", lambda: save_workbook(self, ask())
        )
        self.copies.addAction(f"{title}…", lambda: give_copies(self, ask()))

    def _offer_copies(self) -> None:
        """Copies stand last, whatever was offered in between."""
        if not self.copies.isEmpty():
            self.choices.removeAction(self.copies.menuAction())
            self.choices.addMenu(self.copies)

    def part(self) -> None:
        """A line between what was offered and what comes."""
        self.choices.addSeparator()


def preview_paper(parent: QWidget, title: str, make: PaperJob) -> None:
    """Make a PDF in a private folder, in the background, and show it."""

    def show(file: Path, missing: Sequence[Missing], folder: PrivateFolder) -> None:
        PreviewWindow.open(file, title, folder, warning=_warning(missing))

    make_privately(parent, "正在排版", "打印.pdf", make, show)


def save_workbook(parent: QWidget, gather: Gathered) -> None:
    """Gather, ask where, and write the registers as workbooks: several of them beside each other, by their titles."""
    Progress(parent, "正在收集", whole(lambda: _several(gather()))).then(
        lambda found: _save(parent, found)
    ).start()


def give_copies(parent: QWidget, gather: Gathered) -> None:
    """Gather, ask how copies for the wall or for another office are written, and where they are saved."""
    Progress(parent, "正在收集", whole(lambda: _several(gather()))).then(
        lambda found: _ask_copies(parent, found)
    ).start()


def _ask_copies(parent: QWidget, registers: Sequence[Register]) -> None:
    headings = [each.words for register in registers for each in register.headings]
    dialog = CopyDialog(registers[0].title, headings, parent.window())
    if not run_dialog(dialog):
        return
    way, numbers = dialog.way(), dialog.open_numbers()
    name = f"{file_name(registers[0].title)}（{way.purpose}）{dialog.ending}"
    if (chosen := ask_place(parent, name, KINDS[dialog.ending])) is None:
        return
    places = _places(registers, chosen)
    if _may_stand_there(parent, places[1:]):
        job = _copies(registers, places, way, numbers)
        save_aside(
            parent,
            "正在做副本",
            job,
            chosen,
            "。已检查，没有不该列的号码" if way.purpose != CopyPurpose.OWN else "",
        )


def _copies(registers: Sequence[Register], places: Sequence[Path], way: Way, numbers: list[str]) -> Job[Any]:
    user = opened_archive().user
    for register, place in zip(registers, places, strict=True):
        yield from write_copy(register, way, place, user, numbers)


def _save(parent: QWidget, registers: Sequence[Register]) -> None:
    chosen = ask_place(parent, f"{file_name(registers[0].title)}.xlsx", WORKBOOK)
    if chosen is None:
        return
    places = _places(registers, chosen)
    if _may_stand_there(parent, places[1:]):
        job = _workbooks(registers, places)
        save_aside(parent, "正在写工作簿", job, chosen, _beside(len(places)))


def _places(registers: Sequence[Register], first: Path) -> list[Path]:
    """Where each workbook goes: the first where it was chosen, the others beside it."""
    beside = (
        first.with_name(f"{first.stem}-{number}-{file_name(register.title)}{first.suffix}")
        for number, register in enumerate(registers[1:], 2)
    )
    return [first, *beside]


def _may_stand_there(parent: QWidget, places: Sequence[Path]) -> bool:
    """The dialog asked about the first file only; a file that is there already is not overwritten unasked."""
    there = [place.name for place in places if place.exists()]
    words = "旁边已有同名的工作簿，覆盖后原来的内容就没有了：\n" + "\n".join(there)
    return not there or messages.ask_losing(parent, words, "覆盖", "不保存")


def _beside(count: int) -> str:
    others = f"，其余{count - 1}张表在它旁边，各是一个工作簿" if count > 1 else ""
    return f"{others}。文件可能含有个人信息，用完请妥善处理"


def file_name(title: str) -> str:
    """A title without what no file may be called."""
    return re.sub(r'[\\/:*?"<>|\s]+', "", title)


def _paper(gather: Gathered, file: Path) -> Job[tuple[Missing, ...]]:
    yield Step(0, 0, "正在收集")
    return (yield from write_paper(_several(gather()), file))


def _several(gathered: Register | Sequence[Register]) -> Sequence[Register]:
    return [gathered] if isinstance(gathered, Register) else gathered


def _workbooks(registers: Sequence[Register], places: Sequence[Path]) -> Job[Any]:
    for number, (register, place) in enumerate(zip(registers, places, strict=True)):
        yield Step(number, len(registers), register.title)
        write_workbook(register, place)


def _warning(missing: Sequence[Missing]) -> str:
    return PRINTED_AS_BOXES + "；".join(map(str, missing)) if missing else ""


def paper_job(write: Callable[[], object]) -> Job[tuple[Missing, ...]]:
    """A paper that is written in one go, as a job."""
    yield Step(0, 0, "正在排版")
    write()
    return ()
