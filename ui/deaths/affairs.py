"""The affairs of a death 身后事: each death from its day to its end, with what stops, what is owed, to whom, and what is still open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from models.core.amounts import yuan
from models.deaths.affairs import DeathAffair, affair_of, keep_affair
from models.deaths.after_death import AfterDeath, after_death, dead_people, found_dead
from models.pay.dues import held_grants
from models.pay.dues.dues import Dues
from reports import death_affairs as papers
from ui.deaths.heirs import HeirsTable
from ui.forms.file_forms import FileForm
from ui.forms.record_dialog import RecordDialog
from ui.jobs.questions import Question
from ui.jobs.session import Session
from ui.lists.list_foot import ListFoot
from ui.lists.shown_columns import offer_as_shown
from ui.pages.page import Page
from ui.printing.print_button import Gathered, PrintButton, paper_job, preview_paper
from ui.tables.fact_rows import FactRows
from ui.tables.filter_line import FilterLine
from ui.tables.list_columns import table_columns
from ui.tables.tables import SEARCHING, RecordTable
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.dialogs import run_dialog
from ui.widgets.spoken_names import called

NO_DEATHS = (
    "最近十二个月没有去世的人，也没有去世后多发的。\n\n在“身后止付”核实、或在档案里把状态变更为“去世”以后，\n"
    "就在这里一件一件办到底：停发、追回、发给遗属、遗属申请。更早去世的，输入姓名或身份证号查找。"
)
NO_SUCH_DEATHS = "没有符合条件的人。\n\n可以换一个词，或改选“全部”。"
NOT_DONE, ALL_DONE = "还有没办的", "已办完"
NOBODY_CHOSEN = "请在上面选一位。"


def _ink(found: AfterDeath) -> str:
    return "" if found.closed else "problem"


class AffairForm(FileForm[DeathAffair]):
    """The cause, which papers are there, and when all was done."""

    def __init__(self) -> None:
        super().__init__()
        names = ["cause", "application", "certificate", "kinship", "cards", "closed_on", "reason", "notes"]
        self.for_fields(DeathAffair, names, (), ["cause", "reason"])


class AffairsPage(Page):
    """Deaths above, below what follows from the chosen one and its heirs."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._found: list[AfterDeath] = []
        columns = table_columns(papers.AFFAIR_LIST, ink=_ink, inked=("state",))
        self.rows = FactRows(columns, lambda found: int(found.person.id), self)
        self.table = called(RecordTable(self.rows, "deathaffairs", NO_DEATHS, self), "身后事")
        self.reckoning = Question(_reckoned, self)
        self.line = FilterLine()
        self.sentence = theme.look(QLabel(wordWrap=True), "quiet")
        self.facts = QLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self.heirs = HeirsTable(session)
        self.affair_button = act_button(
            "死亡原因和材料…", "mdi6.file-document-edit-outline", self.change, primary=True
        )
        self.open_button = act_button("打开档案", "mdi6.account-details-outline", self.open_person)
        self.notice_button = act_button("遗属通知书", "mdi6.email-outline", self.print_notice)
        self.prints = PrintButton()
        self._lay_out()
        self._join()
        self.refresh()

    # --- what can be done

    def read(self) -> None:
        """Reckon anew what follows from each death that is asked about; in a large archive in the background."""
        self.table.set_empty_text(SEARCHING)
        self.reckoning.ask(at_once=held_grants.few())

    def how_much(self) -> str:
        return self.sentence.text()

    def focus(self) -> None:
        self.table.setFocus()

    def open_person(self) -> None:
        if (found := self.table.record()) is not None:
            self.person_wanted.emit(found.person.id)

    def narrow(self) -> None:
        """Show what the filter line lets pass, and go on with the one looked at."""
        words, state = self.line.words().split(), self.line.chosen("办理情况")
        shown = [
            each
            for each in self._found + self._longer_dead()
            if all(word in f"{each.person.name} {each.person.number} {each.person.street}" for word in words)
            and state in ("", ALL_DONE if each.closed else NOT_DONE)
        ]
        before = self.table.record()
        self.table.set_empty_text(NO_SUCH_DEATHS if self._found else NO_DEATHS)
        self.rows.show_facts(shown)
        if shown:
            self.table.go_to(before.person.id if before in shown else shown[0].person.id)
        waiting = [each for each in self._found if not each.closed]
        owed, left = sum(each.owed_amount for each in waiting), sum(each.left for each in waiting)
        self.sentence.setText(
            f"共{len(self._found):,}人，{NOT_DONE}{len(waiting):,}人；应发遗属{yuan(owed or None) or '0.00'}元，"
            f"还要追回{yuan(left or None) or '0.00'}元"
        )
        self.say_count()
        self._show()

    def change(self) -> None:
        """Ask for the cause, the papers and the end of the chosen death."""
        found = self.table.record()
        if found is None:
            return
        form = AffairForm()
        form.edit(affair_of(found.person))
        run_dialog(RecordDialog(self.session, form, f"身后事：{found.person.name}", keep_affair, self))

    def print_notice(self) -> None:
        """The notice to the family of the chosen one."""
        if (found := self.table.record()) is not None:
            preview_paper(
                self,
                papers.NOTICE_TITLE,
                lambda file: paper_job(lambda: papers.write_family_notice(found, file)),
            )

    # --- how it is made

    def _take(self, found: list[AfterDeath]) -> None:
        self._found = found
        self.narrow()

    def _longer_dead(self) -> list[AfterDeath]:
        """Who is looked for by name or number and is not asked about, because the death is long past."""
        words = self.line.words().strip()
        if not words:
            return []
        listed, reckoner = {each.person.id for each in self._found}, Dues()
        return [after_death(each, reckoner) for each in found_dead(words) if each.id not in listed]

    def _show(self) -> None:
        found = self.table.record()
        self.facts.setText(_told(found) if found is not None else NOBODY_CHOSEN)
        self.heirs.show_death(found)
        for button in (self.affair_button, self.open_button, self.notice_button):
            button.setEnabled(found is not None)

    def _register(self) -> Gathered:
        shown, practice = self.rows.facts(), self.session.practice
        return lambda: papers.affairs_register(shown, practice)

    def _lay_out(self) -> None:
        words = self.line.add_words()
        words.setMaximumWidth(260)
        self.line.add_choice("办理情况", (NOT_DONE, ALL_DONE))
        self.prints.offer_register("身后事清单", self._register)
        offer_as_shown(self.prints, "身后事", self.table, self.session.practice)
        head = QHBoxLayout()
        head.addWidget(self.line, 1)
        for widget in (self.affair_button, self.notice_button, self.open_button, self.prints):
            head.addWidget(widget)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.facts.setMargin(8)
        below = _splitter(
            Qt.Orientation.Horizontal, (_scrolled(self.facts), _scrolled(self.heirs)), (520, 700)
        )
        halves = _splitter(Qt.Orientation.Vertical, (self.table, below), (300, 300))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(halves, 1)
        column.addWidget(ListFoot(self.table, self.sentence))

    def _join(self) -> None:
        self.reckoning.answered.connect(self._take)
        self.line.changed.connect(self.narrow)
        self.table.selectionModel().currentRowChanged.connect(
            lambda *_: QTimer.singleShot(0, self, self._show)
        )
        self.table.opened.connect(lambda _: self.change())


def _reckoned() -> list[AfterDeath]:
    """What follows from each death that is asked about."""
    reckoner = Dues()
    return [after_death(each, reckoner) for each in dead_people()]


def _scrolled(widget: QWidget) -> QScrollArea:
    """Room that scrolls where there is too much, so that neither half squeezes the other."""
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area


def _splitter(way: Qt.Orientation, parts: Sequence[QWidget], sizes: Sequence[int]) -> QSplitter:
    made = QSplitter(way, childrenCollapsible=False)
    for part, size in zip(parts, sizes, strict=True):
        made.addWidget(part)
        made.setStretchFactor(made.count() - 1, size)
    made.setSizes(list(sizes))
    return made


def _told(found: AfterDeath) -> str:
    """Everything of one death, a line for each thing; what is open stands first."""
    lines = [f"{found.person.name}：{found.stops}。"]
    if found.closed:
        closed = found.affair.closed_on
        lines.append(f"已办结（{closed.chinese()}）：{found.affair.reason}" if closed else "都已办完。")
    else:
        lines += ["还要办的："] + [f"　{number}. {words}" for number, words in enumerate(found.open, 1)]
    if found.overpaid.payments:
        taken = f"，已在发放中扣回{yuan(found.taken)}元" if found.taken else ""
        lines.append(
            f"多发{found.overpaid.span()}，共{yuan(found.overpaid.amount)}元，已追回{yuan(found.recovered)}元{taken}。"
        )
    for owed in found.owed:
        amount = f"{yuan(owed.amount)}元" if owed.amount is not None else "没有算出"
        lines.append(f"{owed.title}去世后续发{amount}：{owed.words}{f'；{owed.done}' if owed.done else ''}。")
    if found.lump_sum:
        lines.append(f"{found.lump_sum}。")
    if started := [each for each in found.proposed if each.started]:
        lines.append(f"遗属已申请{started[0].category}定期抚恤金，见“审批”。")
    return "\n".join(lines)
