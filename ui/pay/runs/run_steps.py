"""The steps of a run 编制 → 复核 → 审批 → 发放 → 回盘 → 结清: how far it has come, what comes next, and who may do it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.archive.passwords import folded
from models.office import roles
from models.office.officers import same_officer
from models.pay.runs import run_doubts, steps
from models.pay.runs.runs import RUN_STATES, PayRun, RunState
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icons import icon

WHERE_USERS = "（还没有的，在“更多→用户和密码”里增加）"
AGAIN = "重发"  # what comes before settling when the bank could not pay somebody


class Next(NamedTuple):
    """What comes next: the state it leads to, what its button says, and the sentence beside it."""

    state: str
    button: str
    words: str
    allowed: bool = True


def next_step(run: PayRun, user: str, practice: bool = False) -> Next:
    """What a run waits for, told to the one who looks at it."""
    if run.state == RunState.DRAWN:
        unknown = len(set(run_doubts.not_computed(run)))
        words = (
            f"还有{unknown:,}人没有算出，请先看“缺的标准”，补好以后“重新编制”"
            if unknown
            else "核对名单和变动"
        )
        if not run.people:
            return Next(RunState.CHECKED, RunState.CHECKED, f"这一批没有要发放的人，不能复核。{words}", False)
        return _by_another(run, user, practice, RunState.CHECKED, roles.CHECK, words)
    if run.state == RunState.CHECKED:
        return _by_another(
            run, user, practice, RunState.APPROVED, roles.APPROVE, "审批以后内容不能再改，更正放在以后的批次"
        )
    if run.state == RunState.APPROVED:
        return Next(RunState.PAID, "登记发放", "下一步：导出银行文件报送银行，然后登记发放日期")
    if run.state == RunState.PAID:
        return Next(RunState.RETURNED, "读入回盘", "下一步：银行处理以后，读入回盘文件")
    if run.state == RunState.RETURNED:
        return _after_return(run)
    left = run_doubts.told_unpaid(run_doubts.unpaid(run))
    return Next("", "", f"已经结清。{left}" if left else "已经结清，全部办完")


def _by_another(run: PayRun, user: str, practice: bool, state: str, right: str, words: str) -> Next:
    who = "、".join(kind.name for kind in roles.rights_by_role().values() if right in kind.rights)
    own = same_officer(run.drawn_by, user)
    told = f"下一步：{state}。{words}。"
    if practice and own:
        return Next(state, state, f"{told}演练时由演练用户代办，正式库须换另一个用户")
    if own and folded(run.drawn_by) != folded(user):
        told += f"您（{user}）和编制人“{run.drawn_by}”算同一个人"
        return Next(
            state,
            state,
            f"{told}，须换另一个人办理；确实是两个人的，请另一位管理员在“用户和密码”里确认",
            False,
        )
    if own:
        return Next(
            state,
            state,
            f"{told}您（{user}）是编制人，须换{who}角色的另一个用户登录后办理{WHERE_USERS}",
            False,
        )
    if not roles.may(user, right):
        return Next(state, state, f"{told}须由{who}角色的用户办理，您的角色是{roles.role_of(user)}", False)
    return Next(state, state, f"{told}您可以办理")


def _after_return(run: PayRun) -> Next:
    """Whether the bank has told everything, and what failed is paid again."""
    if waiting := len(steps.unanswered(run)):
        return Next(
            RunState.RETURNED,
            "读入回盘",
            f"下一步：还有{waiting}行没有回盘结果，读入其余的回盘文件，或登记已另行发放",
        )
    if again := sum(1 for line in steps.failed(run) if not steps.is_retried(line)):
        return Next(AGAIN, "编制重发批次", f"下一步：{again}行发放失败，请先更正账号，再编制重发批次")
    return Next(RunState.SETTLED, "结清", "下一步：回盘齐全，可以结清")


class StepsBar(QWidget):
    """The steps with who did them, the sentence of what comes next, and its button."""

    wanted = Signal(str)  # the state that the next step leads to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels: dict[str, QLabel] = {}
        self._strip = FlowLayout(spacing=8)
        self.words = QLabel(wordWrap=True)
        self.button: QPushButton = act_button(
            "", "mdi6.arrow-right-circle-outline", self._press, primary=True
        )
        self.next = Next("", "", "")
        self._lay_out()

    def show_run(self, run: PayRun, user: str, practice: bool = False) -> None:
        """Show how far a run has come."""
        self.next = next_step(run, user, practice)
        self._strip.empty()  # a label whose look changes keeps the room of its old one
        reached = RUN_STATES.index(run.state)
        for place, state in enumerate(RUN_STATES):
            self._add(
                state,
                _told(run, state, place <= reached),
                "good" if place <= reached else "chip" if place == reached + 1 else "quiet",
            )
        self.words.setText(self.next.words)
        self.button.setText(self.next.button)
        self.button.setVisible(bool(self.next.button))
        self.button.setEnabled(self.next.allowed)

    def _add(self, state: str, words: str, look: str) -> None:
        if self._strip.count():
            self._strip.addWidget(theme.look(QLabel("→"), "quiet"))
        self.labels[state] = theme.look(QLabel(words), look)
        self._strip.addWidget(self.labels[state])

    def _press(self) -> None:
        self.wanted.emit(self.next.state)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.words, 1)
        self.button.setIcon(icon("mdi6.arrow-right-circle-outline", "paper"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._strip)
        column.addLayout(row)


def _told(run: PayRun, state: str, done: bool) -> str:
    who = _who(run, state) if done else ""
    return f"✓ {state}{f'（{who}）' if who else ''}" if done else state


def _who(run: PayRun, state: str) -> str:
    """Who took a step, or on which day."""
    known: dict[str, str] = {
        RunState.DRAWN: run.drawn_by,
        RunState.CHECKED: run.checked_by,
        RunState.APPROVED: run.approved_by,
        RunState.PAID: str(run.paid_on or ""),
    }
    return known.get(state, "")
