"""The details that hang on a row of the ledger: the patrols of a memorial, the stages of a proposal."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from models.core.dates import PartDate, this_day
from models.core.record import Record
from models.ledger import honour_steps, memorials
from models.ledger.honour_steps import HonourStep
from models.ledger.honours import Honour
from models.ledger.memorials import Memorial, Patrol
from models.people import attachments
from reports.ledger import printing
from reports.tables.list_columns import Listing
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.materials import attachments as attachments_of
from ui.tables.small_tables import SmallTable
from ui.widgets import window_size


class FieldsForm(FileForm[Any]):
    """Every field of a record that has a name."""

    def __init__(self, model: type[Record], required: tuple[str, ...], wide: tuple[str, ...]) -> None:
        super().__init__()
        self.for_fields(model, list(model.labels()), required=required, wide=wide)


class Detail(SmallTable):
    """Rows that hang on a row of the ledger; each may have photos and papers."""

    def __init__(self, session: Session, noun: str, listing: Listing, name: str, empty: str) -> None:
        super().__init__(session, noun, listing, name, empty)
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

    def __init__(self, session: Session, memorial: Memorial) -> None:
        self.memorial = memorial
        super().__init__(session, "巡查记录", printing.PATROL_LIST, "patrols", "还没有巡查记录。")
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        self.show_rows(memorials.patrols(self.memorial))

    def form(self) -> FileForm[Any]:
        return FieldsForm(Patrol, ("day", "patroller"), ("finding", "measure"))

    def new(self) -> Record:
        return Patrol(memorial=self.memorial, day=PartDate.of(this_day()), patroller=self.session.user)

    def whose(self) -> str:
        return self.memorial.name


class HonourSteps(Detail):
    """The stages of one proposal."""

    def __init__(self, session: Session, honour: Honour) -> None:
        self.honour = honour
        super().__init__(
            session,
            "评选进展",
            printing.HONOUR_STEP_LIST,
            "honour_steps",
            "还没有进展。点“登记”写到了哪个阶段。",
        )
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        self.show_rows(honour_steps.honour_steps_of(self.honour))

    def form(self) -> FileForm[Any]:
        return FieldsForm(HonourStep, ("day", "stage"), ("opinion",))

    def new(self) -> Record:
        return HonourStep(honour=Honour.get_by_id(self.honour.id), day=PartDate.of(this_day()))

    def write(self, record: HonourStep) -> None:
        honour_steps.take_honour_step(record)

    def drop(self, record: HonourStep) -> None:
        attachments.take_away(record)
        honour_steps.drop_honour_step(record)

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
