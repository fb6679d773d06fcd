"""The tab 双拥台账: its registers, and what some of them can do besides."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from peewee import ModelSelect
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from models.core.dates import PartDate, this_day
from models.ledger import activities, assessment, leading_groups, tasks
from models.ledger.leading_groups import LeadingGroup
from models.ledger.loans import Loan
from reports.ledger import printing
from reports.ledger.registers import LEDGER, Kind, kinds_of, register_of
from ui.forms.record_dialog import RecordDialog
from ui.jobs import messages
from ui.jobs.operations import attempt_entry
from ui.jobs.session import Session
from ui.ledger.assistive_devices import DevicesPage
from ui.ledger.details import DetailsDialog, HonourSteps, Patrols
from ui.ledger.personal_registers import PersonalPage
from ui.ledger.registers import RegisterForm, RegisterPage
from ui.pages.page import Page
from ui.pages.sections import Section, SectionsPage
from ui.widgets.dialogs import run_dialog

Acts = list[tuple[str, str, Callable[[], object]]]


class ActivitiesPage(RegisterPage):
    """活动, of which each may be held by several units."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, register_of("活动"), parent)

    def offered(self, name: str, there: list[str]) -> list[str]:
        if name != "organiser":
            return there
        return sorted({unit for words in there for unit in activities.units_named(words)})

    def narrowed_by(self, name: str, chosen: str) -> Any:
        return activities.held_by(chosen) if name == "organiser" else super().narrowed_by(name, chosen)

    def told(self, query: ModelSelect[Any]) -> str:
        units = activities.organisers_of(query)
        return f"{super().told(query)}，由{len(units)}个单位组织" if units else super().told(query)


class MemorialsPage(RegisterPage):
    """纪念设施, with their patrols."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, register_of("纪念设施"), parent)

    def more_acts(self) -> Acts:
        return [*super().more_acts(), ("巡查记录", "mdi6.walk", self.patrol)]

    def patrol(self) -> None:
        """Show the patrols of the chosen memorial."""
        chosen = self.table.record()
        if chosen is not None:
            run_dialog(DetailsDialog(Patrols(self.session, chosen), f"巡查记录　{chosen.name}", self))

    def more_widgets(self) -> list[QPushButton]:
        found = super().more_widgets()
        self.prints.offer_register("巡查登记表", lambda: partial(printing.patrols, self.session.practice))
        return found


class HonoursPage(RegisterPage):
    """评选表彰, with the stages of each proposal."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, register_of("评选表彰"), parent)

    def more_acts(self) -> Acts:
        return [*super().more_acts(), ("评选进展", "mdi6.stairs-up", self.go_on)]

    def go_on(self) -> None:
        """Show the stages of the chosen proposal."""
        chosen = self.table.record()
        if chosen is not None:
            asked = DetailsDialog(
                HonourSteps(self.session, chosen), f"评选进展　{chosen.honour}　{chosen.name}", self
            )
            run_dialog(asked)

    def more_widgets(self) -> list[QPushButton]:
        found = super().more_widgets()
        self.prints.offer_register(
            "评选进展登记表", lambda: partial(printing.steps, self.year(), self.session.practice)
        )
        return found


class GroupsPage(RegisterPage):
    """组织领导: a change of members closes the row that stands and opens the next."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, register_of("组织领导"), parent)

    def more_acts(self) -> Acts:
        return [*super().more_acts(), ("人员调整", "mdi6.account-switch-outline", self.succeed)]

    def succeed(self) -> None:
        """Ask for the members from now on."""
        chosen = self.table.record()
        if chosen is None:
            return
        if chosen.until is not None:
            messages.tell(self, "这一条已经终止。请在现任的那一条上办理人员调整")
            return
        before = LeadingGroup.get_by_id(chosen.id)
        form = RegisterForm(self.session, self.kind)
        after = leading_groups.successor(before)
        after.until = None
        form.edit(after)
        title = f"人员调整：{before.unit}{before.name}"
        dialog = RecordDialog(
            self.session,
            form,
            title,
            lambda record: leading_groups.succeed(before, record),
            self,
            QSize(760, 560),
        )
        run_dialog(dialog)


class AssessmentPage(RegisterPage):
    """考评: the table of a year, begun with what could be read of the standard."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, register_of("考评"), parent)

    def set_up(self) -> None:
        """Make the table of the year that the list shows, or of this one."""
        year = self.year() or this_day().year
        with self.session.entry(f"建立{year}年考评表"):
            count = assessment.set_up(year)
        came = f"已列入{year}年考评表{count}项。" if count else f"{year}年考评表里已有标准的各项。"
        messages.tell(self, f"{came}\n{assessment.NOT_READ}")

    def told(self, query: object) -> str:
        rows = list(self.query())
        full = tasks.total_points([row.full for row in rows])
        score = tasks.total_points([row.score for row in rows])
        return f"共{len(rows):,}项，分值{full}，自评得分{score}。{self.kind.hint}"

    def more_widgets(self) -> list[QPushButton]:
        begin = QPushButton("按标准建表")
        begin.setAutoDefault(False)
        begin.clicked.connect(lambda: self.set_up())
        return [begin, *super().more_widgets()]


class TasksPage(RegisterPage):
    """年度任务, with how many are done and what they score."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, register_of("年度任务"), parent)

    def told(self, query: object) -> str:
        rows = list(self.query())
        states = [row.state for row in rows]
        full = tasks.total_points([row.full for row in rows])
        score = tasks.total_points([row.score for row in rows])
        return (
            f"共{len(rows):,}项：已完成{states.count(tasks.TaskState.DONE)}，进行中{states.count(tasks.TaskState.GOING)}，"
            f"已超期{states.count(tasks.TaskState.LATE)}。分值{full}，得分{score}"
        )


class LoansPage(PersonalPage):
    """档案借阅: who has which file, and giving it back in one step."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, register_of("档案借阅"), parent=parent)

    def more_acts(self) -> Acts:
        return [*super().more_acts(), ("归还", "mdi6.archive-check-outline", self.give_back)]

    def give_back(self) -> None:
        """The chosen file is back today."""
        if (chosen := self.table.record()) is None:
            return
        loan = Loan.get_by_id(chosen.id)
        if loan.returned is not None:
            messages.tell(self, f"{loan.whom}的档案{loan.returned.chinese()}已经归还")
            return
        loan.returned = PartDate.of(this_day())
        attempt_entry(self, self.session, f"归还档案：{loan.whom}", loan.save)


OWN: dict[str, Callable[[Session], Page]] = {
    "活动": ActivitiesPage, "纪念设施": MemorialsPage, "评选表彰": HonoursPage, "组织领导": GroupsPage, "考评": AssessmentPage, "年度任务": TasksPage,
    "辅助器具": DevicesPage, "档案借阅": LoansPage,
}  # fmt: skip


def sections(room: str) -> tuple[Section, ...]:
    """The registers of a room, each as a page of its own or as a list and a form and no more."""
    return tuple((kind.section, OWN.get(kind.section) or partial(_plain, kind)) for kind in kinds_of(room))


def _plain(kind: Kind, session: Session) -> Page:
    return PersonalPage(session, kind) if kind.personal else RegisterPage(session, kind)


class LedgerPage(SectionsPage):
    """The tab itself."""

    NAME = "ledger"
    SECTIONS = sections(LEDGER)
    GROUPS = (
        ("宣传和活动", "宣传"),
        ("优待和褒扬", "优待办理"),
        ("组织和考评", "组织领导"),
        ("档案和承诺", "档案借阅"),
    )
