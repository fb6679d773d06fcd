"""The export of a list 导出: what is seen, in the order seen, as a file; each column written as was chosen, hidden ones left out at first.

What is written is a copy with a number (``reports/disclosure/copies``), whatever it is for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from models.archive.opened import opened_archive
from models.core.jobs import Job, Step
from models.disclosure.policies import CopyPurpose, Policy
from models.uses.named_rows import people_named
from reports.disclosure.copies import write_copy
from ui.disclosure.copy_dialog import ENDINGS, CopyDialog
from ui.jobs.saving import KINDS, PERSONAL, ask_place, save_aside
from ui.lists.shown_columns import cells_of, columns_of, shown_values
from ui.printing.print_button import file_name
from ui.tables.query_rows import Column
from ui.tables.tables import RecordTable
from ui.widgets.dialogs import run_dialog

EXPORT_ENDINGS = {ending: ENDINGS[ending] for ending in (".csv", ".pdf", ".xlsx")}
TOLD_EVERY = 200  # rows
ONE_ROW = 1  # a row that is selected is mostly the one that was looked at last


class ExportDialog(CopyDialog):
    """Asks how a list is exported; ``chosen_only`` says whether only the rows selected are wanted."""

    TITLE, MEMORY = "导出：{}", "export"

    def __init__(
        self,
        title: str,
        shown: Sequence[Column],
        hidden: Sequence[Column],
        chosen: int,
        parent: QWidget | None,
    ) -> None:
        """``chosen`` is how many rows are selected."""
        self._hidden = {each.title for each in hidden}
        self._tick = QCheckBox(f"只导出选中的{chosen:,}行")
        headings = [each.title for each in (*shown, *hidden)]
        super().__init__(title, headings, parent, EXPORT_ENDINGS, CopyPurpose.OWN)
        self.form.addRow("", self._tick)
        self.form.setRowVisible(self._tick, chosen > ONE_ROW)

    def chosen_only(self) -> bool:
        return self._tick.isChecked()

    def proposed(self, heading: str) -> Policy:
        return Policy.NONE if heading in self._hidden else super().proposed(heading)


def export_list(table: RecordTable) -> None:
    """Ask how and where to, and write what the list shows."""
    title = f"{table.accessibleName()}一览表"
    shown, hidden = columns_of(table)
    selected = table.selected_keys()
    dialog = ExportDialog(title, shown, hidden, len(selected), table.window())
    if not run_dialog(dialog):
        return
    way, numbers, ending = dialog.way(), dialog.open_numbers(), dialog.ending
    place = ask_place(table, f"{file_name(title)}（{way.purpose}）{ending}", KINDS[ending])
    if place is None:
        return
    keys = selected if dialog.chosen_only() else table.rows.keys()
    columns = [each for each in (*shown, *hidden) if way.policy(each.title) is not Policy.NONE]

    def job() -> Job[Any]:
        named: set[int] = set()
        values = yield from _gathered(columns, table.rows.records_of(keys), len(keys), named)
        archive = opened_archive()
        register = replace(shown_values(title, columns, values, archive.practice), named=frozenset(named))
        return (yield from write_copy(register, way, place, archive.user, numbers))

    save_aside(table, "正在导出", job(), place, f"，共{len(keys):,}行{PERSONAL}")


def _gathered(
    columns: Sequence[Column], records: Iterator[Any], count: int, named: set[int]
) -> Job[list[list[object]]]:
    """What the columns say of each record, read in steps; those whom they name are added to ``named``."""
    values: list[list[object]] = []
    for record in records:
        if len(values) % TOLD_EVERY == 0:
            yield Step(len(values), count, f"已读{len(values):,}行")
        values.append(cells_of(columns, record))
        named |= people_named([record])
    return values
