"""Rules 发放规则: what no law says and every office must; each with its clause, and a mark where no text of law was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from models.core import codes
from models.pay.grants import rules
from models.pay.grants.rules import (
    AGE_STARTS,
    ALIKE_ANSWERS,
    LOCAL_ANSWERS,
    LOCAL_KINDS,
    NOT_PAID_HERE,
    PAID_HERE,
    SIXTY,
    STARTS_OF_PAY,
    TAKEN_OVER_ASKED,
    Ways,
)
from models.pay.standards import clauses
from models.pay.standards.clauses import PayRule
from models.pay.standards.standards import LOCAL, PROVINCIAL
from models.people.identity import DISABLED
from reports.tables.list_columns import ListColumn, Listing
from ui.forms.combo_boxes import Box
from ui.forms.editors import LineEdit
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.pay.standards.return_words import ReturnWordsPage
from ui.tables.fact_rows import FactRows
from ui.tables.list_columns import table_columns
from ui.tables.tables import RecordTable
from ui.widgets import theme, window_size
from ui.widgets.scrolling import scrolled_page
from ui.widgets.spoken_names import called

UNCONFIRMED = "未确认"
EARLIEST_TOLD = "没有查到规定，16日是本程序自定的，用来挡住写错的发放日期；请按本单位的做法改"
ASKED_TOLD = "没有规定，是本程序自定的：复核、审批批次时先列出人和金额，请您核对；请按本单位的情况改"
NOT_DECIDED = "没有核定"
ASK = "全国没有统一规定，请按本地文件核对后选定"
CLAUSE_LIST = Listing(
    None,
    (
        ListColumn("matter", 230, heading="事项"),
        ListColumn("rule", 110, heading="规定"),
        ListColumn("clause", 300, heading="依据"),
        ListColumn(
            "confirmed", 80, heading="确认", words=lambda clause: "是" if clause.confirmed else UNCONFIRMED
        ),
    ),
)


def _ink(clause: PayRule) -> str:
    return "" if clause.confirmed else "doubt"


class Choice(Box):
    """One of a few words."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.addItems(names)


class WaysDialog(QDialog):
    """The office's ways, changed in one action; each tab is a matter of its own."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._ways = session, Ways.kept()
        self.setWindowTitle("发放规则")
        self.disabled, self.taken_over = LineEdit(7), LineEdit(7, "如 2021-01")
        self.others, self.sixty = Choice(STARTS_OF_PAY), Choice(SIXTY)
        self.elder = Choice(AGE_STARTS)
        self.alike = Choice((NOT_DECIDED, *ALIKE_ANSWERS))
        self.local = {kind: Choice((NOT_DECIDED, *LOCAL_ANSWERS)) for kind in LOCAL_KINDS}
        self.fund, self.earliest_day, self.abroad = LineEdit(60), LineEdit(2), LineEdit(3, "如 6")
        self.rise, self.times, self.growth = LineEdit(4), LineEdit(4), LineEdit(4)
        self.excluded = {each.code: QCheckBox() for each in rules.exclusions()}
        self.layers = {
            (kind, layer): QCheckBox(layer)
            for kind in codes.table("kind").names()
            for layer in (PROVINCIAL, LOCAL)
        }
        self.rows = FactRows(
            table_columns(CLAUSE_LIST, ink=_ink, inked=("confirmed",)), lambda clause: hash(clause), self
        )
        self.return_words = ReturnWordsPage(session)
        self.tabs = QTabWidget(documentMode=True)
        self._lay_out()
        self.show_ways(self._ways)
        self.rows.show_facts(clauses.pay_clauses())

    def show_ways(self, ways: Ways) -> None:
        """Show the ways as they are kept."""
        self.disabled.set_value(ways.disabled_same_month_from)
        self.taken_over.set_value(ways.taken_over)
        self.others.setCurrentText(ways.others_start)
        self.sixty.setCurrentText(ways.sixty)
        self.elder.setCurrentText(ways.elder)
        self.alike.setCurrentText(ways.alike or NOT_DECIDED)
        for kind, answer in self.local.items():
            answers = {True: PAID_HERE, False: NOT_PAID_HERE, None: NOT_DECIDED}
            answer.setCurrentText(answers[ways.pays(kind)])
        self.fund.set_value(ways.fund)
        self.earliest_day.set_value(ways.earliest_pay_day)
        self.abroad.set_value(ways.abroad_months)
        self.rise.set_value(ways.rise_asked)
        self.times.set_value(ways.times_asked)
        self.growth.set_value(ways.growth_asked)
        held = {each.code for each in ways.excluded()}
        for code, tick in self.excluded.items():
            tick.setChecked(code in held)
        said = dict(part.split("：", 1) for part in ways.supplements.split("；") if "：" in part)
        for (kind, layer), tick in self.layers.items():
            tick.setChecked(layer in said.get(kind, "").split("、"))

    def ways(self) -> Ways:
        """The ways as they stand in the dialog."""
        switched = [
            f"{'+' if tick.isChecked() else '-'}{each.code}"
            for each in rules.exclusions()
            if (tick := self.excluded[each.code]).isChecked() != each.usual
        ]
        layers: dict[str, list[str]] = {}
        for (kind, layer), tick in self.layers.items():
            if tick.isChecked():
                layers.setdefault(kind, []).append(layer)
        return replace(
            self._ways,
            disabled_same_month_from=self.disabled.value(),
            taken_over=self.taken_over.value(),
            others_start=self.others.currentText(),
            sixty=self.sixty.currentText(),
            elder=self.elder.currentText(),
            alike=self.alike.currentText() if self.alike.currentIndex() > 0 else "",
            local_kinds="；".join(
                f"{kind}：{answer.currentText()}"
                for kind, answer in self.local.items()
                if answer.currentIndex() > 0
            ),
            fund=self.fund.value(),
            earliest_pay_day=self.earliest_day.value(),
            abroad_months=self.abroad.value(),
            rise_asked=self.rise.value(),
            times_asked=self.times.value(),
            growth_asked=self.growth.value(),
            exclusions=" ".join(switched),
            supplements="；".join(f"{kind}：{'、'.join(found)}" for kind, found in layers.items()),
        )

    def accept(self) -> None:
        """Keep the ways as one entry of the journal."""
        if attempt_write(self, self._session, lambda: rules.keep_ways(self.ways(), self._session.user)):
            super().accept()

    # --- how it is made

    def _lay_out(self) -> None:
        self.tabs.addTab(scrolled_page(self._months()), "起发月份")
        self.tabs.addTab(scrolled_page(self._exclusions()), "不重复享受")
        self.tabs.addTab(scrolled_page(self._layers()), "省和地方补助")
        self.tabs.addTab(scrolled_page(self._asked()), "办理前核对")
        self.tabs.addTab(self.return_words, "回盘的说法")
        self.tabs.addTab(
            called(RecordTable(self.rows, "clauses", "", self), "各项规定的依据"), "各项规定的依据"
        )
        buttons = QDialogButtonBox()
        save = buttons.addButton("保存", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(save, "primary").setAutoDefault(False)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        words = "改动以后，以后编制的批次按新规则计算；已经审批的批次不变，差额在下一批补发或扣回。"
        column.addWidget(theme.look(QLabel(words, wordWrap=True), "quiet"))
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
        window_size.resize(self, 860, 520)

    def _months(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        law = {each.matter.split("起发")[0]: each.clause for each in clauses.pay_clauses()}
        lines = (
            ("残疾抚恤金自批准当月起发，从哪个月批准的算起", self.disabled, law.get(DISABLED, ""), True),
            ("其他各类自批准的哪个月起发", self.others, ASK, False),
            ("农村籍退役士兵、2024年及以前批准的烈士子女满60周岁从哪个月起发", self.sixty, ASK, False),
            ("高龄增发（“满几周岁”的标准）从哪个月起发", self.elder, ASK, False),
            ("伤残人民警察、伤残国家机关工作人员等因病死亡的，是否参照残疾军人继续发放12个月", self.alike, ASK, False),
            *((f"{kind}的补贴是否由本单位发放（各地发放单位不同）", answer, f"{ASK}；没有选定的，这一类不计算", False)
              for kind, answer in self.local.items()),
            (f"{TAKEN_OVER_ASKED}（此前已由别的系统发的不再算）", self.taken_over, "可以不填：从第一个批次的月份算起", True),
            ("批次最早可以在起始月份上一个月的几日发放", self.earliest_day, EARLIEST_TOLD, False),
            ("出国（境）满几个月的须核定是否继续享受", self.abroad, f"{ASK}；不填的，出国（境）当月就问", False),
            ("资金来源（印在发放表上）", self.fund, "", True),
        )  # fmt: skip
        _fill(grid, lines)
        return page

    def _asked(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        lines = (
            ("一个人的月标准比上一批涨（降）百分之几以上要问", self.rise, ASKED_TOLD, False),
            ("一个人的金额是平常的几倍以上要问", self.times, ASKED_TOLD, False),
            ("一批平均每月的合计比上一批多（少）百分之几以上要问", self.growth, ASKED_TOLD, False),
        )
        _fill(grid, lines)
        return page

    def _exclusions(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        for each in rules.exclusions():
            beside = "、".join("其他定期抚恤补助" if word == "*" else word for word in each.beside)
            deed = "就高发一项" if each.higher_only else f"不发{each.kind}的补助"
            tick = self.excluded[each.code]
            tick.setText(f"{each.kind}，同时享受{beside}的：{deed}")
            column.addWidget(tick)
            column.addLayout(_clause(each.clause, each.usual))
            column.addSpacing(6)
        column.addStretch()
        return page

    def _layers(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        words = "本地在国家标准之外另有补助的，请勾选：勾选的层级必须有确认的标准，否则这一类不计算。各层级标准相加发放。"
        grid.addWidget(theme.look(QLabel(words, wordWrap=True), "quiet"), 0, 0, 1, 4)
        grid.addLayout(_clause(ASK, False), 1, 0, 1, 4)
        for row, kind in enumerate(codes.table("kind").names(), start=2):
            grid.addWidget(QLabel(kind), row, 0)
            for place, layer in enumerate((PROVINCIAL, LOCAL), start=1):
                grid.addWidget(self.layers[kind, layer], row, place)
        grid.setColumnStretch(3, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        return page


def _fill(grid: QGridLayout, lines: Sequence[tuple[str, QWidget, str, bool]]) -> None:
    """The settings of a page, one below the other."""
    for row, (words, editor, clause, sure) in enumerate(lines):
        _line(grid, row, words, editor, clause, sure)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(2 * len(lines), 1)


def _line(grid: QGridLayout, row: int, words: str, editor: QWidget, clause: str, sure: bool) -> None:
    label = QLabel(words, wordWrap=True)
    label.setMinimumWidth(330)
    label.setBuddy(editor)
    grid.addWidget(label, 2 * row, 0)
    grid.addWidget(editor, 2 * row, 1)
    if clause:
        grid.addLayout(_clause(clause, sure), 2 * row + 1, 1)


def _clause(clause: str, sure: bool) -> QHBoxLayout:
    """The clause below a setting, with the mark of what no law was found for."""
    line = QHBoxLayout()
    if not sure:
        line.addWidget(theme.look(QLabel(UNCONFIRMED), "doubtchip"))
    line.addWidget(theme.look(QLabel(clause, wordWrap=True), "hint"), 1)
    return line
