"""To receive a policy pack 接收政策包: each of its rows beside the office's own, and which of them are taken over."""

from __future__ import annotations

from collections import Counter
from typing import Any

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.pay.policy import pack_rows
from models.pay.policy.pack_rows import PackRow, PackState
from models.pay.policy.policy_packs import PolicyPack
from reports.tables.list_columns import ListColumn, Listing
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.pay.policy.policy_rows import state_of
from ui.tables.fact_rows import FactRows
from ui.tables.list_columns import table_columns
from ui.tables.tables import RecordTable
from ui.widgets import theme, window_size
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called

RECEIVING_EXPLAINED = (
    "左边是政策包里的，右边是本单位的。接收的都是“未确认”，不用于计算，请再到“政策文件”里对照原件确认；"
    "本单位已经确认而包里不同的，不接收，除非选中后按“接收选中的”（接收后变为未确认）。接收可以用“撤销”（Ctrl+Z）整批收回。"
)
STRANGE_SHOWN = 3  # unreadable rows that are named


def _mine(row: PackRow) -> str:
    return "" if row.mine is None else f"{row.kind.said(row.mine)}（{state_of(row.mine)}）"


def _when(row: PackRow) -> str:
    theirs = row.kind.when(row.theirs)
    mine = theirs if row.mine is None else row.kind.when(row.mine)
    return theirs if theirs == mine else f"{theirs}（本单位：{mine}）"


PACK_LIST = Listing(
    None,
    (
        ListColumn("state", 60, heading="对照", words=lambda row: row.state),
        ListColumn("noun", 80, heading="种类", words=lambda row: row.kind.noun),
        ListColumn("whom", 220, heading="对象", words=lambda row: row.kind.whom(row.theirs)),
        ListColumn("when", 200, heading="执行时间", words=_when),
        ListColumn("theirs", 150, heading="包里的", words=lambda row: row.kind.said(row.theirs)),
        ListColumn("mine", 190, heading="本单位的", words=_mine),
        ListColumn("cited", 240, heading="包里的文号和依据", words=lambda row: row.kind.cited(row.theirs)),
        ListColumn(
            "own", 240, heading="本单位的文号和依据", words=lambda row: row.mine and row.kind.cited(row.mine)
        ),
    ),
    sorts=False,
)


class ReceiveDialog(QDialog):
    """Shows a pack beside the archive; nothing is written before the officer says so."""

    def __init__(self, session: Session, pack: PolicyPack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._pack = session, pack
        self._found = pack_rows.compared_pack(pack)
        self._place = {id(row): place for place, row in enumerate(self._found)}
        self.setWindowTitle("接收政策包")
        inks: dict[str, str] = {PackState.NEW: "good", PackState.DIFFERENT: "doubt"}
        columns = table_columns(PACK_LIST, ink=lambda row: inks.get(row.state, ""), inked=("state",))
        self.rows = FactRows(columns, lambda row: self._place[id(row)], self)
        self.table = called(
            RecordTable(self.rows, "pack_rows", "包里的各条本单位都有，内容相同", self), "包里的各条"
        )
        self.same_too = QCheckBox("也列出相同的")
        self.told = theme.look(QLabel(_told(pack, self._found), wordWrap=True), "heading")
        usual = sum(row.usual for row in self._found)
        self.take_button = act_button(
            f"接收新的和未确认的（{usual}条）", "mdi6.tray-arrow-down", self.take_usual, True
        )
        self.take_button.setEnabled(bool(usual))
        self.chosen_button = act_button("接收选中的", "mdi6.check", self.take_chosen)
        self._lay_out()
        self.same_too.toggled.connect(lambda _: self._show())
        self._show()

    def take_usual(self) -> None:
        """Take over what is new, and what differs from something that the office has not confirmed."""
        self._take([row for row in self._found if row.usual])

    def take_chosen(self) -> None:
        """Take over the selected rows, those that the office has confirmed otherwise too."""
        self._take([self._found[key] for key in self.table.selected_keys()])

    def _take(self, chosen: list[PackRow]) -> None:
        user, office = self._session.user, self._pack.office
        if chosen and attempt_write(
            self, self._session, lambda: pack_rows.take_over_rows(chosen, user, office)
        ):
            self.accept()

    def _show(self) -> None:
        every = self.same_too.isChecked()
        self.rows.show_facts(row for row in self._found if every or row.state != PackState.SAME)

    def _lay_out(self) -> None:
        close = QPushButton("不接收")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.same_too, 1)
        for button in (self.take_button, self.chosen_button, close):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.told)
        column.addWidget(theme.look(QLabel(RECEIVING_EXPLAINED, wordWrap=True), "quiet"))
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        window_size.resize(self, 1280, 640)


def _told(pack: PolicyPack, found: list[PackRow]) -> str:
    """Whose pack it is, what of it is new, the same and different, and what could not be read."""
    counts: Counter[Any] = Counter(row.state for row in found)
    parts = [f"{pack.office or '别的单位'}{pack.made_on}导出的政策包"]
    parts.append("，".join(f"{state}{counts[state]:,}条" for state in PackState))
    if pack.strange:
        named = "；".join(f"{row.file}第{row.line}行{row.reason}" for row in pack.strange[:STRANGE_SHOWN])
        parts.append(f"读不出{len(pack.strange)}条（{named}）")
    if pack.unknown:
        parts.append(f"本程序还不认识的种类没有读：{'、'.join(pack.unknown)}")
    return "：".join(parts[:2]) + "".join(f"；{each}" for each in parts[2:])
