"""Printing again from the ledger: the paper as it was kept, or made anew of today's facts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from models.core.record import Refusal, among
from models.people.person import Person
from models.printing.printings import Printing
from models.printing.printouts import Printout
from ui.jobs.private_folder import PrivateFolder
from ui.print_records.recorded_papers import lay_out
from ui.printing.preview import PreviewWindow
from ui.printing.print_jobs import Order, Printed, printed_order
from ui.printing.private_papers import make_privately

NOBODY_LEFT = "这份印件里的人都已经不在档案库里，不能重新排版"


def open_printout(printout: Printout, printing: Printing | None = None) -> PreviewWindow:
    """Show a kept paper in the preview; ``printing`` is the run of it that is to be gone on with.

    Raises ``Refusal`` when it was let go.
    """
    file, folder = lay_out(printout)
    sides = printing is not None and bool(printing.both_sides)
    window = PreviewWindow.open(file, str(printout.title), folder, sides, printout=printout)
    window.sending.known = printing
    return window


def make_again(parent: QWidget, printout: Printout, whose: str = "") -> None:
    """Make the files of a printout anew, of today's facts; ``whose`` is the uid of one person. Raises ``Refusal``."""
    order = replace(Order.read(str(printout.order)), only_changed=False)
    if whose:
        ids = tuple(person.id for person in Person.select(Person.id).where(Person.uid == whose))
    else:
        still = {person.id for person in Person.select(Person.id).where(among(Person.id, order.ids))}
        ids = tuple(each for each in order.ids if each in still)
    if not ids:
        raise Refusal(NOBODY_LEFT)
    remade = replace(order, ids=ids)

    def show(file: Path, printed: Printed, folder: PrivateFolder) -> None:
        title = f"{printout.kind}　{printed.people:,}人（按今天的档案重新排版）"
        matter = printed.matter(remade, title)
        PreviewWindow.open(file, title, folder, remade.double_sided, printed.warning(), matter)

    make_privately(parent, "正在排版", "打印.pdf", partial(printed_order, remade), show)
