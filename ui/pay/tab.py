"""The tab 补助发放 of the window."""

from __future__ import annotations

from models.desk import AFFAIRS_SECTION, ELIGIBILITY_SECTION
from models.pay.dues import open_questions
from models.pay.dues.held_grants import HeldGrant
from models.pay.standards.standards import Standard
from ui.aid.budgets import BudgetsPage
from ui.aid.exam_cards import CardsPage
from ui.aid.medical import MedicalPage
from ui.aid.oneoffs import OneOffsPage
from ui.approvals.confirmations import ConfirmationsPage
from ui.approvals.law_texts import LawTextsPage
from ui.approvals.page import ApprovalsPage
from ui.deaths.affairs import AffairsPage
from ui.deaths.page import DeathsPage
from ui.pages.page import Page
from ui.pages.sections import SectionsPage
from ui.pay.dues.grants import GrantsPage
from ui.pay.eligibility.deciding import decide_questions
from ui.pay.eligibility.questions import QuestionsPage
from ui.pay.payments import PaymentsPage
from ui.pay.policy.documents import PolicyDocumentsPage
from ui.pay.policy.figures import PolicyFiguresPage
from ui.pay.policy.office_clauses import OfficeClausesPage
from ui.pay.policy.office_texts import OfficeTextsPage
from ui.pay.policy.rise_rates import RiseRatesPage
from ui.pay.runs.runs import RunsPage
from ui.pay.standards.standards import StandardsPage

STANDARDS, LAW = "补助标准", "政策依据"


class PayingPage(SectionsPage):
    """What the office pays, and by what right."""

    NAME = "paying"
    SECTIONS = (
        ("发放批次", RunsPage),
        ("待遇", GrantsPage),
        (ELIGIBILITY_SECTION, QuestionsPage),
        ("发放记录", PaymentsPage),
        ("预算", BudgetsPage),
        ("一次性发放", OneOffsPage),
        ("医疗救助", MedicalPage),
        ("体检卡", CardsPage),
        ("审批", ApprovalsPage),
        ("年度确认", ConfirmationsPage),
        ("身后止付", DeathsPage),
        (AFFAIRS_SECTION, AffairsPage),
        (STANDARDS, StandardsPage),
        ("政策文件", PolicyDocumentsPage),
        ("政策数据", PolicyFiguresPage),
        ("提标幅度", RiseRatesPage),
        ("法规文本", OfficeTextsPage),
        ("法规条款", OfficeClausesPage),
        (LAW, LawTextsPage),
    )
    GROUPS = (
        ("按月发放", "发放批次"),
        ("一次性和医疗", "一次性发放"),
        ("审批和确认", "审批"),
        ("去世以后", "身后止付"),
        ("标准和政策", STANDARDS),
    )

    def show_standard(self, wanted: Standard) -> None:
        """Show the standard for want of which a grant cannot be reckoned, or ask for it when there is none."""
        section = self.show_section(STANDARDS)
        assert isinstance(section, StandardsPage)
        if wanted.id:
            section.show_standard(wanted)
        else:
            section.propose(wanted)

    def decide(self, grant: HeldGrant) -> None:
        """Ask about what stands open against a grant in the month that is looked at."""
        asked = open_questions.questions_of({grant.claim.identity}, grant.month)
        decide_questions(self.session, asked, self)

    def show_old_text(self, code: str) -> None:
        """Show what still stands on a text that was replaced."""
        section = self.show_section(LAW)
        assert isinstance(section, LawTextsPage)
        section.show_text(code)

    def _join(self, page: Page) -> None:
        super()._join(page)
        if isinstance(page, (GrantsPage, RunsPage)):
            page.standard_wanted.connect(self.show_standard)
        if isinstance(page, GrantsPage):
            page.decision_wanted.connect(self.decide)
        if isinstance(page, OfficeTextsPage):
            page.old_text_wanted.connect(self.show_old_text)
