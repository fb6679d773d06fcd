"""The section 五个100%: how many had a due and how many got it; a rate that is asked of the archive opens who did not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from models.ledger.rates import SOURCES, Rate, Standing
from models.year import figures
from models.year.summary import doubts
from ui.forms.file_forms import FileForm
from ui.forms.record_dialog import RecordDialog
from ui.jobs import messages
from ui.jobs.operations import attempt_entry
from ui.jobs.session import Session
from ui.tables.word_table import Grid
from ui.widgets.buttons import act_button
from ui.widgets.dialogs import run_dialog
from ui.widgets.spoken_names import called
from ui.year.own_figures import KeyBox
from ui.year.year_section import YearSection, quiet

RATE_HEADINGS = ("序号", "指标", "已落实", "应落实", "比率", "未落实", "取数办法", "备注")
ENTERED = "登记的数"


class RateForm(FileForm[Rate]):
    """One rate: entered as two numbers, or asked of the archive."""

    def __init__(self) -> None:
        super().__init__()
        self.source = KeyBox()
        self.source.offer({key: source.words for key, source in SOURCES.items()})
        self.source.setItemText(0, f"{ENTERED}（在下面填写）")
        self.for_fields(Rate, ["year", "position"], required=["year"])
        self.for_fields(Rate, ["name"], required=["name"], wide=["name"])
        self.bind("source", "取数办法", self.source, self.COLUMNS)
        self.for_fields(Rate, ["done", "due", "notes"])
        self.source.changed.connect(self._mark)

    def edit(self, record: Rate) -> None:
        super().edit(record)
        self._mark()

    def _mark(self) -> None:
        """Numbers are typed only where the archive is not asked."""
        for name in ("done", "due"):
            editor = self.editors[name]
            assert isinstance(editor, QWidget)
            editor.setEnabled(not self.source.value())


class RatesSection(YearSection):
    """The rates of a year in the office's order."""

    NAME = "rates"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.grid = called(Grid(), "历年标准")
        self.notes = quiet()
        self.standings: list[Standing] = []
        self.buttons = [
            act_button("登记指标", "mdi6.plus", self.add),
            act_button("修改", "mdi6.pencil-outline", self.change),
            act_button("删除", "mdi6.trash-can-outline", self.delete),
            act_button("未落实的名单", "mdi6.account-alert-outline", self.open_missing),
        ]
        for button in self.buttons:
            self.head.add(button)
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(self.notes)
        self.grid.opened.connect(lambda *_: self.open_missing())
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._mark())
        self._mark()

    def count(self, year: int) -> list[Standing]:
        return figures.rates_of(year)

    def show_counted(self, counted: list[Standing]) -> None:
        self.standings = counted
        self.grid.show_words(
            RATE_HEADINGS, [_words(n, each) for n, each in enumerate(counted, 1)], left=(1, 6, 7)
        )
        self.notes.setText("\n".join(each.message for each in doubts.of_rates(counted)))
        self._mark()
        full = sum(bool(each.due) and each.done >= each.due for each in counted)
        self.say(f"{self.year}年共{len(counted)}项指标，其中{full}项达到100%　双击一项打开未落实的名单")

    def standing(self) -> Standing | None:
        """The rate in the current row."""
        row = self.grid.row()
        return self.standings[row] if 0 <= row < len(self.standings) else None

    def open_missing(self) -> None:
        """Show who has a due and did not get it."""
        chosen = self.standing()
        if chosen is None:
            return
        missing = chosen.missing()
        if missing is None:
            messages.tell(
                self, f"“{chosen.name}”是登记的数，档案库里没有名单。改用“取数办法”查询的指标才有名单。"
            )
        elif not missing.count():
            messages.tell(self, f"“{chosen.name}”没有未落实的人。")
        else:
            self.open_rows(f"{self.year}年{chosen.name}　未落实的名单", missing)

    def add(self) -> None:
        """Ask for a new rate of the year."""
        self._ask(Rate(year=self.year, position=len(self.standings) + 1), "登记指标")

    def change(self) -> None:
        if (chosen := self.standing()) is not None:
            self._ask(Rate.get_by_id(chosen.rate.id), f"修改指标：{chosen.name}")

    def delete(self) -> None:
        """Delete a rate after a question."""
        chosen = self.standing()
        if chosen is None or not messages.ask_losing(
            self, f"要删除{self.year}年的指标“{chosen.name}”吗？", "删除", "不删除"
        ):
            return
        attempt_entry(self, self.session, f"删除指标：{chosen.name}", chosen.rate.delete_instance)

    def _ask(self, rate: Rate, title: str) -> None:
        form = RateForm()
        form.edit(rate)
        run_dialog(RecordDialog(self.session, form, title, None, self, QSize(680, 440)))

    def _mark(self) -> None:
        for button in self.buttons[1:]:
            button.setEnabled(self.standing() is not None)


def _words(number: int, each: Standing) -> list[str]:
    source = SOURCES.get(each.rate.source)
    return [
        str(number), each.name, f"{each.done:,}", f"{each.due:,}", each.shown, f"{each.due - each.done:,}",
        source.words if source else ENTERED, each.rate.notes,
    ]  # fmt: skip
