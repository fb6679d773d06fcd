"""The office's own headings 记住的表头: what was said of columns in imports, listed, to be taken back one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.imports import own_headings
from models.imports.evidence.taught import OF_REGISTER, OF_ROSTER, TableForm, TaughtFields
from models.imports.registers.kinds import REGISTER_KINDS
from models.imports.rosters.headings import label_of
from models.imports.sheets.dictionary import NOTHING
from models.superior_forms import form_fields
from models.superior_forms.form_fields import OF_SUPERIOR, OF_SUPERIOR_PAGE
from ui.imports.column_fields import LEFT_OUT, REMARK
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called
from ui.widgets.theme import look

EXPLAINED = "导入和填表时您改过读法的表，下次遇到表头完全相同的就照办。不再需要的可以取消；取消后由程序自动判断，已导入的内容不变。"
NONE_KEPT = "还没有记住任何表头。导入时在“核对读法”里、填表时在“填什么”里改过的，会记在这里。"
EMPTY_IN_FORMS = "留空"
SORTS = {OF_ROSTER: "花名册", OF_SUPERIOR: "上级的表（填表）", OF_SUPERIOR_PAGE: "上级的一人一表（填表）"}
SHOWN_HEADINGS = 8
SMALLEST = (620, 400)  # pixels
Forget = Callable[[str], None]


class OwnHeadingsDialog(QDialog):
    """Lists what is remembered and takes back what is chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._forget: list[Forget] = []
        self.setWindowTitle("记住的表头")
        self.list = called(QListWidget(), "记住的表头")
        self.list.setWordWrap(True)
        self.forget_button = QPushButton(icon("mdi6.undo"), "不再记住选中的")
        self.empty = look(QLabel(NONE_KEPT, wordWrap=True), "hint")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.forget_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.forget_button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        for widget in (QLabel(EXPLAINED, wordWrap=True), self.list, self.empty, buttons):
            layout.addWidget(widget)
        self.setMinimumSize(*SMALLEST)
        buttons.rejected.connect(self.reject)
        self.forget_button.clicked.connect(self._on_forget)
        self.list.currentRowChanged.connect(lambda row: self.forget_button.setEnabled(row >= 0))
        self.show_remembered()

    def show_remembered(self) -> None:
        """Show what the archive remembers now."""
        self.list.clear()
        self._forget = []
        for words, forget in _remembered():
            self.list.addItem(words)
            self._forget.append(forget)
        self.list.setVisible(bool(self._forget))
        self.empty.setVisible(not self._forget)
        self.forget_button.setEnabled(False)

    def _on_forget(self) -> None:
        forget = self._forget[self.list.currentRow()]
        attempt_write(self, self._session, lambda: forget(self._session.user))
        self.show_remembered()


def _remembered() -> Iterator[tuple[str, Forget]]:
    taught = own_headings.known()
    for form, fields in taught.forms.items():
        yield _words(form, fields), partial(own_headings.forget_form, form)
    for heading, field in taught.words.items():
        register = field.startswith(f"{OF_REGISTER}.")
        said = field.removeprefix(f"{OF_REGISTER}.")
        words = f"所有的表：“{heading}”→{field_words('' if register else OF_ROSTER, said)}（旧版本记下的）"
        yield words, partial(own_headings.forget_word, heading)


def _words(form: TableForm, fields: TaughtFields) -> str:
    """A form as the officer knows it: what sort of table, its headings, and what was said of which."""
    sort = SORTS.get(form.sort, form.sort)
    said = "；".join(
        f"“{_heading(form, place)}”→{field_words(form.sort, field)}" for place, field in fields.items()
    )
    more = "……" if len(form.headings) > SHOWN_HEADINGS else ""
    return f"{sort}：{said}\n表头：{'、'.join(form.headings[:SHOWN_HEADINGS])}{more}"


def _heading(form: TableForm, place: int) -> str:
    return form.headings[place] if 0 <= place < len(form.headings) else f"第{-place}栏（无表头）"


def field_words(sort: str, field: str) -> str:
    """What an officer calls a field of such tables."""
    if sort in (OF_SUPERIOR, OF_SUPERIOR_PAGE):
        return form_fields.field_words(field) if field else EMPTY_IN_FORMS
    if field in ("", NOTHING):
        return LEFT_OUT if field else REMARK
    if sort == OF_ROSTER:
        return label_of(field)
    kinds = [REGISTER_KINDS[sort]] if sort in REGISTER_KINDS else REGISTER_KINDS.values()
    return next((kind.fields[field].label for kind in kinds if field in kind.fields), field)
