"""Deciding 核定: asks the officer about questions, rule by rule, and keeps each answer as one entry."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from models.core.record import Refusal
from models.pay.dues.open_questions import Questioned
from models.pay.eligibility import eligibility_decisions
from models.pay.eligibility.eligibility_decisions import EligibilityAnswer, EligibilityDecision
from ui.forms.record_dialog import RecordDialog
from ui.jobs.session import Session
from ui.pay.eligibility.decision_form import DecisionForm
from ui.widgets.dialogs import run_dialog

DECIDE = "核定…"
DIALOG_SIZE = QSize(760, 560)
NOT_PLAIN = "{}的两项金额相同或没有计算，不能一起就高核定，请单独核定"


def decide_questions(session: Session, asked: Sequence[Questioned], parent: QWidget) -> bool:
    """Ask about each rule's questions together, until one is put off; returns whether anything was decided."""
    decided = False
    for rule in dict.fromkeys(each.question.rule.code for each in asked):
        together = [each for each in asked if each.question.rule.code == rule]
        form = DecisionForm(together)
        form.edit(together[0].proposed())
        title = eligibility_decisions.entry_words([each.proposed() for each in together])
        write = partial(_write, form, session.user)
        if not run_dialog(RecordDialog(session, form, title, write, parent, DIALOG_SIZE)):
            break
        decided = True
    return decided


def _write(form: DecisionForm, user: str, _: EligibilityDecision) -> None:
    decisions = form.decisions()
    for each, asked in zip(decisions, form.asked, strict=True):
        if each.answer == EligibilityAnswer.HIGHER and each.kept_id is None:
            raise Refusal(NOT_PLAIN.format(asked.claim.name))
    eligibility_decisions.write_decisions(decisions, user, form.scans.papers)
