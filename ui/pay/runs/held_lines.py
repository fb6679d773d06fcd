"""Held lines 待核定: what a run does not pay before an officer has answered, decided from the run itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from models.pay.dues import open_questions
from models.pay.runs import run_lines
from models.pay.runs.run_lines import GROUP_HELD
from models.pay.runs.runs import PayLine, PayRun
from models.pay.standards import months
from ui.jobs import messages
from ui.jobs.session import Session
from ui.pay.eligibility.deciding import decide_questions

NOT_A_QUESTION = "选中的人没有要核定的疑问；没有登记优抚对象状态的，请打开档案，在“待遇”里办理。"


def decide_held(session: Session, run: PayRun, chosen: Sequence[PayLine], parent: QWidget) -> bool:
    """Ask about the chosen lines that are held, or about all of the run; returns whether anything was decided."""
    held = list(run_lines.run_lines_of(run, GROUP_HELD))
    some = {line.id for line in chosen}
    lines = [line for line in held if line.id in some] or held
    looked_at = {months.month_of(line.month) for line in lines} | set(run.span)
    asked = open_questions.questions_of({line.identity_id for line in lines}, *looked_at)
    waiting = [each for each in asked if not each.question.carried]
    if not waiting:
        messages.tell(parent, NOT_A_QUESTION)
        return False
    return decide_questions(session, waiting, parent)
