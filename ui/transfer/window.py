"""The window of the transfer 归档移交: whose volumes, to whom and where to; then what came of it, and what went before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from models.core.dates import this_day
from models.people import listing, search
from models.transfers.transfer import transfers
from models.transfers.volume_removal import destroyed_volumes
from models.uses.uses import UseDeed
from reports.transfer.transfer_folder import TransferOrder, WrittenTransfer, write_transfer
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.saving import ask_folder, new_folder_in, note_saved
from ui.jobs.session import Session
from ui.pages.help_window import HelpWindow, show_manual
from ui.pages.page import PrintWish
from ui.transfer.earlier import EarlierTransfers
from ui.transfer.removals import RemovalsWindow
from ui.widgets import theme, window_memory, window_size
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

ABOUT_TRANSFER = (
    "每人一卷一个 PDF/A-2u 文件（扫描件在内），连同元数据、案卷目录、移交清单和校验值，写进一个新文件夹，"
    "可以直接交给档案馆。文件没有加密，请像对待纸质档案一样保管。"
)
HANDED_OVER = "已写好{people:,}卷{pages:,}页，在 {out}\n\n清单校验值（SHA-256）：\n{hash}\n\n请把校验值抄到移交清单上，由双方签字。"
NOT_TAKEN_IN = "\n\n注意：有{}份扫描件没有转入，原因见“清单/未能转入.csv”和各卷内的说明页。"
WITHOUT_SCANS = "\n\n有{}件材料没有扫描件，只在纸质案卷里，见“清单/卷内文件目录.csv”。"
BOXED = "\n\n有些字没有字体可用，文件上成了方框：{}"
TRANSFER_CHAPTER = "归档移交"


class TransferWindow(QDialog):
    """Hands volumes over into a new folder; each transfer is an entry of its own."""

    def __init__(self, session: Session, wish: PrintWish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.help: HelpWindow | None = None
        self.setWindowTitle("归档移交")
        gone = destroyed_volumes()
        groups = {"选中的": wish.chosen, "列表中的": wish.listed, "全部": search.find_ids()}
        kept = {words: [each for each in ids if each not in gone] for words, ids in groups.items()}
        self.whom = {f"{words} {len(ids):,} 人": ids for words, ids in kept.items()}
        self.chosen = list(wish.chosen)
        self.people = {words: QRadioButton(words) for words in self.whom}
        self.receiver = QLineEdit(placeholderText="如：城中区档案馆")
        self.place = called(
            QLineEdit(str(window_memory.recall("transfer/folder", "")), readOnly=True), "新文件夹放在"
        )
        self.choose_place = QPushButton(icon("mdi6.folder-outline"), "选择位置…")
        self.earlier = called(EarlierTransfers(), "以前的移交")
        self.start_button = theme.look(QPushButton("移交"), "primary")
        self._lay_out()
        self._recall()
        self.reload()
        session.changed.connect(self.reload)

    def reload(self) -> None:
        """Show the transfers so far."""
        self.earlier.show_transfers(list(transfers()))

    def ask_place(self) -> None:
        """Ask where the new folder is to stand, as on the archive bureau's stick."""
        chosen = ask_folder(self, "新文件夹放在哪里", self.place.text())
        if chosen is not None:
            window_memory.remember("transfer/folder", str(chosen))
            self.place.setText(str(chosen))
            self._refresh()

    def ids(self) -> list[int]:
        return next(self.whom[words] for words, button in self.people.items() if button.isChecked())

    def hand_over(self) -> None:
        """Write the folder in the background, behind a progress that can be cancelled."""
        ids = self.ids()
        name = f"归档移交{this_day():%Y%m%d}"
        out = new_folder_in(Path(self.place.text()), name)
        order = TransferOrder(self.session.user, self.receiver.text().strip(), self.session.practice)
        job = write_transfer(order, listing.people_in_order(ids), len(ids), out)
        Progress(self, "正在归档移交", job).then(lambda made: self._tell(out, made)).start()

    def show_removals(self) -> None:
        """Show what was moved out or destroyed; whoever was selected may be entered at once."""
        run_dialog(RemovalsWindow(self.session, self.chosen, self))

    def show_help(self) -> None:
        """Open the manual at the chapter about transfers."""
        self.help = show_manual(TRANSFER_CHAPTER, self.help)

    def _tell(self, out: Path, made: WrittenTransfer) -> None:
        note_saved(out, made.people, deed=UseDeed.HANDED_OVER)
        self.session.wrote()
        words = HANDED_OVER.format(people=made.people, pages=made.pages, out=out, hash=made.list_hash)
        words += NOT_TAKEN_IN.format(made.left_out) if made.left_out else ""
        words += WITHOUT_SCANS.format(made.only_paper) if made.only_paper else ""
        words += BOXED.format("；".join(map(str, made.missing))) if made.missing else ""
        messages.tell(self, words)

    # --- how it is made

    def _recall(self) -> None:
        """Choose the smallest group there is, and the receiver of the last time."""
        groups = [words for words, ids in self.whom.items() if ids]
        for words, button in self.people.items():
            button.setVisible(words in groups)
        self.people[groups[0] if groups else next(iter(self.people))].setChecked(True)
        last = transfers().first()
        self.receiver.setText(last.receiver if last is not None else "")
        self._refresh()

    def _refresh(self) -> None:
        self.start_button.setEnabled(bool(self.place.text()) and any(self.whom.values()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(theme.look(QLabel(ABOUT_TRANSFER, wordWrap=True), "quiet"))
        column.addWidget(self._wishes())
        column.addWidget(theme.look(QLabel("以前的移交"), "heading"))
        column.addWidget(self.earlier, 1)
        buttons = QHBoxLayout()
        manual, leave = QPushButton("说明"), QPushButton("关闭")
        removed = QPushButton(icon("mdi6.archive-remove-outline"), "移出、销毁登记…")
        for button, act in (
            (manual, self.show_help),
            (removed, self.show_removals),
            (leave, self.reject),
            (self.start_button, self.hand_over),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(act)
        buttons.addWidget(manual)
        buttons.addWidget(removed)
        buttons.addStretch()
        buttons.addWidget(leave)
        buttons.addWidget(self.start_button)
        column.addLayout(buttons)
        window_size.resize(self, 760, 620)

    def _wishes(self) -> QFrame:
        card = theme.look(QFrame(), "card")
        form = QFormLayout(card)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        whom = QVBoxLayout()
        for button in self.people.values():
            whom.addWidget(button)
        form.addRow("移交谁的案卷", whom)
        form.addRow("接收单位", self.receiver)
        where = QHBoxLayout()
        where.addWidget(self.place, 1)
        where.addWidget(self.choose_place)
        form.addRow("新文件夹放在", where)
        self.choose_place.setAutoDefault(False)
        self.choose_place.clicked.connect(self.ask_place)
        return card
