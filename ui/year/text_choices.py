"""Text choices, a box for each: what an officer chooses for one document besides its words, as whether people and units are named."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox

from models.year.summary.texts import AS_USUAL, TextChoices

CHOICE_WORDS = {
    "tell_zero": ("没有的事项也写明", ""),
    "names_people": ("写出个人姓名", "只管这一份；存成“对外公开”的一份时，总是不写姓名"),
    "names_units": ("写出组织单位", "例如“区妇联、区应急管理局等9个单位先后组织”；去掉勾，只写开展了几场"),
}


class TextChoiceBoxes(QObject):
    """Says ``changed`` when somebody ticks one."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        for name, (words, hint) in CHOICE_WORDS.items():
            box = self.boxes[name] = QCheckBox(words)
            box.setToolTip(hint)
            box.toggled.connect(lambda _: self.changed.emit())
        self.show_choices(AS_USUAL)

    def choices(self) -> TextChoices:
        return TextChoices(**{name: box.isChecked() for name, box in self.boxes.items()})

    def show_choices(self, choices: TextChoices) -> None:
        """Show what was chosen; that is no choice of anybody's."""
        blocked = QSignalBlocker(self)
        for name, box in self.boxes.items():
            box.setChecked(getattr(choices, name))
        blocked.unblock()
