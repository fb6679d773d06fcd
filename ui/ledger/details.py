"""What hangs on a row of the ledger: the patrols of a memorial, the stages of a proposal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from models.core.dates import PartDate
from models.core.record import Record
from models.ledger import honour_steps, memorials
from models.ledger.honour_steps import HonourStep
from models.ledger.honours import Honour
from models.ledger.memorials import Memorial, Patrol
from models.people import attachments
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.materials import attachments as attachments_of
from ui.tables.small_tables import SmallTable
from ui.tables.tables import Column
from ui.widgets import window_size


class FieldsForm(FileForm[Any]):
    """Every field of a record that has a name."""

    def __init__(self, model: type[Record], required: tuple[str, ...], wide: tuple[str, ...]) -> None:
        super().__init__()
        self.for_fields(model, list(model.labels()), required=required, wide=wide)


class Detail(SmallTable):
    """Rows that hang on a row of the ledger; each may have photos and papers."""

    def __init__(self, session: Session, noun: str, columns: Sequence[Column], name: str, empty: str) -> None:
        super().__init__(session, noun, columns, name, empty)
        self.add_button("附件", "mdi6.paperclip", self.attach)

    def attach(self) -> None:
        """Show the photos and papers of the chosen row."""
        chosen = self.table.record()
        if chosen is not None:
            attachments_of.show(self.session, chosen, f"{self.whose()}的{self.noun}", self)

    def drop(self, record: Any) -> None:
        attachments.take_away(record)
        record.delete_instance()


class Patrols(Detail):
    """The patrols of one memorial."""

    COLUMNS = (
        Column("day", "巡查日期", lambda p: p.day, None, 96),
        Column("patroller", "巡查人", lambda p: p.patroller, None, 110),
        Column("finding", "发现问题", lambda p: p.finding or "未发现问题", None, 240),
        Column("measure", "整改措施", lambda p: p.measure, None, 200),
        Column("done", "整改", lambda p: "" if not p.finding else "已整改" if p.done else "待整改", None, 76),
    )

    def __init__(self, session: Session, memorial: Memorial) -> None:
        self.memorial = memorial
        super().__init__(session, "巡查记录", self.COLUMNS, "patrols", "还没有巡查记录。")
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        self.show_rows(memorials.patrols(self.memorial))

    def form(self) -> FileForm[Any]:
        return FieldsForm(Patrol, ("day", "patroller"), ("finding", "measure"))

    def new(self) -> Record:
        return Patrol(memorial=self.memorial, day=PartDate.of(date.today()), patroller=self.session.user)

    def whose(self) -> str:
        return self.memorial.name


class HonourSteps(Detail):
    """The stages of one proposal."""

    COLUMNS = (
        Column("day", "日期", lambda s: s.day, None, 96),
        Column("stage", "阶段", lambda s: s.stage, None, 80),
        Column("unit", "审核(评选)单位", lambda s: s.unit, None, 180),
        Column("opinion", "意见(结果)", lambda s: s.opinion, None, 260),
        Column("notes", "备注", lambda s: s.notes, None, 120),
    )

    def __init__(self, session: Session, honour: Honour) -> None:
        self.honour = honour
        super().__init__(
            session, "评选进展", self.COLUMNS, "honour_steps", "还没有进展。点“新增”登记到了哪个阶段。"
        )
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        self.show_rows(honour_steps.steps(self.honour))

    def form(self) -> FileForm[Any]:
        return FieldsForm(HonourStep, ("day", "stage"), ("opinion",))

    def new(self) -> Record:
        return HonourStep(honour=Honour.get_by_id(self.honour.id), day=PartDate.of(date.today()))

    def write(self, record: HonourStep) -> None:
        honour_steps.take(record)

    def drop(self, record: HonourStep) -> None:
        attachments.take_away(record)
        honour_steps.drop(record)

    def whose(self) -> str:
        return self.honour.name


class DetailsDialog(QDialog):
    """A window with such a table."""

    def __init__(self, rows: SmallTable, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.rows = rows
        buttons = QDialogButtonBox()
        buttons.addButton("完成", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(rows)
        column.addStretch()
        column.addWidget(buttons)
        window_size.resize(self, 860, 400)
