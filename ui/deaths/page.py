"""The page 身后止付: lists of the dead dropped in, whom they may be, and what the officer says to each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from peewee import ModelSelect
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from models.core.dates import PartDate, this_day
from models.core.record import Record
from models.deaths import sentinel
from models.deaths.looking import Looked, Noted, keep_known, keep_matches, look, unnoted
from models.deaths.matching import HOWS
from models.deaths.overpaid import still_paid
from models.deaths.sentinel import DEATH_STATES, DeathMatch, MatchState, overpaid_if
from models.desk import AFFAIRS_SECTION
from models.people.person import Person
from reports import deaths as papers
from ui.forms.editors import DateEdit, LineEdit, YuanEdit
from ui.forms.small_question import Asking
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.materials.catalogue import files_in
from ui.printing.print_button import PrintButton, paper_job, preview_paper
from ui.tables.query_rows import QueryModel, newest_key
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon

MOST_ROWS_TOLD = 8  # rows that are named at once
AFFAIRS_NEXT = "{}已停发。丧葬补助、应发给遗属的、遗属可以申请的，接着在“身后事”里办。现在去办吗？"
NOTHING_OVERPAID = "{}没有多发，不用登记追回。"
LISTS = "死亡人员名单 (*.xlsx *.xls *.ods *.et *.docx *.csv *.txt *.htm *.html)"


class DeathsPage(RecordList):
    """The section 身后止付."""

    NOUN = "身后止付"
    LISTING = papers.MATCH_LIST
    EMPTY = (
        "还没有核查记录。\n\n把殡仪馆、公安、民政的死亡人员名单（Excel）拖到这里，或者点“核对名单”。\n"
        "只列出可能是同一个人的，不会自动停发任何人。"
    )
    CHANGES = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)
        self.setAcceptDrops(True)

    # What is shown

    def fill_line(self) -> None:
        self.line.add_choice("状态", DEATH_STATES)
        self.line.add_choice("方式", HOWS)

    def query(self) -> ModelSelect[Any]:
        line = self.line
        return sentinel.matches(line.words(), line.chosen("状态"), line.chosen("方式"))  # type: ignore[no-any-return]

    def counts_much(self) -> bool:
        return (
            newest_key(Person.select()) > QueryModel.MANY
        )  # among whom those are looked for who were paid all the same

    def told(self, query: ModelSelect[Any]) -> str:
        waiting = sentinel.matches(state=MatchState.OPEN).count()
        stopped = list(sentinel.matches(state=MatchState.STOPPED))
        people = len({match.person_id for match in stopped})
        total, left = sum(m.amount or 0 for m in stopped), sum(m.left for m in stopped)
        words = f"待核实{waiting:,}条，已停发{people:,}人，多发{total:,.2f}元，还要追回{left:,.2f}元"
        if found := unnoted():
            words += f"；另有{len(found):,}人档案已登记去世而以后月份仍有发放"
        return words

    # What can be done

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            ("确认去世并停发…", "mdi6.account-cancel-outline", self.stop),
            ("不是本人…", "mdi6.account-check-outline", self.dismiss),
            ("登记追回…", "mdi6.cash-refund", self.recover),
            ("追回通知书", "mdi6.email-outline", self.print_notice),
        ]

    def more_widgets(self) -> list[QPushButton]:
        self.look_button = QPushButton(icon("mdi6.file-search-outline"), "核对名单…")
        self.known_button = QPushButton(icon("mdi6.account-search-outline"), "查已登记去世的")
        for button, act in ((self.look_button, self.choose), (self.known_button, self.look_on_file)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
        prints = PrintButton()
        prints.offer_register(
            "停发名单", lambda: partial(papers.stop_list, self.query(), self.session.practice)
        )
        return [self.look_button, self.known_button, prints]

    def choose(self) -> None:
        """Ask for lists and look through them."""
        chosen, _ = QFileDialog.getOpenFileNames(self, "选择死亡人员名单", "", LISTS)
        if chosen:
            self.look([Path(each) for each in chosen])

    def look(self, files: Sequence[Path]) -> None:
        """Look through lists; what may be somebody on file is noted, nobody is stopped."""
        Progress(self, "正在核对名单", look(files)).then(self.note).start()

    def note(self, found: Looked) -> None:
        """Note what was found, and say what became of each row."""
        with self.session.entry("身后止付核查：核对死亡人员名单"):
            noted = keep_matches(found.matches)
        messages.tell(self, told_of_lists(found, noted))

    def look_on_file(self) -> None:
        """Those whose death is on file and who were paid for later months: noted like those of a list."""
        people = still_paid()
        if not people:
            messages.tell(self, "档案里登记去世的人，去世以后的月份都没有发放")
            return
        with self.session.entry("身后止付核查：已登记去世仍有发放的人"):
            noted = keep_known(people)
        messages.tell(self, f"档案已登记去世、以后月份仍有发放的{len(people)}人：{told_noted(noted)}。")

    def stop(self) -> None:
        """The officer's yes to the chosen match."""
        match = self._chosen()
        if match is None:
            return
        found = overpaid_if(match)
        day = match.listed_day or match.person.died
        words = (
            f"{match.person.name}（{match.person.number}）\n名单：{match.words or match.listed_name}\n"
            f"{match.how}{'；' + match.doubt if match.doubt else ''}\n\n"
            f"确认去世以后，他的全部优抚身份变更为“去世”，从去世的下一个月起停发。"
        )
        if found.payments:
            words += f"按名单日期，已多发{found.span()}，共{found.amount:,.2f}元。"

        def act(values: dict[str, Any]) -> None:
            with self.session.entry(f"身后止付：{match.person.name}去世停发"):
                sentinel.stop_dead(DeathMatch.get_by_id(match.id), values["died"], self.session.user)

        asked = Asking(self, "确认去世并停发", words, "确认去世，停发", act)
        asked.add("died", "核实的死亡日期", DateEdit(), day)
        if run_dialog(asked) and messages.ask(
            self, AFFAIRS_NEXT.format(match.person.name), "去办身后事", "以后再办"
        ):
            self.section_wanted.emit(AFFAIRS_SECTION)

    def dismiss(self) -> None:
        """The officer's no to the chosen match."""
        match = self._chosen()
        if match is None:
            return

        def act(values: dict[str, Any]) -> None:
            with self.session.entry(f"身后止付：排除{match.person.name}"):
                sentinel.dismiss(DeathMatch.get_by_id(match.id), values["reason"], self.session.user)

        words = f"{match.person.name}不是名单上的人，或者本人健在。待遇照常发放。"
        run_dialog(Asking(self, "不是本人", words, "排除", act).add("reason", "怎样核实的", LineEdit(200)))

    def recover(self) -> None:
        """Money came back."""
        match = self._chosen()
        if match is None:
            return
        if not match.amount:
            messages.tell(self, NOTHING_OVERPAID.format(match.person.name))
            return

        def act(values: dict[str, Any]) -> None:
            with self.session.entry(f"身后止付：{match.person.name}追回"):
                fresh = DeathMatch.get_by_id(match.id)
                fresh.recovered, fresh.recovered_on = values["recovered"], values["day"]
                fresh.save()

        words = f"{match.person.name}多发{match.amount or 0:,.2f}元，已追回{match.recovered or 0:,.2f}元。请填写累计追回的金额。"
        asked = Asking(self, "登记追回", words, "登记", act)
        asked.add("recovered", "累计已追回", YuanEdit(), match.recovered)
        asked.add("day", "追回日期", DateEdit(), PartDate.of(this_day()))
        run_dialog(asked)

    def print_notice(self) -> None:
        match = self._chosen()
        if match is not None:
            preview_paper(
                self, "追回通知书", lambda file: paper_job(lambda: papers.write_recovery_notice(match, file))
            )

    def change(self, record: Any = None) -> None:
        """A double click asks for the yes."""
        if isinstance(record, Record):
            self.stop()

    def _chosen(self) -> DeathMatch | None:
        now = self.table.record()
        return DeathMatch.get_by_id(now.id) if now is not None else None

    # What Qt asks for

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.look(files_in(event.mimeData()))


def told_of_lists(found: Looked, noted: Noted) -> str:
    """What became of every row of lists of the dead: the parts come to the rows that were read."""
    unread = sum(1 for _, _, row, _ in found.refused if row)
    words = [
        f"名单共{found.rows + unread:,}行：与档案可能是同一人的{len(found.matches):,}条（{told_noted(noted)}）"
    ]
    if found.known:
        words.append(f"{len(found.known):,}人早已登记去世，以后没有多发")
    words.append(f"{found.strangers:,}人不在档案中")
    if unread:
        words.append(f"{unread:,}行没有读入，请看着名单另查")
    told = ["；".join(words) + "。"]
    for heading, rows in (("没有读入的", found.refused), ("不像是人的（合计、落款、说明）", found.aside)):
        if rows:
            named = [
                f"{sheet}{f'第{row}行' if row else ''}：{why}" for _, sheet, row, why in rows[:MOST_ROWS_TOLD]
            ]
            more = f"\n……共{len(rows):,}行" if len(rows) > MOST_ROWS_TOLD else ""
            told.append(f"{heading}：\n" + "\n".join(named) + more)
    return "\n".join([*told, "请逐条核实，确认去世的才停发。"])


def told_noted(noted: Noted) -> str:
    """What became of matches, in words."""
    parts = [f"新列入核查{len(noted.new):,}条"]
    if noted.joined:
        parts.append(f"并入已有的{len(noted.joined):,}条（一个人只办一件）")
    if noted.before:
        parts.append(f"以前列过的{noted.before:,}条")
    return "，".join(parts)
