"""The dialog of a copy for the wall or for another office 公示、外送副本: what it is for, how each column is written, and as which file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.archive.opened import opened_archive
from models.disclosure.number_writing import remember_writing, usual_writing
from models.disclosure.policies import CopyPurpose, NumberMask, Policy, Way, default_of
from ui.widgets import theme, window_memory
from ui.widgets.spoken_names import called

PURPOSES = {
    "公示：张贴、上网、发群": CopyPurpose.PUBLIC,
    "外送：给别的单位": CopyPurpose.OUTSIDE,
    "留存：本单位自己用": CopyPurpose.OWN,
}
COPY_WORDS = "每一栏怎样写，先按规定选好了，可以改。副本下方用小字印上制作人、时间和副本号，台账里查得到。\n保存前程序会检查整份文件，查出还有号码就不保存，并说明在哪里。"
LIST_ENDINGS = {".xlsx": "存为Excel…", ".pdf": "存为PDF…"}
SHORTEST_COPY, LINE_OF_COLUMNS = 300, 40  # pixels of the dialog without columns; of a line of them
NUMBER, NUMBER_COLUMNS = "序号", 2  # columns of the grid beside each other, each with its choice


class CopyDialog(QDialog):
    """Asks how a copy of lists is written; ``way``, ``ending`` and ``open_numbers`` say the answer once it was accepted."""

    def __init__(
        self,
        title: str,
        headings: Sequence[str],
        parent: QWidget | None = None,
        endings: Mapping[str, str] = LIST_ENDINGS,
        usual: CopyPurpose = CopyPurpose.PUBLIC,
    ) -> None:
        """``endings`` are the kinds of file with the words of their buttons, the usual one last; ``usual`` is the purpose first proposed."""
        super().__init__(parent)
        self.endings, self.usual = endings, usual
        self.setWindowTitle(f"公示、外送副本：{title}")
        self.memory = f"copy/{title}"
        self.headings = [each for each in dict.fromkeys(headings) if each != NUMBER]
        self.ending = [*endings][-1]
        self.purpose, self.numbers, self.open_phone = QComboBox(), QComboBox(), QLineEdit()
        self.policies = {heading: called(QComboBox(), heading) for heading in self.headings}
        self.warning = theme.look(QLabel(wordWrap=True), "problem")
        self._fill()
        self._lay_out()
        self._join()
        self._recall()

    def way(self) -> Way:
        """How the copy is written, as chosen."""
        chosen = {heading: Policy(box.currentText()) for heading, box in self.policies.items()}
        return Way(self._purpose(), chosen, NumberMask(self.numbers.currentText()))

    def open_numbers(self) -> list[str]:
        """The office's own telephones, which the copy may say."""
        return self.open_phone.text().replace("，", "、").split("、")

    def save_as(self, ending: str, _checked: bool = False) -> None:
        """The officer is content; what was chosen is proposed the next time."""
        self.ending = ending
        window_memory.remember(f"{self.memory}/{self._purpose()}", self._chosen())
        window_memory.remember(self.memory, self._purpose())
        remember_writing(self._purpose(), self.way().numbers, opened_archive().user)
        self.accept()

    def _purpose(self) -> CopyPurpose:
        return PURPOSES[self.purpose.currentText()]

    def _chosen(self) -> dict[str, Any]:
        policies = {heading: box.currentText() for heading, box in self.policies.items()}
        return {"policies": policies, "open": self.open_phone.text()}

    def _propose(self) -> None:
        """What was chosen for this list and purpose the last time, else what the rules say."""
        known = window_memory.recall(f"{self.memory}/{self._purpose()}", {})
        policies = known.get("policies", {})
        for heading, box in self.policies.items():
            usual = default_of(self._purpose(), heading)
            box.setCurrentText(policies.get(heading, usual.policy))
            box.setToolTip(f"规定写法：{usual.policy}" + (f"。依据：{usual.source}" if usual.source else ""))
        self.numbers.setCurrentText(usual_writing(self._purpose()))
        self.open_phone.setText(known.get("open", ""))
        self._warn()

    def _recall(self) -> None:
        last = window_memory.recall(self.memory, self.usual)
        self.purpose.setCurrentIndex(next((n for n, each in enumerate(PURPOSES.values()) if each == last), 0))
        self._propose()

    def _warn(self) -> None:
        """Say which secrets would stand whole."""
        whole = self.way().says_whole(self.headings)
        self.warning.setText(f"“{'、'.join(whole)}”会全部列出，请确认有需要。" if whole else "")
        self.warning.setVisible(bool(whole))
        masked = any(box.currentText() == Policy.MASKED for box in self.policies.values())
        self.numbers.setEnabled(masked)

    def _fill(self) -> None:
        self.purpose.addItems([*PURPOSES])
        self.numbers.addItems([*NumberMask])
        self.open_phone.setPlaceholderText("没有就空着，如 0971-6130000")
        for box in self.policies.values():
            box.addItems([*Policy])

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow("副本用途", self.purpose)
        form.addRow("证件号码遮盖", self.numbers)
        form.addRow("可以公开的单位电话", self.open_phone)
        self.saves = {ending: QPushButton(words) for ending, words in self.endings.items()}
        theme.look(self.saves[self.ending], "primary")
        self.cancel = QPushButton("取消")
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self.cancel, *self.saves.values()):
            button.setAutoDefault(button is self.saves[self.ending])
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(QLabel(COPY_WORDS, wordWrap=True))
        layout.addLayout(form)
        layout.addWidget(self._columns(), 1)
        layout.addWidget(self.warning)
        layout.addLayout(buttons)
        rows = -(-len(self.policies) // NUMBER_COLUMNS)
        self.resize(680, min(620, SHORTEST_COPY + LINE_OF_COLUMNS * rows))

    def _columns(self) -> QScrollArea:
        """Each column with its choice, in as many lines as are needed."""
        inside, area = QWidget(), QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        grid = QGridLayout(inside)
        for place, (heading, box) in enumerate(self.policies.items()):
            row, column = divmod(place, NUMBER_COLUMNS)
            grid.addWidget(QLabel(heading.replace("\n", "")), row, 2 * column)
            grid.addWidget(box, row, 2 * column + 1)
        grid.setRowStretch(grid.rowCount(), 1)
        area.setWidget(inside)
        return area

    def _join(self) -> None:
        self.purpose.currentIndexChanged.connect(self._propose)
        for box in self.policies.values():
            box.currentIndexChanged.connect(self._warn)
        for ending, button in self.saves.items():
            button.clicked.connect(partial(self.save_as, ending))
        self.cancel.clicked.connect(self.reject)
