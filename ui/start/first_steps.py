"""The first steps: where the archive lies, whose it is, who signs in, and the recovery code on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models import store
from models.archive.opened import Archive
from models.archive.passwords import account_name
from models.archive.wraps import Cost
from models.core.dates import this_day
from models.core.record import Refusal
from models.office import settings
from models.office.settings import Office
from reports.recovery_sheet import RecoverySheet
from ui.forms.editors import LineEdit
from ui.forms.password_edit import NewPassword
from ui.jobs import messages
from ui.jobs.one_thread import Aside
from ui.jobs.session import Session
from ui.start.archive_place import ArchivePlace
from ui.start.office import OfficeForm
from ui.start.opening import opened_aside, take_over
from ui.start.recovery_code import RecoveryCode
from ui.widgets import window_size
from ui.widgets.scrolling import scrolled_page
from ui.widgets.theme import look

FIRST_STEP_TITLES = ("存放位置", "单位", "第一个用户", "恢复码")
PLACE_STEP, OFFICE_STEP, ACCOUNT_STEP, CODE_STEP = range(4)
CODE_NOT_COPIED = "恢复码还没有抄好。现在离开，这个恢复码就再也看不到了。\n\n档案库已经建好，以后登录了可以在“用户”里更换一个新的恢复码。"


class FirstAccount(QWidget):
    """Asks for the first user's name and password."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.user, self.new = LineEdit(40, "您的姓名，如：王芳"), NewPassword(self)
        words = QLabel("打开档案库要用户名和密码，每次修改都记下是谁做的。同事的用户以后再加。")
        words.setWordWrap(True)
        rows = QFormLayout()
        rows.addRow("用户名", self.user)
        self.new.add_to(rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(words)
        layout.addLayout(rows)
        layout.addStretch()
        self.user.textChanged.connect(self.new.set_user)
        self.user.returnPressed.connect(self.new.first.setFocus)
        self.new.changed.connect(self.changed)
        self.new.entered.connect(self.entered)

    def fault(self) -> str:
        try:
            account_name(self.user.value())
        except Refusal as refusal:
            return str(refusal)
        return self.new.fault()


class FirstSteps(QDialog):
    """Makes a new archive in four steps and signs in its first user."""

    made = Signal(object)  # the Session of the new archive

    def __init__(self, proposed: Path, cost: Cost | None = None, parent: QWidget | None = None) -> None:
        """``cost`` is what a guess of the password shall cost; the usual when not given."""
        super().__init__(parent)
        self.setWindowTitle("新建档案库")
        self._cost = cost
        self._working = False
        self._session: Session | None = None
        self.place, self.office, self.account = ArchivePlace(proposed), OfficeForm(), FirstAccount()
        self.code: RecoveryCode | None = None
        self.office.edit(Office())
        self.head = look(QLabel(), "title")
        self.path = look(QLabel(), "quiet")
        self.problem = look(QLabel(), "problem")
        self.pages = QStackedWidget()
        self.back_button = QPushButton("上一步")
        self.next_button = look(QPushButton(), "primary")
        self.cancel_button = QPushButton("取消")
        self._lay_out()
        self._connect()
        self._show(PLACE_STEP)

    def next(self) -> None:
        """Go on when this step is right, else say what is wrong."""
        step = self.pages.currentIndex()
        faults: tuple[Callable[[], str], ...] = (self.place.fault, self.office.fault, self.account.fault)
        if step == CODE_STEP:
            self._finish()
        elif fault := faults[step]():
            self._say("" if self.account.new.tells(fault) else fault)
        elif step == ACCOUNT_STEP:
            self._make()
        else:
            self._show(step + 1)

    def back(self) -> None:
        self._show(self.pages.currentIndex() - 1)

    def reject(self) -> None:
        """Leave; once the archive is made, only after asking."""
        if self._working:
            return
        if self._session is None:
            super().reject()
        elif messages.ask_losing(self, CODE_NOT_COPIED, "离开", "回去抄恢复码"):
            self._finish()

    def _lay_out(self) -> None:
        for page in (self.place, self.office, self.account):
            self.pages.addWidget(scrolled_page(page))
        self.problem.setWordWrap(True)
        self.path.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel_button)
        buttons.addStretch()
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(10)
        for widget in (self.path, self.head, self.pages, self.problem):
            layout.addWidget(widget, stretch=1 if widget is self.pages else 0)
        layout.addLayout(buttons)
        window_size.resize(self, 640, 500)

    def _connect(self) -> None:
        self.next_button.clicked.connect(self.next)
        self.back_button.clicked.connect(self.back)
        self.cancel_button.clicked.connect(self.reject)
        for page in (self.place, self.office, self.account):
            page.changed.connect(lambda: self._say(""))
        self.account.entered.connect(self.next)

    def _show(self, step: int) -> None:
        self.pages.setCurrentIndex(step)
        self.head.setText(f"第{step + 1}步　{FIRST_STEP_TITLES[step]}")
        trail = (f"<b>{title}</b>" if n == step else title for n, title in enumerate(FIRST_STEP_TITLES))
        self.path.setText("&nbsp;&nbsp; › &nbsp;&nbsp;".join(trail))
        self.back_button.setVisible(step in (OFFICE_STEP, ACCOUNT_STEP))
        self.cancel_button.setVisible(step != CODE_STEP)
        self.next_button.setText({ACCOUNT_STEP: "建立档案库", CODE_STEP: "进入档案库"}.get(step, "下一步"))
        self.next_button.setDefault(True)
        self._say("")
        self._set_working(False)
        first = {
            PLACE_STEP: self.place.edit,
            OFFICE_STEP: self.office.name,
            ACCOUNT_STEP: self.account.user,
        }.get(step)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            first.selectAll()

    def _make(self) -> None:
        """Make and open the archive aside: deriving three keys takes a second."""
        folder, user = self.place.folder(), self.account.user.value()
        password, cost = self.account.new.password(), self._cost

        def work() -> tuple[str, Archive]:
            code = store.create(folder, user, password, cost)
            return code, opened_aside(lambda: store.open(folder, user, password, cost))()

        self._set_working(True)
        Aside(self, work).then(self._on_made, self._on_refused).begin()

    def _on_made(self, made: tuple[str, Archive]) -> None:
        code, opened = made
        self._session = take_over(opened)
        office = self.office.office()
        if office != settings.office():
            settings.change_office(office, self._session.user)
        folder = opened.folder
        sheet = RecoverySheet(office.name, folder.name, str(folder.parent), opened.user, this_day(), code)
        self.code = RecoveryCode(sheet, folder)
        self.code.changed.connect(lambda: self._set_working(False))
        self.pages.addWidget(scrolled_page(self.code))
        self._show(CODE_STEP)
        self.code.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, error: Exception) -> None:
        self._set_working(False)
        if isinstance(error, Refusal):
            self._say(str(error))
        else:
            messages.explain(error, self)

    def _finish(self) -> None:
        assert self._session is not None
        self.accept()
        self.made.emit(self._session)

    def _set_working(self, working: bool) -> None:
        self._working = working
        for widget in (self.pages, self.back_button, self.cancel_button):
            widget.setEnabled(not working)
        proven = self.code is None or self.code.proven()
        self.next_button.setEnabled(not working and proven)
        if working:
            self._say("正在建立档案库……", "hint")

    def _say(self, words: str, manner: str = "problem") -> None:
        self.problem.setText(words)
        look(self.problem, manner)
