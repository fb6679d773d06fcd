from tests.models.visit_plans.conftest import campaign, gift, plan, save, scope, team
from tests.reports.visit_plans.prepared import ready

__all__ = ["campaign", "gift", "plan", "ready", "save", "scope", "team"]
