"""The form of a decision 资格核定: the question with the money that hangs on it, the answer, its months, proof and clause."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from models.core.amounts import yuan
from models.pay.dues.open_questions import Questioned
from models.pay.eligibility.eligibility_decisions import (
    OFFICERS_ANSWERS,
    EligibilityAnswer,
    EligibilityDecision,
)
from models.pay.grants.claims import Claim
from models.people.identity import Identity
from ui.forms.combo_boxes import Box, CodeBox
from ui.forms.editors import DateEdit
from ui.forms.file_forms import FileForm
from ui.materials.attachments import ATTACHMENT_FILES
from ui.widgets import theme
from ui.widgets.buttons import act_button

EACH_HIGHER = "每人金额高的一项"
NO_SCANS = "没有附扫描件"
MONTH_HINT = "如 2026-09"
MEANT = {
    EligibilityAnswer.GOES_ON: "照发。可以写到哪个月止，到期再问；不写止月的，情况不变就一直有效。",
    EligibilityAnswer.HIGHER: "两项只发选定的一项。不写起月的，从开始享受起。",
    EligibilityAnswer.STOPPED: "从起月起不发，以前的月份照发；已经多发的，在以后的批次里扣回。",
}


class KeptBox(Box):
    """Which of two grants is paid, each with what the month comes to; of many people the higher of each."""

    def __init__(self) -> None:
        super().__init__()
        self._offered: list[int | None] = [None]
        self.addItem("")

    def offer(self, grants: Sequence[tuple[int, str]]) -> None:
        """Offer grants: the identity, and the words for it."""
        self._offered = [None, *(identity for identity, _ in grants)]
        self.clear()
        self.addItems(["", *(words for _, words in grants)])

    def value(self) -> Identity | None:
        chosen = self._offered[max(0, self.currentIndex())]
        return None if chosen is None else Identity.get_by_id(chosen)

    def set_value(self, value: Identity | None) -> None:
        wanted = None if value is None else value.id
        self.setCurrentIndex(self._offered.index(wanted) if wanted in self._offered else 0)


class ScansLine(QWidget):
    """The scans that prove a decision, kept with it when it is saved."""

    def __init__(self) -> None:
        super().__init__()
        self.papers: list[Path] = []
        self.told = theme.look(QLabel(NO_SCANS, wordWrap=True), "quiet")
        self.button = act_button("添加扫描件…", "mdi6.paperclip", self.choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.told, 1)

    def choose(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, "选择证明材料的扫描件", "", ATTACHMENT_FILES)
        self.take([Path(file) for file in files])

    def take(self, files: Sequence[Path]) -> None:
        """Keep more files in mind, each once."""
        self.papers = list(dict.fromkeys([*self.papers, *files]))
        self.told.setText("、".join(file.name for file in self.papers) or NO_SCANS)


class DecisionForm(FileForm[EligibilityDecision]):
    """One answer, for one question or for several of one rule."""

    def __init__(self, asked: Sequence[Questioned]) -> None:
        super().__init__()
        self.asked = list(asked)
        self.scans, self.kept, self.meant = ScansLine(), KeptBox(), theme.look(QLabel(wordWrap=True), "hint")
        overlap = any(each.other is not None for each in self.asked)
        answers = [str(each) for each in OFFICERS_ANSWERS if overlap or each is not EligibilityAnswer.HIGHER]
        self.answer = CodeBox(names=answers)
        for words in _told(self.asked):
            self.add_wide(QLabel(words, wordWrap=True))
        self.bind("answer", "核定结果", self.answer, required=True)
        self.bind("kept", "享受哪一项", self.kept)
        self.kept.offer(_grants(self.asked))
        for widget in (self.kept, self.labels["kept"]):
            widget.setVisible(overlap)
        self.add_wide(self.meant)
        self.for_fields(EligibilityDecision, ["begins", "ends", "proof"], wide=["proof"])
        for name in ("begins", "ends"):
            editor = self.editors[name]
            assert isinstance(editor, DateEdit)
            editor.setPlaceholderText(MONTH_HINT)
        self.add_wide(self.scans)
        self.for_fields(EligibilityDecision, ["reason", "clause"])
        self.answer.changed.connect(self._explain)
        self._explain()

    def decisions(self) -> list[EligibilityDecision]:
        """What is to be kept: the form's record, and the same for each other question."""
        made = self.record
        assert made is not None
        higher = made.answer == EligibilityAnswer.HIGHER
        if not higher:
            made.kept = None
        several = [each.proposed() for each in self.asked[1:]]
        for decision, asked in zip(several, self.asked[1:], strict=True):
            for name in ("answer", "begins", "ends", "proof", "clause", "reason"):
                setattr(decision, name, getattr(made, name))
            decision.kept_id = asked.higher if higher else None
        return [made, *several]

    def _explain(self) -> None:
        """Say what the answer does, and let only what it needs be filled in."""
        answer = self.answer.value()
        self.meant.setText(next((words for each, words in MEANT.items() if each == answer), ""))
        higher = answer == EligibilityAnswer.HIGHER
        self.kept.setEnabled(higher)
        if higher and len(self.asked) > 1:
            self.kept.setCurrentIndex(self.kept.count() - 1)  # of several people there is one way only


def _told(asked: Sequence[Questioned]) -> list[str]:
    """What is asked, as the form tells it above the fields."""
    first = asked[0]
    if len(asked) == 1:
        grants = "　".join(words for _, words in _grants(asked))
        return [f"{first.claim.name}（{first.claim.number}）　{grants}", first.sentence()]
    names = "、".join(dict.fromkeys(each.claim.name for each in asked[:5]))
    total = yuan(Decimal(sum(each.fen for each in asked)).scaleb(-2))
    people = len({each.claim.person for each in asked})
    return [
        f"{names}{'等' if people > 5 else ''}{people}人，每月合计{total}元，同样核定，记为一次操作。",
        f"{first.question.rule.code}：{first.question.clause}",
    ]


def _grants(asked: Sequence[Questioned]) -> list[tuple[int, str]]:
    """The two grants of an overlap with their amounts, or the one; of several people the higher of each."""
    first = asked[0]
    if len(asked) > 1:
        return [] if first.higher is None else [(first.higher, EACH_HIGHER)]
    found = [(first.question.identity, _grant(first.claim, first.fen))]
    if first.other is not None:
        fen = first.other.rate.amount if first.other.rate else 0
        found.append((first.other.claim.identity, _grant(first.other.claim, fen)))
    return found


def _grant(claim: Claim, fen: int) -> str:
    return f"{claim.title()} {f'{yuan(Decimal(fen).scaleb(-2))}元' if fen else '金额没有计算'}"
