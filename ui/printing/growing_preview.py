"""A growing preview 边排边看: the first person's pages are shown at once, while those of all the others are still made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from models.core.jobs import Job, Step
from ui.jobs.jobs import Runner
from ui.jobs.messages import explain
from ui.jobs.private_folder import PrivateFolder
from ui.printing.preview import PreviewWindow
from ui.printing.print_jobs import Order, Printed, printed_order
from ui.printing.private_papers import make_privately
from ui.widgets import theme

NOT_READY = "排版完成以后才能打印和保存"


def preview_growing(parent: QWidget, order: Order, opened: Callable[[], object]) -> None:
    """Show the first person's file, call ``opened``, and go on making the others' in the preview."""

    def show(file: Path, first: Printed, folder: PrivateFolder) -> None:
        title = f"一人一档　{len(order.ids):,}人"
        window = PreviewWindow.open(file, title, None, order.double_sided, first.warning())
        grow(window, printed_order(order, folder.path / "全部.pdf"), folder, order)
        opened()

    first = replace(order, ids=order.ids[:1])
    make_privately(parent, "正在排版", "第一人.pdf", partial(printed_order, first), show)


def grow(
    window: PreviewWindow, job: Job[Printed], folder: PrivateFolder, order: Order | None = None
) -> GrowingStrip:
    """Make the whole in a strip above the pages; the folder goes when window and job have both ended."""
    strip = GrowingStrip(job)
    window.put_above(strip)
    window.allow(False, NOT_READY)

    def ready(printed: Printed) -> None:
        matter = None if order is None else printed.matter(order, window.title)
        window.show_file(printed.file, printed.warning(), matter)
        window.allow(True)

    strip.ready.connect(ready)
    strip.gone.connect(lambda: window.close() if window.isVisible() else None)
    window.closed.connect(strip.stop)
    strip.over.connect(lambda: window.let_go_of(folder))
    strip.runner.begin()
    return strip


class GrowingStrip(QWidget):
    """How far the making has come; 取消 ends it, and the preview with it."""

    ready = Signal(object)  # what was made
    gone = Signal()  # cancelled or failed: there is nothing to print
    over = Signal()  # nothing is written any more

    def __init__(self, job: Job[Printed]) -> None:
        super().__init__()
        self.runner = Runner(job)
        self.note = theme.look(QLabel("正在排版……"), "quiet")
        self.bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.cancel_button = QPushButton("取消排版")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self.note)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_button)
        self.cancel_button.clicked.connect(self.stop)
        self.runner.stepped.connect(self._on_stepped)
        self.runner.succeeded.connect(self._on_ready)
        self.runner.failed.connect(self._on_failed)
        self.runner.cancelled.connect(self.gone)
        self.runner.finished.connect(self.over)

    def stop(self) -> None:
        """Ask the job to end at its next step."""
        self.cancel_button.setEnabled(False)
        self.runner.requestInterruption()

    def _on_stepped(self, step: Step) -> None:
        self.bar.setMaximum(step.total)
        self.bar.setValue(step.done)
        self.note.setText(f"正在排版：{step.done:,} / {step.total:,} 人" if step.total else "正在排版……")

    def _on_ready(self, printed: Printed) -> None:
        self.hide()
        self.ready.emit(printed)

    def _on_failed(self, error: BaseException) -> None:
        explain(error)
        self.gone.emit()
