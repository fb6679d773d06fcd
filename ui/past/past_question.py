"""The question which past day 截至某一天 is to be looked at, and in which of two ways."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from models.core.dates import PartDate
from models.core.past_day import PastDay
from models.core.record import Refusal
from models.past import past_archive
from ui.forms.editors import DateEdit
from ui.forms.small_question import Asking

PAST_QUESTION = "看一看{}在某一天是什么样。只能看和打印，不影响今天的档案。"
WHOLE_ARCHIVE = "档案库"
WAS_TRUE = "那天的实际情况（按现在知道的）"
WAS_TRUE_TIP = "后来才登记、但那天以前就有的事算在内；那天以后的批准、去世、账户、发放不算"
WAS_KNOWN = "那天档案库里是怎么记的"
WAS_KNOWN_TIP = "那天下班时档案库里的内容，后来补登、改正的都不算"


class PastQuestion(Asking):
    """Hands the day on; a day that is none, or is to come, is refused in the dialog."""

    def __init__(
        self,
        parent: QWidget | None,
        act: Callable[[PastDay], object],
        whose: str = WHOLE_ARCHIVE,
        day: PartDate | None = None,
    ) -> None:
        """``whose`` is named where one file alone is looked at."""
        super().__init__(parent, "看某一天的档案", PAST_QUESTION.format(whose), "看这一天", self._take)
        self._then = act
        whole_day = DateEdit()
        whole_day.setPlaceholderText("如 2021-08-31")
        self.add("day", "哪一天", whole_day, day)
        self.was_true, self.was_known = QRadioButton(WAS_TRUE), QRadioButton(WAS_KNOWN)
        self.was_true.setToolTip(WAS_TRUE_TIP)
        self.was_known.setToolTip(WAS_KNOWN_TIP)
        self.was_true.setChecked(True)
        ways = QVBoxLayout()
        ways.addWidget(self.was_true)
        ways.addWidget(self.was_known)
        self.rows.addRow("看什么", ways)

    def _take(self, values: dict[str, Any]) -> None:
        day: PartDate = values["day"]
        if day.known != 3:
            raise Refusal("请写明是哪一天，如 2021-08-31")
        asked = day.earliest()
        past = PastDay(as_of=asked) if self.was_true.isChecked() else PastDay(as_known=asked)
        past_archive.refuse_to_come(past)
        self._then(past)
