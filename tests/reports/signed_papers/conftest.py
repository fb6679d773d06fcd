from tests.models.visit_plans.conftest import campaign, gift, plan, save, scope, team
from tests.reports.signed_papers.printed_pages import on_file, pile, printed_pages
from tests.reports.visit_plans.prepared import ready

__all__ = [
    "campaign", "gift", "on_file", "pile", "plan", "printed_pages", "ready", "save", "scope", "team",
]  # fmt: skip
