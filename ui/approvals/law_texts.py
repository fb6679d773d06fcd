"""政策依据: the texts of law with the days on which they were in force, and what still stands on one that was replaced."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from models.approvals import replaced_law
from models.approvals.replaced_law import OldText, OnOldText
from models.law.texts import LawText
from models.pay.dues import held_grants
from models.pay.standards.months import day_words
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END
from ui.jobs.questions import Question
from ui.jobs.session import Session
from ui.lists.list_foot import with_foot
from ui.pages.page import Page
from ui.tables.fact_rows import FactRows
from ui.tables.list_columns import table_columns
from ui.tables.tables import SEARCHING, RecordTable
from ui.widgets import theme
from ui.widgets.scrolling import HighEnough
from ui.widgets.spoken_names import called

OLD_TEXTS = Listing(
    None,
    (
        ListColumn("title", 330, heading="被代替的文本", words=lambda old: old.text.title()),
        ListColumn("begins", 124, heading="施行", words=lambda old: "" if old.text.begins < "1900" else day_words(old.text.begins)),
        ListColumn("ends", 124, heading="施行到", words=lambda old: day_words(old.text.ends)),
        ListColumn("later", 250, heading="由什么代替", words=lambda old: old.later.title() if old.later else ""),
        ListColumn("people", 110, align=END, heading="按它享受的人"),
        ListColumn("matters", 90, align=END, heading="办理中的"),
        ListColumn("letters", 90, align=END, heading="发出的文书"),
    ),
)  # fmt: skip
ON_OLD_TEXT = Listing(
    None,
    (
        ListColumn("sort", 110, heading="类别"),
        ListColumn("name", 90, heading="姓名"),
        ListColumn("number", 166, heading="身份证号"),
        ListColumn("what", 330, heading="什么"),
        ListColumn("day", 120, heading="批准、受理、发出的日期", words=lambda each: day_words(each.day)),
    ),
)
NOTHING_ON_TEXT = "没有什么还依据这个文本。"


def _standing_on(text: LawText | None) -> list[OnOldText]:
    return replaced_law.standing_on(text) if text is not None else []


class LawTextsPage(Page):
    """The texts above, what stands on the chosen one below; a double click opens the person's file."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.texts = FactRows(table_columns(OLD_TEXTS), lambda old: hash(old.text.code), self)
        self.rows = FactRows(table_columns(ON_OLD_TEXT), hash, self)
        self.text_table = called(RecordTable(self.texts, "old_texts", "", self), "被替代的法规文本")
        self.table = called(RecordTable(self.rows, "on_old_text", NOTHING_ON_TEXT, self), "引用旧文本的审批")
        self.sentence = theme.look(QLabel(wordWrap=True), "quiet")
        self._looked_at: LawText | None = None
        self._wanted = ""  # the code of a text that is to be shown when all have been found
        self.finding = Question(replaced_law.old_texts, self)
        self.standing = Question(lambda: _standing_on(self._looked_at), self)
        self._lay_out()
        self.finding.answered.connect(self._take)
        self.standing.answered.connect(self.rows.show_facts)
        self.text_table.selectionModel().currentRowChanged.connect(lambda *_: self._show_standing())
        self.table.opened.connect(self._open)
        self.refresh()

    def read(self) -> None:
        """Read everything, keeping the chosen text; a large archive in the background."""
        self.text_table.set_empty_text(SEARCHING)
        self.finding.ask(at_once=held_grants.few())

    def show_text(self, code: str) -> None:
        """Show what stands on one text, by its code."""
        self._wanted = code
        self.refresh()
        self.text_table.setFocus()

    def how_much(self) -> str:
        return f"共{len(self.texts.facts())}个被代替的文本"

    def focus(self) -> None:
        self.text_table.setFocus()

    def _take(self, found: list[OldText]) -> None:
        self.texts.show_facts(found)
        self.text_table.set_empty_text("")
        codes = [old.text.code for old in self.texts.facts()]
        if self._wanted or self.text_table.record() is None:
            row = codes.index(self._wanted) if self._wanted in codes else 0
            self._wanted = ""
            self.text_table.setCurrentIndex(self.texts.index(row, 0))
        self._show_standing()
        self.say_count()

    def _show_standing(self) -> None:
        old: OldText | None = self.text_table.record()
        text = None if old is None else old.text
        if text != self._looked_at:
            self.rows.show_facts(())  # what stands on another text is not left beside this one
        self._looked_at = text
        self.standing.ask(at_once=held_grants.few())
        self.sentence.setText(replaced_law.told_of(old) if old is not None else "")

    def _open(self, each: OnOldText) -> None:
        if each.person_id is not None:
            self.person_wanted.emit(each.person_id)

    def _lay_out(self) -> None:
        below = HighEnough()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 6, 0, 0)
        lower.addWidget(self.sentence)
        lower.addWidget(with_foot(self.table), 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.text_table)
        split.addWidget(below)
        split.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(split)
