"""Confirmations 年度确认: the year's list along streets and communities; told, seen, overdue, stopped, resumed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from peewee import ModelSelect
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from models.approvals import confirmation_steps, confirmations
from models.approvals.confirmations import (
    CONFIRMATION_STATES,
    WAYS_TO_BE_SEEN,
    Confirmation,
    ConfirmationState,
)
from models.archive import scans
from models.core.dates import PartDate, this_day
from models.core.record import Record, Refusal
from models.incoming.paper_forms import PICKED_PICTURES
from models.people import photos
from models.people.places_lived import communities, places_lived
from reports.approvals import confirmations as papers
from reports.tables.register import Register
from ui.forms.combo_boxes import CodeBox
from ui.forms.editors import DateEdit, LineEdit
from ui.forms.small_question import Asking
from ui.jobs import messages
from ui.jobs.operations import attempt, attempt_entry
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.pictures.photo_strip import PhotoStripDialog
from ui.printing.print_button import Gathered, PrintButton, paper_job
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon

ONLY_LATE_CONFIRMATIONS = "只看逾期未停发"
CONFIRMATION_PICTURES = f"照片 ({PICKED_PICTURES})"
HOWS = ("电话", "短信", "上门", "公告", "书面通知")


class ConfirmationsPage(RecordList):
    """The section 年度确认."""

    NOUN = "年度确认"
    LISTING = papers.CONFIRMATION_LIST
    EMPTY = "这一年还没有确认名单。\n\n点“生成名单”，把所有在享待遇的人列进来，再按社区打印走访名单。"
    CHANGES = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)
        self.line.choose_year("年度", self.year())

    # What is shown

    def fill_line(self) -> None:
        self.line.add_choice("年度")
        self.line.add_choice("状态", CONFIRMATION_STATES)
        self.line.add_choice("街道")
        self.line.add_choice("社区")
        self.line.add_tick(ONLY_LATE_CONFIRMATIONS)

    def reload_line(self) -> None:
        lived = places_lived()
        self.line.offer_years("年度", confirmations.confirmation_years())
        self.line.offer("街道", [street for street in lived if street])
        self.line.offer("社区", communities(lived, self.line.chosen("街道")))

    def year(self) -> int:
        """The year chosen, else the newest that has a list, else this one."""
        return self.line.year("年度") or next(iter(confirmations.confirmation_years()), this_day().year)

    def query(self) -> ModelSelect[Any]:
        line, self._asked = self.line, self.year()
        query = confirmations.confirmations(
            self._asked, line.words(), line.chosen("状态"), line.chosen("街道"), line.chosen("社区")
        )
        if line.ticked(ONLY_LATE_CONFIRMATIONS):
            late = confirmations.overdue_rows(self._asked).select(Confirmation.id).order_by()
            query = query.where(Confirmation.id.in_(late))
        return query

    def told(self, query: ModelSelect[Any]) -> str:
        year = self._asked
        done = confirmations.confirmation_progress(year)
        late = confirmations.overdue_rows(year).count()
        words = f"{year}年度应确认{done.all:,}人：已确认{done.seen + done.resumed:,}，已通知{done.told:,}，未确认{done.unseen:,}"
        return f"{words}，逾期停发{done.stopped:,}" + (f"；其中已满60日还没有停发{late:,}人" if late else "")

    # What can be done

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            ("登记确认…", "mdi6.account-check-outline", self.confirm),
            ("登记通知…", "mdi6.bullhorn-outline", self.notify),
            ("当年照片…", "mdi6.camera-outline", self.show_photos),
        ]

    def more_widgets(self) -> list[QPushButton]:
        self.begin_button = self._plain("生成名单…", "mdi6.playlist-plus", self.begin)
        self.stop_button = self._plain("逾期停发…", "mdi6.account-cancel-outline", self.stop)
        prints = PrintButton()
        prints.offer_register(
            "走访名单（每个社区一份）", lambda: partial(papers.routes, self.query(), self.session.practice)
        )
        prints.offer_register("逾期停发名单", self._stops)
        prints.part()
        prints.offer_paper(
            "年度确认公告", lambda file: paper_job(partial(papers.write_announcement, self.year(), file))
        )
        return [self.begin_button, self.stop_button, prints]

    def begin(self) -> None:
        """Put everybody who is due on a year's list."""
        asked = Asking(
            self,
            "生成年度确认名单",
            "把在享待遇、没有去世的人都列入这一年的名单；已经在名单上的不重复。",
            "生成",
            self._begin,
        )
        asked.add("year", "年度", LineEdit(4), str(this_day().year))
        run_dialog(asked)

    def notify(self) -> None:
        """Write down that the selected people were told."""
        chosen = self.chosen()
        waiting = [each for each in chosen if each.state == ConfirmationState.UNSEEN]
        if not waiting:
            messages.tell(self, "选中的人都已经通知或确认过了")
            return
        words = f"给选中的{len(waiting)}人登记通知。从通知之日起60日内没有联系的，可以从下一个月起停发。"

        def act(values: dict[str, Any]) -> None:
            with self.session.entry(f"年度确认：登记通知{len(waiting)}人"):
                confirmation_steps.notify(waiting, values["day"], values["how"])

        asked = Asking(self, "登记通知", words, "登记", act)
        asked.add("day", "通知日期", DateEdit(), PartDate.of(this_day()))
        asked.add("how", "通知方式", CodeBox(names=HOWS), HOWS[0])
        run_dialog(asked)

    def confirm(self) -> None:
        """Write down that the selected people were seen."""
        chosen = [
            each
            for each in self.chosen()
            if each.state not in (ConfirmationState.SEEN, ConfirmationState.RESUMED)
        ]
        if not chosen:
            messages.tell(self, "选中的人都已经确认过了")
            return
        resumed = sum(each.state == ConfirmationState.STOPPED for each in chosen)
        words = f"给{chosen[0].person.name}{f'等{len(chosen)}人' if len(chosen) > 1 else ''}登记确认。"
        if resumed:
            words += f"其中{resumed}人已停发，确认以后从下一个月起恢复，停发期间的不补发。"

        def act(values: dict[str, Any]) -> None:
            names = chosen[0].person.name if len(chosen) == 1 else f"{len(chosen)}人"
            with self.session.entry(f"年度确认：{names}"):
                for each in chosen:
                    fresh = Confirmation.get_by_id(each.id)
                    confirmation_steps.confirm_person(fresh, values["day"], values["way"], values["handler"])

        asked = Asking(self, "登记确认", words, "登记", act)
        asked.add("day", "确认日期", DateEdit(), PartDate.of(this_day()))
        asked.add("way", "确认方式", CodeBox(names=WAYS_TO_BE_SEEN), WAYS_TO_BE_SEEN[0])
        asked.add("handler", "确认人", LineEdit(40), self.session.user)
        run_dialog(asked)

    def stop(self) -> None:
        """Stop those whose sixty days are over, after the names have been read and a yes was said."""
        late = confirmations.overdue(self.year())
        if not late:
            messages.tell(self, f"{self.year()}年度没有通知满60日还没有确认的人")
            return
        chosen = {each.id for each in self.chosen()}
        wanted = [each for each in late if each.id in chosen] or late
        names = "、".join(each.person.name for each in wanted[:12]) + ("等" if len(wanted) > 12 else "")
        words = f"停发{len(wanted)}人的待遇：{names}。\n从通知满60日的下一个月起停发；本人以后来确认的，从确认的下一个月起恢复。确定停发吗？"
        if messages.ask(self, words, "停发", "不停发"):
            title, user = f"年度确认逾期停发{len(wanted)}人", self.session.user
            attempt_entry(
                self, self.session, title, lambda: confirmation_steps.stop_unconfirmed(wanted, user)
            )

    def show_photos(self) -> None:
        """The person's photos of the years side by side, and this year's to be added."""
        one = self.table.record()
        if one is not None:
            run_dialog(PhotoStripDialog(one, self.take_photo, self))

    def take_photo(self, one: Confirmation) -> bool:
        """Ask for this year's photo and keep it; whether one was kept."""
        chosen, _ = QFileDialog.getOpenFileName(
            self, f"{one.person.name}{one.year}年的照片", "", CONFIRMATION_PICTURES
        )
        return bool(chosen) and attempt(self, lambda: self._keep_photo(one, Path(chosen)))

    def _keep_photo(self, one: Confirmation, file: Path) -> None:
        kept = scans.keep_scan(photos.cut(file.read_bytes()))
        with self.session.entry(f"年度确认：{one.person.name}的{one.year}年照片"):
            fresh = Confirmation.get_by_id(one.id)
            fresh.photo = kept.sha256
            fresh.save()

    def change(self, record: Any = None) -> None:
        """A double click registers that the person was seen."""
        if isinstance(record, Record):
            self.confirm()

    def chosen(self) -> list[Confirmation]:
        """The selected rows, read anew."""
        return [Confirmation.get_by_id(key) for key in self.table.selected_keys()]

    def _begin(self, values: dict[str, Any]) -> None:
        if not (values["year"].isdecimal() and 1950 <= int(values["year"]) <= 2199):
            raise Refusal("年度应是四位数字，如2020")
        year = int(values["year"])
        with self.session.entry(f"生成{year}年度确认名单"):
            confirmations.begin(year)
        self.line.choose_year("年度", year)

    def _stops(self) -> Gathered:
        return partial(_stops, self.year(), self.session.practice)

    def _plain(self, words: str, picture: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon(picture), words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button


def _stops(year: int, practice: bool) -> Register:
    """The list of those to stop: who is late now, or after the stopping who was."""
    late = confirmations.overdue(year) or list(
        confirmations.confirmations(year, state=ConfirmationState.STOPPED)
    )
    return papers.stops(late, year, practice)
