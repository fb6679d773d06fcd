"""The tab 材料: the catalogue on the left with what is missing, the chosen paper's scans on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QLabel,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from models.incoming.paper_forms import PICKED
from models.people import materials
from models.people.materials import Material
from models.people.person import Person
from ui.forms.record_dialog import RecordDialog
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.operations import attempt
from ui.jobs.session import Session
from ui.materials.catalogue import CataloguePaper, CatalogueRows, CatalogueView, files_in
from ui.materials.material_form import MaterialForm
from ui.materials.paper_view import PaperView
from ui.pages.file_tab import FileTab
from ui.pictures import devices
from ui.pictures.camera import CameraDialog
from ui.printing.scan_prints import preview_scans
from ui.widgets import theme
from ui.widgets.dialogs import run_dialog
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

SCANS = f"扫描件 ({PICKED})"


class MaterialsPage(FileTab):
    """The papers of one person's file."""

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._person = person
        self.rows = CatalogueRows(self)
        self.list = called(CatalogueView(self.rows), "卷内目录")
        self.whole = QCheckBox("显示目录中的全部材料")
        self.count = theme.look(QLabel(wordWrap=True), "quiet")
        self.view = PaperView(session)
        self.tools = theme.look(QFrame(), "header")
        self.buttons: dict[
            QToolButton, str
        ] = {}  # and what the chosen line must be: any, held, line (not held)
        self.setAcceptDrops(True)
        self._lay_out()
        self._join()
        self.show_person(person)

    def show_person(self, person: Person) -> None:
        """Show the papers as the archive has them now, keeping the chosen one."""
        chosen = self.list.paper()
        self._person = person
        self.rows.show_person(person, self.whole.isChecked())
        if not (chosen is not None and self.list.go_to(chosen.title)) and self.rows.papers:
            self.list.setCurrentIndex(self.rows.index(0, 1))
        self._say_count()
        self._show_chosen()

    def take_in(
        self, paper: CataloguePaper | None, files: Sequence[Path], after: Callable[[], object] = lambda: None
    ) -> None:
        """Keep scans of a paper, in the background; ``after`` is called in the end, however it ends."""
        if not files:
            return
        if paper is None:
            messages.tell(self, "请先在左边选一项材料，再收扫描件。")
            return
        job = Progress(
            self, "正在收入扫描件", materials.attach_scans(self._person, paper, files, self.session.user)
        )
        title = paper.title
        job.then(lambda _: self._taken_in(title)).then(lambda _: after())
        job.stopped.connect(after)
        job.start()

    def photograph(self) -> None:
        """Take pictures of the chosen paper with a document camera."""
        if (paper := self.list.paper()) is None:
            messages.tell(self, "请先在左边选一项材料，再拍照。")
            return
        camera = CameraDialog(paper.title, devices.watched_folder(), self)
        if run_dialog(camera):
            self.take_in(paper, camera.files(), camera.own.discard)

    def choose_files(self) -> None:
        """Ask for scans of the chosen paper."""
        files, _ = QFileDialog.getOpenFileNames(self, "选择扫描件", "", SCANS)
        self.take_in(self.list.paper(), [Path(file) for file in files])

    def receive(self) -> None:
        """The chosen paper of the catalogue is there, without a scan."""
        paper = self.list.paper()
        if paper is not None and not isinstance(paper, Material):
            materials.receive(self._person, paper, self.session.user)
            self.session.wrote()

    def add(self) -> None:
        """Ask for a paper that the catalogue may not know."""
        new = Material(person=self._person, number=materials.next_material_number(self._person))
        if self._ask(new, f"登记{self._person.name}的材料"):
            self.list.go_to(new.title)

    def change(self) -> None:
        """Ask for the facts of the chosen paper."""
        if isinstance(paper := self.list.paper(), Material):
            self._ask(Material.get_by_id(paper.id), f"修改{self._person.name}的材料“{paper.title}”")

    def take_out(self) -> None:
        """Take the chosen paper out of the file after a question."""
        paper = self.list.paper()
        if not isinstance(paper, Material):
            return
        scans = paper.scans.count()
        with_scans = f"连同{scans}份扫描件" if scans else ""
        if messages.ask_losing(
            self, f"把“{paper.title}”{with_scans}从档案中取出？可以在“变更记录”里恢复。", "取出"
        ):
            with self.session.entry(f"取出{self._person.name}的材料“{paper.title}”"):
                materials.take_out(paper)

    def shift(self, step: int) -> None:
        """Move the chosen paper up (-1) or down (+1) in the file's order."""
        paper = self.list.paper()
        held = [each for each in self.rows.papers if isinstance(each, Material)]
        if not isinstance(paper, Material):
            return
        place = held.index(paper)
        if 0 <= place + step < len(held):
            held.insert(place + step, held.pop(place))
            with self.session.entry(f"调整{self._person.name}的材料顺序"):
                materials.renumber(held)

    def print_one(self) -> None:
        """Preview the scans of the chosen paper, to be printed."""
        if isinstance(paper := self.list.paper(), Material):
            self._preview([paper])

    def print_all(self) -> None:
        """Preview all scans of the file in their order, to be printed."""
        self._preview(materials.materials_in_order(self._person))

    def _preview(self, papers: Sequence[Material]) -> None:
        attempt(self, lambda: preview_scans(self, f"{self._person.name}的材料", papers))

    def _ask(self, material: Material, title: str) -> bool:
        form = MaterialForm()
        form.edit(material)
        return run_dialog(RecordDialog(self.session, form, title, parent=self))

    def _taken_in(self, title: str) -> None:
        self.session.wrote()
        self.list.go_to(title)
        self._show_chosen()

    def _say_count(self) -> None:
        held = [paper for paper in self.rows.papers if isinstance(paper, Material)]
        pages = sum(paper.pages or 0 for paper in held)
        lacking = self.rows.lacking()
        words = f"共{len(held)}件{pages}页" + (f"，缺必备材料{lacking}件" if lacking else "，必备材料齐全")
        self.count.setText(words)

    def _show_chosen(self) -> None:
        paper = self.list.paper()
        self.view.show_paper(paper)
        held = isinstance(paper, Material)
        ready = {"": True, "any": paper is not None, "held": held, "line": paper is not None and not held}
        for button, needs in self.buttons.items():
            button.setEnabled(ready[needs])

    def _lay_out(self) -> None:
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(12, 8, 8, 8)
        left.addWidget(self.count)
        left.addWidget(self.list, 1)
        left.addWidget(self.whole)
        parts = QSplitter()
        parts.addWidget(side)
        parts.addWidget(self.view)
        parts.setStretchFactor(1, 1)
        parts.setSizes([400, 700])
        parts.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools())
        layout.addWidget(parts, 1)

    def _tools(self) -> QWidget:
        """The buttons; they go on in a second line where the screen is small or the type large."""
        line = FlowLayout(self.tools, spacing=2)
        line.setContentsMargins(6, 3, 6, 3)
        acts: list[tuple[str, str, str, Callable[[], object]]] = [
            ("mdi6.tray-arrow-down", "收入扫描件…", "any", self.choose_files),
            ("mdi6.camera-outline", "高拍仪…", "any", self.photograph),
            ("mdi6.check", "登记已有", "line", self.receive),
            ("mdi6.plus", "另加材料…", "", self.add),
            ("mdi6.pencil-outline", "修改…", "held", self.change),
            ("mdi6.arrow-up", "上移", "held", lambda: self.shift(-1)),
            ("mdi6.arrow-down", "下移", "held", lambda: self.shift(1)),
            ("mdi6.file-remove-outline", "取出", "held", self.take_out),
            ("mdi6.printer-outline", "打印这件", "held", self.print_one),
            ("mdi6.printer-outline", "打印全部", "", self.print_all),
        ]
        for picture, words, needs, act in acts:
            button = QToolButton()
            button.setText(words)
            button.setIcon(icon(picture))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _=False, act=act: act())
            self.buttons[button] = needs
            line.addWidget(button)
        return self.tools

    def _join(self) -> None:
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.list.dropped.connect(self.take_in)
        self.list.doubleClicked.connect(lambda _: self.change())
        self.whole.toggled.connect(lambda _: self.show_person(self._person))

    # --- what Qt asks for

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_in(self.list.paper(), files_in(event.mimeData()))
