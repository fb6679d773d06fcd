"""Samples 抽查: so many people drawn by a seed, what is wanting in each one's chain of evidence, and all of it as one paper."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from models.core.jobs import Job
from models.spot_checks.evidence_chain import MISSING, EvidenceChain
from models.spot_checks.sample import MOST_DRAWN, Sample, draw, years_sent
from reports.paper.fonts import Missing
from reports.spot_checks import evidence_paper
from ui.forms.combo_boxes import Box
from ui.jobs.jobs import Progress
from ui.jobs.operations import attempt
from ui.jobs.session import Session
from ui.pages.page import Page
from ui.printing.print_button import PrintButton
from ui.tables.word_table import Grid
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.spoken_names import called

ALL_YEARS = "不限年度"
LARGEST_SEED = 999_999_999
NOT_DRAWN = "写好人数和种子，按“抽取”。同一档案库、同一种子、同样人数，谁来抽都是同样的人，印出的文件也一样。"
WORD_COLUMNS = (1, 2, 3, 4)  # columns of words


class Drawn(NamedTuple):
    """A sample with the chains that were found."""

    sample: Sample
    chains: list[EvidenceChain]


class SamplesSection(Page):
    """Draws when it is told to; what was drawn stays until somebody draws again."""

    HEARS = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.drawn: Drawn | None = None
        self.year = called(Box(), "从哪一年发过的人中抽")
        self.number = called(QSpinBox(minimum=1, maximum=MOST_DRAWN, value=20, suffix=" 人"), "抽几人")
        self.seed = called(QSpinBox(minimum=0, maximum=LARGEST_SEED, value=1), "种子")
        self.words = called(QLineEdit(placeholderText="街道、姓名、身份……不写就是全部"), "条件")
        self.draw_button = act_button("抽取", "mdi6.dice-multiple-outline", self.draw, primary=True)
        self.sentence = theme.look(QLabel(NOT_DRAWN, wordWrap=True), "quiet")
        self.grid = called(Grid(), "抽中的人")
        self.gaps = called(QPlainTextEdit(readOnly=True), "缺的依据")
        self.open_button = act_button("打开档案", "mdi6.account-details-outline", self.open_person)
        self.prints = PrintButton()
        self.prints.offer_paper(evidence_paper.EVIDENCE_TITLE, self._paper)
        self._offer_years()
        self._lay_out()
        self.grid.opened.connect(lambda *_: self.open_person())
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._show_gaps())
        self._refresh_buttons()

    # --- what can be done

    def how_much(self) -> str:
        return self.sentence.text()

    def focus(self) -> None:
        self.number.setFocus()

    def draw(self) -> None:
        """Draw, and find the chains in the background."""
        attempt(self, self._sample, self._find)

    def open_person(self) -> None:
        """Open the file of the chosen person."""
        if (chain := self._chosen()) is not None:
            self.person_wanted.emit(chain.person.id)

    # --- how it is made

    def _sample(self) -> Sample:
        year = self.year.currentData()
        return draw(self.number.value(), self.seed.value(), self.words.text(), year)

    def _find(self, sample: Sample) -> None:
        job = evidence_paper.found_chains(sample)
        Progress(self, "正在查找证据", job).then(lambda chains: self._take(Drawn(sample, chains))).start()

    def _take(self, drawn: Drawn) -> None:
        self.drawn = drawn
        headings = [column.heading for column in evidence_paper.DRAWN_COLUMNS]
        rows = [
            tuple("、".join(cell.split("\n")) for cell in row)
            for row in evidence_paper.drawn_rows(drawn.chains)
        ]
        self.grid.show_words(headings, rows, left=WORD_COLUMNS)
        lacking = sum(bool(chain.gaps()) for chain in drawn.chains)
        self.sentence.setText(f"{drawn.sample.told()}；{lacking}人有缺的。")
        if drawn.chains:
            self.grid.setCurrentIndex(self.grid.words.index(0, 1))
        self._show_gaps()
        self._refresh_buttons()
        self.say_count()

    def _chosen(self) -> EvidenceChain | None:
        row = self.grid.row()
        return (
            self.drawn.chains[row] if self.drawn is not None and 0 <= row < len(self.drawn.chains) else None
        )

    def _show_gaps(self) -> None:
        chain = self._chosen()
        if chain is None:
            self.gaps.clear()
            return
        told = [MISSING + gap for gap in chain.gaps()] or [evidence_paper.WHOLE_CHAIN]
        self.gaps.setPlainText("\n".join((chain.person.name, *told)))

    def _paper(self, file: Path) -> Job[tuple[Missing, ...]]:
        assert self.drawn is not None, "the button waits for a sample"
        made = yield from evidence_paper.write_chains(*self.drawn, file, self.session.practice)
        return made.missing

    def _refresh_buttons(self) -> None:
        for button in (self.prints, self.open_button):
            button.setEnabled(self.drawn is not None)

    def _offer_years(self) -> None:
        self.year.addItem(ALL_YEARS, None)
        for year in years_sent():
            self.year.addItem(f"{year}年发过的", year)

    def _lay_out(self) -> None:
        head = FlowLayout(spacing=8)
        for words, editor in (
            ("抽", self.number), ("种子", self.seed), ("从", self.year), ("条件", self.words),
        ):  # fmt: skip
            head.addWidget(theme.look(QLabel(words), "quiet"))
            head.addWidget(editor)
        head.addWidget(self.draw_button)
        self.words.setMinimumWidth(240)
        self.year.setMinimumContentsLength(9)
        for box in (self.number, self.seed):
            box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addStretch()
        buttons.addWidget(self.prints)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.sentence)
        column.addWidget(self.grid, 3)
        column.addWidget(self.gaps, 1)
        column.addLayout(buttons)
