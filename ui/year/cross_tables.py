"""Cross-tables 交叉统计 in the window: what is counted, by which rows and columns, is chosen above the table."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from models.core.record import Refusal
from models.payments.payment import Payment
from models.people.person import Person
from models.visits.visit import Visit
from models.year.cross_tables import cross_choices, cross_tables
from models.year.cross_tables.cross_choices import ON_REGISTER_AT_END, CrossChoice
from models.year.cross_tables.cross_tables import CrossTable
from models.year.cross_tables.crossing import crossed
from models.year.figures.own_figures import counted_kinds
from models.year.statistics.frame import StatisticSheet
from ui.jobs.session import Session
from ui.pages.kept_choices import KeptChoices
from ui.widgets import theme, window_memory
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called
from ui.year.own_figures import KeyBox
from ui.year.sheet_section import SheetSection

LAST_CHOICE = "report/cross"  # where the window remembers it
FIRST_CHOICE = CrossChoice(column="identity.kind", population=ON_REGISTER_AT_END)
LABELS = ("统计", "横行", "纵列", "统计数", "范围")  # of the boxes
USUAL_KINDS = (Person.COUNTED, Payment.COUNTED, Visit.COUNTED)
USUAL_ROWS = ("street", "person.street")


class KeptCrossTables(KeptChoices):
    """The office's own cross-tables."""

    TITLE, NOUN = "本单位的表", "统计表"

    def known(self) -> list[CrossTable]:
        return cross_tables.cross_tables()

    def told(self, record: CrossTable) -> str:
        return record.chosen.title

    def keep_as(self, name: str, choice: CrossChoice) -> None:
        cross_tables.keep_cross_table(name, choice, self.session.user)

    def let_go(self, record: CrossTable) -> None:
        cross_tables.forget_cross_table(record, self.session.user)


class CrossSection(SheetSection):
    """Counts anew with each choice; a choice can be kept as a table of the office's own."""

    NAME = "cross_tables"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.kind = KeyBox(None)
        self.row, self.across, self.measure, self.population = (
            KeyBox(None),
            KeyBox("不分列"),
            KeyBox(None),
            KeyBox(None),
        )
        self.every_year = QCheckBox("全部年度")
        self.kept = KeptCrossTables(session)
        self.swap_button = act_button("行列互换", "mdi6.swap-horizontal", self.swap)
        self.kind.offer({kind: kind for kind in sorted(counted_kinds(), key=_usual_first)})
        self._counted: StatisticSheet | None = None
        self._choice = CrossChoice.read(window_memory.recall(LAST_CHOICE, FIRST_CHOICE.text()))
        self._lay_out()
        self.offer_papers(("这一张", False))
        self.show_choice(self._choice)
        self._join()

    def choice(self) -> CrossChoice:
        """What is chosen in the boxes."""
        return CrossChoice(
            self.kind.value(), self.row.value(), self.across.value(), self.measure.value(), self.population.value(),
            self.every_year.isChecked() and self.every_year.isEnabled(),
        )  # fmt: skip

    def show_choice(self, choice: CrossChoice) -> None:
        """Show a choice in the boxes; what is not offered any more gives way to what is usual."""
        blockers = [QSignalBlocker(each) for each in (*self._boxes(), self.every_year)]
        self.kind.set_value(choice.kind)
        self._offer(self.kind.value())
        for box, value in zip(
            self._boxes()[1:], (choice.row, choice.column, choice.measure, choice.population), strict=True
        ):
            box.set_value(value)
        self.every_year.setChecked(choice.every_year)
        del blockers
        self._on_choice()

    def swap(self) -> None:
        """Let rows be columns, and columns rows."""
        choice = self.choice()
        if choice.column:
            self.show_choice(replace(choice, row=choice.column, column=choice.row))

    def read(self) -> None:
        self.kept.reload()
        super().read()

    def count(self, year: int) -> StatisticSheet | str:
        choice = self._choice
        try:
            return crossed(choice, year, cross_tables.kept_name(choice))
        except Refusal as refusal:
            return str(refusal)

    def show_counted(self, counted: StatisticSheet | str) -> None:
        self._counted = counted if isinstance(counted, StatisticSheet) else None
        self.print_button.setEnabled(self._counted is not None)
        if self._counted is None:
            self.grid.show_words((), ())
            self.notes.setText(str(counted))
        self.show_sheet()

    def sheet(self) -> StatisticSheet | None:
        return self._counted

    @property
    def told_year(self) -> int:
        return self.year if self._choice.of_one_time else 0

    def _boxes(self) -> tuple[KeyBox, ...]:
        return self.kind, self.row, self.across, self.measure, self.population

    def _offer(self, kind: str) -> None:
        """Offer what records of a kind can be divided by, and how and of whom they are counted."""
        fields, row = cross_choices.offered_fields(kind), self.row.value()
        usual = next((each for each in USUAL_ROWS if each in fields), "")
        self.row.offer(fields)
        self.row.set_value(row if row in fields else usual)
        self.across.offer(fields)
        self.measure.offer(cross_choices.measures(kind))
        self.population.offer(cross_choices.populations(kind))
        self.every_year.setEnabled(cross_choices.has_year(kind))

    def _on_kind(self) -> None:
        self._offer(self.kind.value())
        self._on_choice()

    def _on_choice(self) -> None:
        self._choice = self.choice()
        for box in self._boxes():
            box.setToolTip(box.currentText())
        window_memory.remember(LAST_CHOICE, self._choice.text())
        self.refresh()

    def _keep(self) -> None:
        self.kept.keep(self._choice, cross_tables.kept_name(self._choice))

    def _lay_out(self) -> None:
        for label, box in zip(LABELS, self._boxes(), strict=True):
            self.head.add(_beside(label, called(box, label)))
        for box in (self.row, self.across, self.population):
            box.setMinimumContentsLength(11)
        self.head.add(self.every_year, self.swap_button, self.kept, self.print_button)
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(self.notes)

    def _join(self) -> None:
        self.kind.changed.connect(self._on_kind)
        for box in self._boxes()[1:]:
            box.changed.connect(self._on_choice)
        self.every_year.toggled.connect(self._on_choice)
        self.kept.chosen.connect(self.show_choice)
        self.kept.wanted.connect(self._keep)


def _usual_first(kind: str) -> int:
    """The place of a kind: people, money and visits before all others."""
    return USUAL_KINDS.index(kind) if kind in USUAL_KINDS else len(USUAL_KINDS)


def _beside(label: str, box: KeyBox) -> QWidget:
    """A label and its box, which stay together whatever the breadth."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(theme.look(QLabel(label), "quiet"))
    row.addWidget(box)
    return pair
