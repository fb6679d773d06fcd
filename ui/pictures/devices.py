"""读卡器和高拍仪: which devices this PC has. Remembered for the PC's user, not in the archive."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.core.record import Refusal
from models.devices.card_readers import NONE, USB, CardReader, SimulatedReader, VendorsReader
from models.devices.id_cards import IdCard
from ui.forms.editors import LineEdit
from ui.jobs import messages
from ui.jobs.one_thread import Aside
from ui.widgets import window_memory
from ui.widgets.spoken_names import called
from ui.widgets.theme import look

READER, PORT, FOLDER = "card_reader/dll", "card_reader/port", "camera/folder"
PORTS = {"USB": USB, **{f"串口 COM{number}": number for number in range(1, 9)}}
READER_WORDS = (
    "选厂家驱动里的 sdtapi.dll（常在厂家安装的文件夹或光盘里）。32位、64位都可以。没有读卡器就空着。"
)
CAMERA_WORDS = "高拍仪自带的程序把照片存在哪个文件夹，就选哪个；新拍的照片会自动出现在“材料→高拍仪…”里。能直接使用的摄像头不必设置。"


def card_reader(practice: bool) -> CardReader:
    """The reader of this PC; in a practice archive one that gives invented cards. Raises ``Refusal`` when none is set."""
    if dll := str(window_memory.recall(READER, "")):
        return VendorsReader(dll, int(window_memory.recall(PORT, USB)))
    if practice:
        return SimulatedReader()
    raise Refusal(NONE)


def watched_folder() -> Path | None:
    """The folder that the document camera's own program saves into; None when none is set."""
    folder = str(window_memory.recall(FOLDER, ""))
    return Path(folder) if folder else None


class DevicesDialog(QDialog):
    """Both devices on one page; the reader can be tried at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("读卡器和高拍仪")
        self.dll, self.folder = called(LineEdit(400), "驱动文件"), called(LineEdit(400), "照片文件夹")
        self.port = called(QComboBox(), "接在")
        self.port.addItems(list(PORTS))
        self.dll_button, self.folder_button = QPushButton("选择…"), QPushButton("选择…")
        self.try_button = QPushButton("试读一张")
        self.told = look(QLabel(wordWrap=True), "hint")
        self._show_settings()
        self._lay_out()
        self.dll_button.clicked.connect(self._choose_dll)
        self.folder_button.clicked.connect(self._choose_folder)
        self.try_button.clicked.connect(self.try_reader)

    def accept(self) -> None:
        """Remember both for this PC's user."""
        for name, value in (
            (READER, self.dll.value()),
            (PORT, PORTS[self.port.currentText()]),
            (FOLDER, self.folder.value()),
        ):
            window_memory.remember(name, value)
        super().accept()

    def try_reader(self) -> None:
        """Read the card that lies on the reader, and show whose it is."""
        if not self.dll.value():
            messages.tell(self, "请先选定厂家的驱动文件，再试读。")
            return
        reader = VendorsReader(str(self.dll.value()), PORTS[self.port.currentText()])
        self.try_button.setEnabled(False)
        self.told.setText("正在读…")
        Aside(self, reader.read).then(self._read, self._not_read).begin()

    def _read(self, card: IdCard) -> None:
        self.try_button.setEnabled(True)
        self.told.setText(f"读到了：{card.name}，{card.number}，{'有' if card.photo else '没有'}照片")

    def _not_read(self, error: Exception) -> None:
        self.try_button.setEnabled(True)
        self.told.setText("")
        messages.explain(error, self)

    def _choose_dll(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, "选择厂家的驱动文件", str(self.dll.value()), "驱动文件 (*.dll);;所有文件 (*)"
        )
        if chosen:
            self.dll.set_value(str(Path(chosen)))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "高拍仪把照片存在哪里", str(self.folder.value()))
        if chosen:
            self.folder.set_value(str(Path(chosen)))

    def _show_settings(self) -> None:
        self.dll.set_value(str(window_memory.recall(READER, "")))
        self.folder.set_value(str(window_memory.recall(FOLDER, "")))
        port = window_memory.recall(PORT, USB)
        self.port.setCurrentText(next((name for name, number in PORTS.items() if number == port), "USB"))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(look(QLabel("身份证读卡器"), "heading"))
        form.addRow("驱动文件", _beside(self.dll, self.dll_button))
        form.addRow("接在", _beside(self.port, self.try_button))
        for words in (look(QLabel(READER_WORDS), "hint"), self.told):
            words.setWordWrap(True)
            form.addRow("", words)
        form.addRow(look(QLabel("高拍仪"), "heading"))
        form.addRow("照片文件夹", _beside(self.folder, self.folder_button))
        hint = look(QLabel(CAMERA_WORDS), "hint")
        hint.setWordWrap(True)
        form.addRow("", hint)
        buttons = QDialogButtonBox()
        look(buttons.addButton("保存", QDialogButtonBox.ButtonRole.AcceptRole), "primary")
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(560)


def _beside(editor: QWidget, button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(editor, 1)
    row.addWidget(button)
    return row
