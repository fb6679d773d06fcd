from tests.models.visit_plans.conftest import campaign, gift, plan, save, scope, team

__all__ = ["campaign", "gift", "plan", "save", "scope", "team"]
