"""The page 走访计划: one campaign from left to right: whom, teams, plan, sharing out, prints, results."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.visit_plans.planned_visits import PlannedVisit
from models.visit_plans.planning import draw_up_plan, plan_faults
from models.visit_plans.scopes import scopes
from models.visit_plans.sharing_out import Shared, assign_teams
from models.visit_plans.teams import Team, teams
from models.visits.campaign import Campaign
from reports.visit_plans import card_facts, cards, money_roster
from reports.visit_plans import plan as plans
from ui.jobs import messages
from ui.jobs.operations import attempt_entry
from ui.jobs.session import Session
from ui.pages.page import Page
from ui.printing.print_button import PrintButton
from ui.visit_plans.campaigns import CampaignBar
from ui.visit_plans.planned_visits import PlannedList
from ui.visit_plans.results import ResultsDialog
from ui.visit_plans.scopes import ScopesDialog
from ui.visit_plans.teams import TeamsDialog
from ui.widgets import theme
from ui.widgets.dialogs import run_dialog
from ui.widgets.flow_layout import FlowLayout

NO_CAMPAIGNS_YET = "还没有走访批次。\n\n点“新建批次”，例如“2020年八一走访”，再从左到右一步一步做。"
LONGEST_FAULT = 48  # characters of the fault that is told first


class PlansPage(Page):
    """The section 走访计划."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.bar = CampaignBar(session)
        self.list = PlannedList(session)
        self.table = self.list.table
        self.found: list[str] = []  # what is still wrong with the plan
        self.faults = theme.look(QLabel(), "warning")
        self.all_faults = QPushButton("查看需要处理的事项")
        self.steps: list[QPushButton] = []
        self.prints = PrintButton("⑤ 打印")
        self._entering = False  # results are being entered in front of the page
        self._lay_out()
        self._join()

    # --- what can be done

    def campaign(self) -> Campaign | None:
        return self.bar.campaign()

    def read(self) -> None:
        self.bar.reload()
        self._show(self.campaign())

    def looked_at(self) -> bool:
        return super().looked_at() and not self._entering

    def how_much(self) -> str:
        return self.list.how_much()

    def focus(self) -> None:
        self.list.focus()

    def ask_scopes(self) -> None:
        self._open(ScopesDialog)

    def ask_teams(self) -> None:
        self._open(TeamsDialog)

    def draw_up(self) -> None:
        """Put everybody whom the scopes name into the plan, and say how many came."""
        campaign = self.campaign()
        if campaign is None:
            return
        if not scopes(campaign).exists():
            messages.tell(self, "还没有走访范围。请先按“① 走访范围”，选定走访哪些人")
            return
        with self.session.entry(f"生成走访计划：{campaign.name}"):
            drawn = draw_up_plan(campaign)
        dead = f"，其中{drawn.dead}人已去世，列为不走访" if drawn.dead else ""
        messages.tell(self, f"新列入{drawn.added}人{dead}；原来已在计划中的{drawn.kept}人不变")

    def share_out(self) -> None:
        """Give the rows to the teams, and put each team's way in order."""
        campaign = self.campaign()
        if campaign is None:
            return
        evenly = messages.choose(
            self,
            "按各组的负责区域分组，并排好先后和日期。\n还没有哪个组负责的村(社区)，要平均分给各组吗？",
            {"平均分给各组": True, "只按负责区域": False},
        )
        if evenly is not None:
            title = f"走访分组：{campaign.name}"
            attempt_entry(
                self, self.session, title, lambda: assign_teams(campaign, evenly), self._tell_shared
            )

    def _tell_shared(self, shared: Shared) -> None:
        loads = "，".join(f"{name}{count}户" for name, count in shared.loads.items())
        loose = f"；还有{shared.loose}个对象没有分到小组" if shared.loose else ""
        messages.tell(self, f"{loads}{loose}")

    def enter_results(self) -> None:
        """Open the quick entry of results."""
        campaign = self.campaign()
        if campaign is None or not PlannedVisit.select().where(PlannedVisit.campaign == campaign).exists():
            messages.tell(self, "计划中还没有走访对象，没有可以登记的结果")
            return
        asked = ResultsDialog(self.session, campaign, self)
        self._entering = True
        run_dialog(asked)
        self._entering = False
        self.refresh()

    # --- how it is made

    def _open(self, kind: Callable[[Session, Campaign, QWidget], ScopesDialog | TeamsDialog]) -> None:
        campaign = self.campaign()
        if campaign is None:
            messages.tell(self, "请先按“新建批次”建立走访批次")
            return
        asked = kind(self.session, campaign, self)
        run_dialog(asked)

    def _show(self, campaign: Campaign | None) -> None:
        self.list.EMPTY = NO_CAMPAIGNS_YET if campaign is None else PlannedList.EMPTY
        self.list.show_campaign(campaign)
        self.found = plan_faults(campaign) if campaign is not None and self._begun(campaign) else []
        self._tell_first()
        for button in self.steps:
            button.setEnabled(campaign is not None)
        self.prints.setEnabled(campaign is not None)
        self._point(campaign)

    def _tell_first(self) -> None:
        """Tell of the worst fault in a line; the others are told when asked for."""
        first = self.found[0] if self.found else ""
        words = first if len(first) <= LONGEST_FAULT else f"{first[:LONGEST_FAULT]}……"
        self.faults.setText(words)
        self.all_faults.setText(f"查看全部{len(self.found)}项")
        for widget in (self.faults, self.all_faults):
            widget.setVisible(bool(self.found))

    @staticmethod
    def _begun(campaign: Campaign) -> bool:
        return PlannedVisit.select().where(PlannedVisit.campaign == campaign).exists()

    def _point(self, campaign: Campaign | None) -> None:
        """Make the step that comes next stand out."""
        next_step = -1
        if campaign is not None:
            told = self.list.progress
            if not scopes(campaign).exists():
                next_step = 0
            elif not teams(campaign).exists():
                next_step = 1
            elif told is None or not told.planned:
                next_step = 2
            elif (
                PlannedVisit.select()
                .where(
                    PlannedVisit.campaign == campaign,
                    PlannedVisit.team.is_null(True),
                    PlannedVisit.outcome == "",
                )
                .exists()
            ):
                next_step = 3
            elif told.waiting:
                next_step = 4
        for number, button in enumerate(self.steps):
            theme.look(button, "primary" if number == next_step else "")

    def _lay_out(self) -> None:
        steps = QWidget()
        row = FlowLayout(steps)
        acts: list[tuple[str, Callable[[], object]]] = [
            ("① 走访范围", self.ask_scopes), ("② 走访小组", self.ask_teams), ("③ 生成计划", self.draw_up),
            ("④ 分组排期", self.share_out),
        ]  # fmt: skip
        for words, act in acts:
            row.addWidget(self._step(words, act))
        row.addWidget(self.prints)
        row.addWidget(self._step("⑥ 登记结果", self.enter_results))
        self._offer_prints()
        head = QHBoxLayout()
        head.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        above = QVBoxLayout()
        above.setContentsMargins(12, 0, 12, 0)
        above.addLayout(head)
        above.addWidget(steps)
        told = QHBoxLayout()
        told.addWidget(self.faults, 1)
        told.addWidget(self.all_faults)
        self.all_faults.setAutoDefault(False)
        self.all_faults.clicked.connect(lambda: messages.tell(self, "\n\n".join(self.found)))
        above.addLayout(told)
        column.addLayout(above)
        column.addWidget(self.list, 1)

    def _step(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        self.steps.append(button)
        return button

    def _offer_prints(self) -> None:
        practice = self.session.practice
        self.prints.offer_register("走访计划一览", lambda: partial(plans.overview, self._now(), practice))
        self.prints.offer_register(
            "小组走访表", lambda: partial(plans.team_sheets, self._now(), self._team(), practice)
        )
        self.prints.part()
        self.prints.offer_paper(
            "走访慰问卡",
            lambda file: cards.write_cards(card_facts.cards(self._now(), self._team()), file, practice),
        )
        self.prints.part()
        self.prints.offer_register(
            "慰问金发放花名册",
            lambda: partial(money_roster.money_roster, self._now(), self._team(), practice),
        )

    def _now(self) -> Campaign:
        campaign = self.campaign()
        assert campaign is not None, "prints are offered of a campaign only"
        return campaign

    def _team(self) -> Team | None:
        """The team that the list is narrowed to: its papers alone are printed then."""
        chosen = self.list.line.chosen("小组")
        found: Team | None = Team.get_or_none(Team.campaign == self._now(), Team.name == chosen)
        return found

    def _join(self) -> None:
        self.bar.chosen.connect(self._show)
        self.list.person_wanted.connect(self.person_wanted)
        self.list.count_said.connect(self.count_said)
