"""The options of files 一人一档 that are printed: how pay is told, whether empty tables are, and the stamp on each paper."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reports.person.stamps import STAMPS
from ui.widgets.spoken_names import called

STAMPED_BY_HAND = "不印，手工盖章"


class FileOptions(QWidget):
    """What an officer may wish of the files' papers beyond which of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.months = QCheckBox("待遇逐月列出（不选就按年合并，金额不同的月份另外写明）")
        self.empty_tables = QCheckBox("没有内容的表也印出")
        self.readings = QCheckBox("查阅登记印上已有的查看、打印记录（不勾的印空表，用笔填）")
        self.stamp = called(QComboBox(), "归档章")
        self.stamp.addItem(STAMPED_BY_HAND, "")
        for name in STAMPS:
            self.stamp.addItem(name, name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.months)
        column.addWidget(self.empty_tables)
        column.addWidget(self.readings)
        row = QHBoxLayout()
        row.addWidget(QLabel("每件首页的章"))
        row.addWidget(self.stamp)
        row.addStretch()
        column.addLayout(row)

    def chosen(self) -> dict[str, Any]:
        """The options by the names that an order gives them."""
        return {
            "months": self.months.isChecked(),
            "empty_tables": self.empty_tables.isChecked(),
            "readings": self.readings.isChecked(),
            "stamp": self.stamp.currentData(),
        }

    def recall(self, known: dict[str, Any]) -> None:
        """Choose what was chosen last."""
        self.months.setChecked(bool(known.get("months")))
        self.empty_tables.setChecked(bool(known.get("empty_tables")))
        self.readings.setChecked(bool(known.get("readings")))
        self.stamp.setCurrentIndex(max(0, self.stamp.findData(known.get("stamp", ""))))
