"""Acts on a grant 办理: it starts, stops, is suspended, resumed, cancelled, moves, ends by death; a grade changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from models.pay.grants.grants import GradeChange, Grant, regrade
from models.people.identity import DISABLED, GONE, EntitlementState, Identity
from models.people.identity import RECEIVING as IN_PAY
from ui.forms.combo_boxes import FlagBox
from ui.forms.file_forms import FileForm
from ui.forms.record_dialog import RecordDialog
from ui.jobs.session import Session
from ui.person_forms.state_dialog import StateDialog
from ui.widgets import theme
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon

STOPS = (EntitlementState.STOPPED, EntitlementState.SUSPENDED, EntitlementState.CANCELLED)
DECIDED = "只在与法定规则不同的时候填写，如补登批准以前已经发到某月、单位决定发到某月为止；都要写明依据。"
GRADED = "原等级保留在变更记录里：批准生效以前的月份按原等级计算，以后按新等级计算。"


class GrantForm(FileForm[Grant]):
    """The office's own decision on one grant."""

    def __init__(self) -> None:
        super().__init__()
        self.add_wide(_hint(DECIDED))
        self.for_fields(Grant, ["begins", "ends", "cause"])
        self.bind("care", "发给护理费", FlagBox())
        self.for_fields(Grant, ["care_begins", "care_ends", "basis"], wide=["basis"])


class GradeForm(FileForm[GradeChange]):
    """A disability graded anew."""

    def __init__(self) -> None:
        super().__init__()
        self.add_wide(_hint(GRADED))
        names = ["grade_before", "nature_before", "grade", "nature", "approved", "basis"]
        self.for_fields(GradeChange, names, required=names[:5], wide=["basis"])


class GrantButton(QPushButton):
    """A menu of what can be done with the identity that is chosen."""

    def __init__(self, session: Session, chosen: Callable[[], Identity | None], parent: QWidget) -> None:
        super().__init__(icon("mdi6.file-sign"), "办理", parent)
        self._session, self._chosen, self._parent = session, chosen, parent
        self.setAutoDefault(False)
        self.choices = QMenu(self)
        self.setMenu(self.choices)
        self.choices.aboutToShow.connect(self.offer)

    def offer(self) -> None:
        """Offer what fits the state of the identity."""
        self.choices.clear()
        identity = self._chosen()
        if identity is None:
            return
        for words, state, moving in _changes(identity):
            self.choices.addAction(f"{words}…", lambda s=state, m=moving: self.change(s, m))
        self.choices.addSeparator()
        if identity.kind == DISABLED:
            self.choices.addAction("调整伤残等级…", self.grade)
        self.choices.addAction("核定起止月份、死亡原因、护理费…", self.decide)

    def change(self, state: str, moving: bool = False) -> None:
        """Ask for what a change of state needs."""
        if (identity := self._chosen()) is not None:
            run_dialog(StateDialog(self._session, identity, self._parent, state, moving))

    def grade(self) -> None:
        """Ask for a change of grade."""
        identity = self._chosen()
        if identity is None:
            return
        change = GradeChange(
            identity=identity, person=identity.person, grade_before=identity.grade,
            nature_before=identity.nature, nature=identity.nature,
        )  # fmt: skip
        self._ask(GradeForm(), change, f"调整{identity.person.name}的伤残等级", regrade)

    def decide(self) -> None:
        """Ask for the office's own decision."""
        identity = self._chosen()
        if identity is None:
            return
        kept = Grant.get_or_none(Grant.identity == identity.id)
        grant = kept or Grant(identity=identity, person=identity.person)
        self._ask(GrantForm(), grant, f"核定{identity.person.name}的待遇", lambda record: record.save())

    def _ask(self, form: FileForm[Any], record: Any, title: str, write: Callable[[Any], Any]) -> None:
        form.edit(record)
        run_dialog(RecordDialog(self._session, form, title, write, self._parent, QSize(640, 360)))


def _changes(identity: Identity) -> list[tuple[str, str, bool]]:
    """What a grant in that state may come to: the words, the new state, and whether it comes from another office."""
    if identity.state == IN_PAY:
        stops = [(str(state), state) for state in STOPS]
        return [
            (words, state, False)
            for words, state in (*stops, ("迁出", EntitlementState.MOVED), (str(GONE), GONE))
        ]
    again = "恢复享受" if identity.state in STOPS else "开始享受"
    found: list[tuple[str, str, bool]] = [(again, IN_PAY, False), ("迁入（由外地转来）", IN_PAY, True)]
    return found if identity.state == GONE else [*found, (str(GONE), GONE, False)]


def _hint(words: str) -> QLabel:
    return theme.look(QLabel(words, wordWrap=True), "hint")
