"""A register of the ledger as a list with a form; what it holds is said by its ``Kind``."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from peewee import ModelSelect, fn
from PySide6.QtWidgets import QPushButton, QWidget

from models.aid.budgets import BUDGET_SOURCES
from models.core.dates import PartDate, this_day
from models.core.record import Count, Text, Yuan
from models.payments.payment import Payment
from models.people import attachments
from models.people.outsiders import whom_words_name
from models.people.person import Person
from reports.ledger import printing
from reports.ledger.registers import Kind
from ui.forms.combo_boxes import CodeBox
from ui.forms.file_forms import FileForm
from ui.forms.outsider_box import OutsiderBox
from ui.forms.person_box import PersonBox
from ui.forms.record_form import editor_for
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.materials import attachments as attachments_of
from ui.printing.print_button import Gathered, PrintButton
from ui.tables.list_columns import table_columns
from ui.tables.tables import Column


def ask_whom(form: FileForm[Any], session: Session, whose: str) -> None:
    """Let a form ask whom its record is about, on file or not."""
    form.bind("person", whose, PersonBox())
    form.bind("outsider", f"{whose}(未建档)", OutsiderBox(session))


class RegisterForm(FileForm[Any]):
    """Whom the record is about, where that is asked, then every field of it in its order."""

    def __init__(self, session: Session, kind: Kind, asks: bool = False) -> None:
        super().__init__()
        if asks:
            ask_whom(self, session, kind.model.WHOSE)
        own = dict(kind.names)
        for name, label in kind.model.labels().items():
            field = kind.model._meta.fields[name]
            if name == "notes" and kind.paid:
                self._ask_money()
            if name in own:
                self.bind(name, label, CodeBox(names=own[name]), required=name in kind.required)
            elif isinstance(field, Text) and field.codes:
                self.bind(name, label, CodeBox(field.codes, editable=True), required=name in kind.required)
            elif (
                name != "source" or kind.model._meta.table_name != "rate"
            ):  # how a rate is asked for is no word to type
                self.for_fields(kind.model, [name], required=kind.required, wide=kind.wide)

    def _ask_money(self) -> None:
        """Ask for what is paid with the row, which becomes a payment."""
        self.bind("money", "金额(元)", editor_for(Payment.amount))
        self.bind("fund", "资金来源", CodeBox(names=BUDGET_SOURCES, editable=True))


class RegisterPage(RecordList):
    """One register."""

    OF_PEOPLE = False

    def __init__(
        self, session: Session, kind: Kind, parent: QWidget | None = None, person: Person | None = None
    ) -> None:
        self.kind = kind
        self.attached: dict[str, int] = {}
        self.NOUN, self.REMEMBERED = kind.noun, f"ledger/{kind.model._meta.table_name}"
        self.HINT = "在本表中查找……"
        self.EMPTY = (
            f"还没有{kind.section}的记录。\n\n点“登记{kind.noun}”登记第一条，也可以导入原有的登记表。"
        )
        super().__init__(session, person, parent)

    def columns(self) -> list[Column]:
        return table_columns(self.kind.listing(), {"attached": lambda row: self.attached.get(row.uid)})

    def year(self) -> int | None:
        """The year that the list is narrowed to."""
        return self.line.year("年度") if self.kind.day else None

    def fill_line(self) -> None:
        if self.kind.day:
            self.line.add_choice("年度")
        for _, label in self.kind.choices:
            self.line.add_choice(label)

    def reload_line(self) -> None:
        if self.kind.day:
            self.line.offer_years("年度", self.kind.years())
        for name, label in self.kind.choices:
            field = getattr(self.kind.model, name)
            there = self.kind.model.select(field).where(field != "").distinct().order_by(field).tuples()
            self.line.offer(label, self.offered(name, [value for (value,) in there]))

    def query(self) -> ModelSelect[Any]:
        query = self.kind.rows(self.year())
        for name, label in self.kind.choices:
            if chosen := self.line.chosen(label):
                query = query.where(self.narrowed_by(name, chosen))
        for word in self.line.words().split():
            query = query.where(self._says(word))
        self.attached = attachments.counts_of(self.kind.model)
        return query

    def offered(self, name: str, there: list[str]) -> list[str]:
        """What the list may be narrowed to of a field that says these things."""
        return there

    def narrowed_by(self, name: str, chosen: str) -> Any:
        """The condition of such a choice."""
        return getattr(self.kind.model, name) == chosen

    def _says(self, word: str) -> Any:
        """The condition that some field of words has the word in it."""
        fields = [field for field in self.kind.model._meta.sorted_fields if isinstance(field, Text)]
        found: Any = fields[0].contains(word)
        for field in fields[1:]:
            found |= field.contains(word)
        return found | whom_words_name(self.kind.model, word) if self.kind.personal else found

    def told(self, query: ModelSelect[Any]) -> str:
        words = f"共{query.count():,}{self.kind.counted}"
        for name, said in self.kind.sums:
            words += f"，{said.format(self._sum(query, name))}"
        return f"{words}。{self.kind.hint}" if self.kind.hint else words

    def _sum(self, query: ModelSelect[Any], name: str) -> str:
        field = getattr(self.kind.model, name)
        measure = field.total() if isinstance(field, Yuan) else fn.COALESCE(fn.SUM(field), 0)
        counted: Any = query.select(measure).order_by()
        ((total,),) = list(counted.tuples())
        return f"{total:,.2f}" if isinstance(total, Decimal) else f"{total:,}"

    def form(self, record: Any) -> FileForm[Any]:
        return RegisterForm(self.session, self.kind)

    def new(self) -> Any:
        """A new row of today, or of the year that the list shows."""
        new, today = self.kind.model(), this_day()
        for name, field in self.kind.model._meta.fields.items():
            if name == "year":
                new.year = self.year() or today.year
            elif name == self.kind.day and not isinstance(field, Count):
                setattr(new, name, PartDate.of(today))
        return new

    def named(self, record: Any) -> str:
        said = [column.text(record) for column in table_columns(self.kind.listing())[:3]]
        return f"{self.kind.noun}记录“{' '.join(map(str, filter(None, said)))}”"

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [("附件", "mdi6.paperclip", self.attach)]

    def more_widgets(self) -> list[QPushButton]:
        prints = self.prints = PrintButton()
        prints.offer_register(
            self.kind.title,
            lambda: partial(
                printing.ledger_register, self.kind, self.query(), self.year(), self.session.practice
            ),
        )
        prints.offer_register("全年台账（全部登记表）", self._whole_year)
        return [prints]

    def _whole_year(self) -> Gathered:
        """Every register of the year that the list shows, or else of the newest year of this register."""
        newest = next(iter(self.kind.years()), this_day().year)
        return partial(printing.whole_year, self.year() or newest, self.session.practice, self.kind.room)

    def attach(self) -> None:
        """Show the photos and papers of the chosen row."""
        chosen = self.table.record()
        if chosen is not None:
            attachments_of.show(self.session, chosen, self.named(chosen), self)

    def drop(self, record: Any) -> None:
        attachments.take_away(record)
        record.delete_instance()
