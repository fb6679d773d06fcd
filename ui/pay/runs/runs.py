"""发放批次: the runs on the left, one of them on the right, from drawing up to settling."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from models.core.amounts import yuan
from models.pay.runs import fileless, run_lines, runs
from models.pay.runs.runs import PayRun, RunKind, RunState
from models.pay.standards import months
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END
from ui.jobs.session import Session
from ui.lists.list_foot import with_foot
from ui.pages.page import Page
from ui.pay.runs.run_acts import RunActs
from ui.pay.runs.run_lines import RunLines
from ui.pay.runs.run_steps import StepsBar
from ui.tables.list_columns import table_columns
from ui.tables.tables import QueryModel, RecordTable
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.scrolling import HighEnough, scrolled_page
from ui.widgets.spoken_names import called

NAMED_FILELESS = 5  # people who are named above the lines; of more only the first


def _span(run: PayRun) -> str:
    return months.span_words(run.span[0], run.span[-1])


def _what(run: PayRun) -> str:
    return run.item or ("定期抚恤补助" if run.kind == RunKind.REGULAR else run.kind)


def _ink(run: PayRun) -> str:
    inks: dict[str, str] = {RunState.DRAWN: "doubt", RunState.SETTLED: "good"}
    return inks.get(run.state, "")


RUN_LIST = Listing(
    PayRun,
    (
        ListColumn("number", 80),
        ListColumn("state", 48, heading="进度"),
        ListColumn("span", 136, heading="月份", words=_span, order=PayRun.first),
        ListColumn("total", 100, align=END, heading="金额(元)", summed=True),
        ListColumn("people", 56, align=END),
        ListColumn("what", 130, heading="项目", words=_what, order=PayRun.item),
    ),
)


class RunsPage(Page):
    """The section 发放批次."""

    standard_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.rows = QueryModel(table_columns(RUN_LIST, ink=_ink, inked=("state",)), self)
        self.table = called(RecordTable(self.rows, "runs", "还没有批次", self), "发放批次")
        self.title, self.sums = (
            theme.look(QLabel(wordWrap=True), "heading"),
            theme.look(QLabel(wordWrap=True), "quiet"),
        )
        self.steps, self.lines = StepsBar(), RunLines()
        self.acts = RunActs(session, self.run, self.lines, self)
        self.draw_button = act_button("编制批次", "mdi6.plus", self.acts.draw_up, primary=True)
        self.once_button = act_button("去世后续发", "mdi6.candle", self.acts.pay_once)
        self.right = HighEnough()
        self._lay_out()
        self._join()
        self.refresh()

    # --- what can be done

    def run(self) -> PayRun | None:
        """The run that is looked at, as it is in the archive now."""
        chosen = self.table.record()
        return None if chosen is None else PayRun.get_or_none(PayRun.id == chosen.id)

    def read(self) -> None:
        self.rows.show(PayRun.select().order_by(PayRun.first.desc(), PayRun.id.desc()))
        if not self.table.currentIndex().isValid() and self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(0, 0))
        self._show()
        self.say_count()

    def go_to(self, run: PayRun) -> None:
        """Show a run."""
        self.refresh()
        self.table.go_to(run.id)
        self._show()

    def how_much(self) -> str:
        open_ = PayRun.select().where(PayRun.state != RunState.SETTLED).count()
        return f"共{self.rows.rowCount():,}个批次，{open_:,}个没有结清"

    def focus(self) -> None:
        self.table.setFocus()

    # --- how it is made

    def _show(self) -> None:
        run = self.run()
        self.steps.setVisible(run is not None)
        self.lines.show_run(run)
        if run is not None:
            self.steps.show_run(run, self.session.user, self.session.practice)
        self.acts.show_run(run, self.steps.next.state)
        if run is None:
            self.title.setText("")
            self.sums.setText("")
            return
        self.title.setText(f"{run.title()}　{run.people or 0:,}人　{yuan(run.total)}元")
        self.sums.setText(_remarks(run))
        self.sums.setVisible(bool(self.sums.text()))

    def _lay_out(self) -> None:
        self.table.verticalHeader().hide()
        left = HighEnough()
        listed = QVBoxLayout(left)
        listed.setContentsMargins(0, 0, 6, 0)
        top = FlowLayout()
        for button in (self.draw_button, self.once_button):
            top.addWidget(button)
        listed.addLayout(top)
        listed.addWidget(with_foot(self.table), 1)
        shown = QVBoxLayout(self.right)
        shown.setContentsMargins(8, 0, 0, 0)
        shown.setSpacing(7)
        for widget in (self.title, self.sums, self.steps):
            shown.addWidget(widget)
        shown.addLayout(self.acts.strip)
        shown.addWidget(self.lines, 1)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(left)
        low = scrolled_page(self.right)  # on a low screen it is scrolled
        low.setMinimumWidth(self.right.minimumSizeHint().width() + 16)
        parts.addWidget(low)
        parts.setStretchFactor(1, 1)
        parts.setSizes([384, 850])
        parts.setChildrenCollapsible(False)
        left.setMinimumWidth(240)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.addWidget(parts)

    def _join(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show())
        self.steps.wanted.connect(self.acts.go_on)
        self.acts.run_wanted.connect(self.go_to)
        self.acts.person_wanted.connect(self.person_wanted)
        self.acts.standard_wanted.connect(self.standard_wanted)
        self.lines.chosen.connect(self.acts.mark_line)
        self.lines.table.opened.connect(lambda line: self.person_wanted.emit(line.person_id))


def _remarks(run: PayRun) -> str:
    """What must be seen beside the total: what was made up for or taken back, the seal, why it was sent back."""
    kinds = {each.words: each for each in runs.sums_by(run, runs.PayLine.kind)}
    extra = [
        f"{name} {yuan(kinds[name].amount)}元"
        for name in (runs.LineKind.ARREARS, runs.LineKind.DEDUCTED, runs.LineKind.CLAIMED)
        if name in kinds
    ]
    if late := run_lines.made_up_for(run):
        extra.append(late)
    if left := fileless.paid_without_file(run):
        names = "、".join(each.name for each in left[:NAMED_FILELESS]) + (
            f"等{len(left)}人" if len(left) > NAMED_FILELESS else ""
        )
        extra.append(f"上月发过而没有档案、本月未发放：{names}")
    seal = f"校验码 {run.hash[:12]}" if run.frozen else ""
    return "　".join(filter(None, ("；".join(extra), seal, run.notes)))
