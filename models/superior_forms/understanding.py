"""Understanding a superior's form: which of its sheets ask, by a table for many or a page for one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.core.record import Refusal
from models.imports import own_headings
from models.imports.evidence.taught import TableForm, TaughtFields, reading_as_taught
from models.imports.workbooks.sheet import Sheet
from models.superior_forms.asked import AskingSheet, SuperiorForm
from models.superior_forms.asking_pages import asking_page
from models.superior_forms.asking_tables import asking_table

NOT_UNDERSTOOD = "“{}”里没有认出要填的表：需要有一行表头（至少有姓名或身份证号），或者“姓名”等栏目后面有空格。请确认选的是空白表"


def understand(
    file: str, sheets: Iterable[Sheet], said: Mapping[TableForm, TaughtFields] | None = None
) -> SuperiorForm:
    """What a form asks, as the office taught its headings; ``said`` are decisions of now, which go first.

    Raises ``Refusal`` when nothing in it asks about people.
    """
    taught = own_headings.known()
    form = SuperiorForm(file)
    with reading_as_taught(taught):
        form.sheets = [asking for sheet in sheets if not sheet.hidden and (asking := _asking(sheet))]
    if not form.sheets:
        raise Refusal(NOT_UNDERSTOOD.format(file))
    if any(sheet.table for sheet in form.sheets):
        form.sheets = [sheet for sheet in form.sheets if sheet.table]
    form.use(taught.forms)
    form.use(said or {})
    return form


def _asking(sheet: Sheet) -> AskingSheet | None:
    """A sheet as a table or as a page: a page is what asks more beside the heading of the table than within it."""
    table, page = asking_table(sheet), asking_page(sheet)
    if table is None or page is None:
        return table or page
    heading = {fact.label[0] for fact in table.asked}
    beside = {fact.field for fact in page.asked if fact.sure and fact.label[0] not in heading}
    return page if len(beside) >= len({fact.field for fact in table.asked if fact.sure}) else table
