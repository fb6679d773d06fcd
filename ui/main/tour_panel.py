"""The panel of the first tour 五步入门, beside the pages of the practice archive: the step, how it goes, and whether it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from models.practice.tour import TOUR_STEPS, TourMark, done_steps, tour_mark
from ui.jobs import jobs
from ui.main.tour_pointer import CONTROLS, TourPointer
from ui.start.practice import tour_key
from ui.widgets import window_memory
from ui.widgets.theme import look

if TYPE_CHECKING:
    from ui.main.main_window import MainWindow

TOUR_TITLE = "五步入门"
TOUR_OFFERED = "第一次用？用十分钟，在演练库里把一天的事走一遍：导入、查档案、编制批次、打印、备份。这里的人都是编造的，怎么点都不要紧。"
DONE_NOW = "✓ 做好了"
NOT_YET = "做好了，程序自己会知道"
TOUR_DONE = "五步都做过了。真的档案库也是这样办：先“新建档案库”，再导入花名册。随时按 F1 看这一页怎么用。"
TOUR_LOOKS_EVERY = 500  # milliseconds
BROAD = 276  # pixels


class TourPanel(QFrame):
    """Offers the tour, leads through it, and goes when it is left; what was reached is remembered on this PC."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        look(self, "tour")
        self.setFixedWidth(BROAD)
        self._window, self._key = window, tour_key(window.session.folder)
        self.mark: TourMark | None = None
        self.step = -1  # of TOUR_STEPS; before the first one it is offered
        self.pointer = TourPointer(window)
        self.count, self.title = look(QLabel(), "quiet"), look(QLabel(wordWrap=True), "title")
        self.how, self.state = QLabel(wordWrap=True), look(QLabel(wordWrap=True), "heading")
        self.next_button, self.leave_button = QPushButton("开始"), look(QPushButton("以后再说"), "flat")
        self._lay_out()
        self.next_button.clicked.connect(self.go_on)
        self.leave_button.clicked.connect(self.leave)
        self.clock = QTimer(self, interval=TOUR_LOOKS_EVERY)
        self.clock.timeout.connect(self.look)
        self.hide()

    def offer(self) -> None:
        """Go on where the tour stood; offer it where it never was; stay away where it was left."""
        kept: Any = window_memory.recall(self._key, {})
        if kept.get("left"):
            return
        if kept.get("mark"):
            self.mark, self.step = TourMark(*kept["mark"]), int(kept["step"])
        self.show()
        self._show()

    def begin_anew(self) -> None:
        """Offer the tour from its beginning, whatever was reached before."""
        self.mark, self.step = None, -1
        self.show()
        self._show()

    def go_on(self) -> None:
        """Begin, or go to the next step; after the last one the tour is over."""
        if self.mark is None:
            from reports.practice import write_tour_roster  # when wanted

            place = write_tour_roster(self._window.session.folder)
            window_memory.remember("import/folder", str(place.parent))
            self.mark = tour_mark()
        self.step += 1
        if self.step > len(TOUR_STEPS):
            self.leave()
        else:
            self._remember(left=False)
            self._show()

    def leave(self) -> None:
        """Put the panel away; 帮助 brings it back."""
        self._remember(left=True)
        self.clock.stop()
        self.pointer.point(None)
        self.hide()

    def look(self) -> None:
        """Ask the archive whether the step is done, and where it begins now."""
        if self.mark is None or not 0 <= self.step < len(TOUR_STEPS) or jobs.any_running():
            return
        self._say(done_steps(self.mark)[self.step])

    def _say(self, done: bool) -> None:
        """Say whether the step is done, and while it is not, point at where it begins."""
        self.state.setText(DONE_NOW if done else NOT_YET)
        look(self.state, "heading" if done else "quiet")
        look(self.next_button, "primary" if done else "")
        self.next_button.setText("下一步" if done else "跳过这一步")
        self.pointer.point(None if done else CONTROLS[self.step](self._window))

    def _show(self) -> None:
        """Show the offer, a step, or the end."""
        inside = 0 <= self.step < len(TOUR_STEPS)
        over = self.step == len(TOUR_STEPS)
        step = TOUR_STEPS[self.step] if inside else None
        self.count.setText(f"第{self.step + 1}步，共{len(TOUR_STEPS)}步" if inside else "")
        self.title.setText(step.title if step else TOUR_TITLE)
        self.how.setText(step.how if step else TOUR_DONE if over else TOUR_OFFERED)
        self.state.setVisible(inside)
        self.next_button.setText("完成" if over else "开始")
        self.leave_button.setText("不学了" if inside else "以后再说")
        self.leave_button.setVisible(not over)
        look(self.next_button, "primary")
        self.pointer.point(None)
        if inside:
            self._say(False)
        self.clock.start()
        self.look()

    def _remember(self, left: bool) -> None:
        mark = list(self.mark) if self.mark is not None else None
        window_memory.remember(self._key, {"mark": mark, "step": self.step, "left": left})

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave_button)
        buttons.addStretch()
        buttons.addWidget(self.next_button)
        for button in (self.next_button, self.leave_button):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        for widget in (self.count, self.title, self.how, self.state):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch()
