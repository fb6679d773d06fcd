"""单位设置: the office and its fonds, as they are printed on every file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from models.core import codes
from models.core.dates import PartDate
from models.office import settings
from models.office.settings import Office
from ui.forms.editors import DateEdit, LineEdit
from ui.jobs.session import Session
from ui.widgets.theme import look

LATER = "区档案馆编定后再填"
LOCKS = {
    "0": "不自动锁定",
    "3": "3分钟",
    "5": "5分钟",
    "10": "10分钟",
    "15": "15分钟",
    "30": "30分钟",
    "60": "60分钟",
}
TERMS = ("永久", "100年", "30年")
AREA_PLACES = 6


class OfficeForm(QWidget):
    """Shows an office and gives back what was made of it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = Office()
        self.name = LineEdit(60)
        self.area_code = LineEdit(AREA_PLACES, "六位数字")
        self.area = look(QLabel(), "hint")
        self.fonds_name = LineEdit(60, "与单位名称相同时不用填")
        self.fonds_number = LineEdit(20, LATER)
        self.catalogue_number = LineEdit(20, LATER)
        self.retention = QComboBox(editable=True)
        self.retention.addItems(TERMS)
        self.security = LineEdit(10, "没有定密的不用填")
        self.founded = DateEdit()
        self.predecessor = LineEdit(60, "挂牌以前管优抚的机关，如某区民政局")
        self.lock_after = QComboBox()
        for minutes, words in LOCKS.items():
            self.lock_after.addItem(words, minutes)
        self._lay_out()
        for editor in (
            self.name, self.area_code, self.fonds_name, self.fonds_number, self.catalogue_number, self.security,
            self.founded, self.predecessor,
        ):  # fmt: skip
            editor.textChanged.connect(self._on_changed)
        self.retention.currentTextChanged.connect(self._on_changed)
        self.lock_after.currentTextChanged.connect(self._on_changed)

    def edit(self, office: Office) -> None:
        """Show an office."""
        self._office = office
        self.name.set_value(office.name)
        self.area_code.set_value(office.area_code)
        self.fonds_name.set_value(office.fonds_name)
        self.fonds_number.set_value(office.fonds_number)
        self.catalogue_number.set_value(office.catalogue_number)
        self.retention.setCurrentText(office.retention)
        self.security.set_value(office.security)
        self.founded.set_value(PartDate.parse(office.founded) if office.founded else None)
        self.predecessor.set_value(office.predecessor)
        if self.lock_after.findData(office.lock_after) < 0:
            self.lock_after.addItem(f"{office.idle_minutes}分钟", office.lock_after)
        self.lock_after.setCurrentIndex(self.lock_after.findData(office.lock_after))

    def office(self) -> Office:
        """The office as it stands in the form."""
        return Office(
            name=self.name.value(),
            area_code=self.area_code.value(),
            fonds_name=self.fonds_name.value(),
            fonds_number=self.fonds_number.value(),
            catalogue_number=self.catalogue_number.value(),
            retention=self.retention.currentText().strip(),
            security=self.security.value(),
            founded=str(self.founded.value() or ""),
            predecessor=self.predecessor.value(),
            lock_after=self.lock_after.currentData(),
        )

    def fault(self) -> str:
        """Why it cannot be kept; empty when it can. Only the name is needed; a code must have its six digits."""
        if not self.name.value():
            return "请填写单位名称，它要印在每份档案上"
        area = self.area_code.value()
        if area and not (len(area) == AREA_PLACES and area.isascii() and area.isdigit()):
            return f"区划代码是{AREA_PLACES}位数字，不清楚可以先不填"
        return self.founded.fault()

    def dirty(self) -> bool:
        return self.office() != self._office

    def _lay_out(self) -> None:
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addRow("单位名称", self.name)
        rows.addRow("行政区划代码", self.area_code)
        rows.addRow("", self.area)
        rows.addRow("全宗名称", self.fonds_name)
        rows.addRow("全宗号", self.fonds_number)
        rows.addRow("目录号", self.catalogue_number)
        rows.addRow("保管期限", self.retention)
        rows.addRow("密级", self.security)
        rows.addRow("挂牌日期", self.founded)
        rows.addRow("原主管机关", self.predecessor)
        words = look(
            QLabel(
                "空着的在封面上印成空格，可以手写；以后随时可改。"
                "挂牌以前形成的材料，责任者印原主管机关；日期不填时，2018年3月17日至2019年3月的空着待填。"
            ),
            "hint",
        )
        words.setWordWrap(True)
        words.ensurePolished()  # two lines stand in any form, however it measures words that wrap
        words.setMinimumHeight(2 * words.fontMetrics().lineSpacing() + 4)
        rows.addRow("没人动时锁定", self.lock_after)
        rows.addRow("", words)

    def _on_changed(self) -> None:
        known = next(
            (each["name"] for each in codes.table_rows("place") if each["code"] == self.area_code.value()), ""
        )
        self.area.setText(known)
        self.area.setVisible(bool(known))
        self.changed.emit()


class OfficeDialog(QDialog):
    """The office's settings, changed in one action."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("单位设置")
        self.form = OfficeForm()
        self.problem = look(QLabel(), "problem")
        self.problem.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.save_button = look(buttons.addButton("保存", QDialogButtonBox.ButtonRole.AcceptRole), "primary")
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        for widget in (look(QLabel("单位设置"), "title"), self.form, self.problem, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(460)
        self.form.changed.connect(self._check)
        self.form.edit(settings.office())
        self._check()

    def accept(self) -> None:
        """Keep the settings as one entry of the journal."""
        if self.form.fault():
            return
        if self.form.dirty():
            settings.change_office(self.form.office(), self._session.user)
            self._session.wrote()
        super().accept()

    def _check(self) -> None:
        self.problem.setText(self.form.fault())
        self.problem.setVisible(bool(self.form.fault()))
        self.save_button.setEnabled(not self.form.fault())
