"""One person's file on a past day 这份档案的某一天: asked for and shown as its sheets, to read and to print."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.core.dates import PartDate
from models.core.past_day import PastDay
from models.people.person import Person
from reports.person.past_sheets import write_past_sheets
from ui.jobs.session import Session
from ui.past.past_question import PastQuestion
from ui.printing.print_button import preview_paper
from ui.widgets.dialogs import run_dialog


def ask_past_file(parent: QWidget, session: Session, person: Person, day: PartDate | None) -> None:
    """Ask which day, the one of the chosen change being offered, and show the file as it stood."""

    def show(asked: PastDay) -> None:
        title = f"{person.name}　{asked.title()}"
        preview_paper(parent, title, lambda file: write_past_sheets(person, asked, file, session.practice))

    run_dialog(PastQuestion(parent, show, f"{person.name}的档案", day))
