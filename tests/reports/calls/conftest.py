from tests.models.calls.conftest import campaign, gift, plan, save, scope, team

__all__ = ["campaign", "gift", "plan", "save", "scope", "team"]
