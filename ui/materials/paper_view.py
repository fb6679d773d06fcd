"""The view of one paper of the file: its scans one after another, larger and smaller, turned, and taken away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from models.people import materials
from models.people.materials import Material, Scan
from ui.jobs import messages
from ui.jobs.session import Session
from ui.materials.catalogue import CataloguePaper
from ui.pictures.scan_edit import ScanEditDialog
from ui.pictures.scan_view import SCAN_ZOOM_STEP, ScanView
from ui.widgets import theme
from ui.widgets.dialogs import run_dialog
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icons import icon
from ui.widgets.scrolling import HighEnough

HOW_TO_TAKE_SCANS = "把扫描件（PDF、JPEG、PNG、TIFF 等）拖到这里，\n或者按“收入扫描件”。"


class PaperView(HighEnough):
    """The scans of the paper that is chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._material: Material | None = None
        self.scans: list[Scan] = []
        self.place = 0
        self.view = ScanView()
        self.words = QLabel()
        self.words.setContentsMargins(8, 0, 8, 0)
        self.buttons: dict[str, QToolButton] = {}
        self._lay_out()

    def show_paper(self, paper: CataloguePaper | None) -> None:
        """Show a paper's first scan; or say what to do where there is none."""
        same = isinstance(paper, Material) and self._material is not None and paper.id == self._material.id
        self._material = paper if isinstance(paper, Material) else None
        before = [(scan.id, scan.sha256) for scan in self.scans]
        self.scans = list(paper.scans.order_by(Scan.position, Scan.id)) if isinstance(paper, Material) else []
        now = [(scan.id, scan.sha256) for scan in self.scans]
        if same and before == now and self.scans:
            return
        if not same or [each for each, _ in before] != [each for each, _ in now]:
            self.place = 0 if not same else max(0, len(self.scans) - 1)
        self._show()
        if not self.scans:
            named = f"“{paper.title}”\n\n" if paper is not None else ""
            self.view.say(
                f"{named}还没有扫描件。\n{HOW_TO_TAKE_SCANS}" if paper is not None else "请在左边选一项材料。"
            )

    def go(self, step: int) -> None:
        """Show the next or the previous scan."""
        self.place = max(0, min(self.place + step, len(self.scans) - 1))
        self._show()

    def detach(self) -> None:
        """Take the shown scan away after a question."""
        if not self.scans or self._material is None:
            return
        scan = self.scans[self.place]
        if messages.ask_losing(self, f"删除这份扫描件“{scan.file_name}”？可以在“变更记录”里恢复。", "删除"):
            with self._session.entry(
                f"删除{self._material.person.name}的材料“{self._material.title}”的扫描件"
            ):
                materials.detach(scan)

    def put_right(self) -> None:
        """Turn, straighten or cut the shown scan."""
        if self.scans and self._material is not None:
            named = f"{self._material.person.name}的材料“{self._material.title}”"
            run_dialog(ScanEditDialog(self._session, self.scans[self.place], named, self))

    def _show(self) -> None:
        some = bool(self.scans)
        for name, button in self.buttons.items():
            button.setEnabled(some)
            if name in ("previous", "next"):
                button.setVisible(len(self.scans) > 1)
        if not some:
            self.words.hide()
            return
        scan = self.scans[self.place]
        self.buttons["previous"].setEnabled(self.place > 0)
        self.buttons["next"].setEnabled(self.place < len(self.scans) - 1)
        place = f"{self.place + 1}/{len(self.scans)}　" if len(self.scans) > 1 else ""
        self.words.setText(f"{place}{scan.file_name}　{scan.pages or 1}页")
        for name in ("left", "right"):
            self.buttons[name].setVisible(scan.media != "application/pdf")
        self.words.setMinimumHeight(self.buttons["next"].sizeHint().height())
        self.words.show()
        self.view.show_scan(scan)

    def _lay_out(self) -> None:
        tools = QWidget()
        bar = FlowLayout(tools, spacing=2)
        bar.setContentsMargins(8, 4, 8, 2)
        acts: list[tuple[str, str, str, Callable[[], object]]] = [
            ("previous", "mdi6.chevron-left", "上一份", lambda: self.go(-1)),
            ("next", "mdi6.chevron-right", "下一份", lambda: self.go(1)),
            ("smaller", "mdi6.magnify-minus-outline", "缩小", lambda: self.view.zoom(1 / SCAN_ZOOM_STEP)),
            ("larger", "mdi6.magnify-plus-outline", "放大", lambda: self.view.zoom(SCAN_ZOOM_STEP)),
            ("fit", "mdi6.fit-to-page-outline", "适应", self.view.fit),
            ("left", "mdi6.rotate-left", "左转", lambda: self.view.turn(-90)),
            ("right", "mdi6.rotate-right", "右转", lambda: self.view.turn(90)),
            ("put_right", "mdi6.crop-rotate", "调整…", self.put_right),
            ("detach", "mdi6.trash-can-outline", "删除", self.detach),
        ]
        theme.look(self.words, "quiet")
        for name, picture, words, act in acts:
            button = QToolButton()
            button.setText(words)
            button.setIcon(icon(picture))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _=False, act=act: act())
            self.buttons[name] = button
            bar.addWidget(button)
            if name == "next":
                bar.addWidget(self.words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(tools)
        layout.addWidget(self.view, 1)
