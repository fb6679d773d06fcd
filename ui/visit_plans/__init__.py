"""The section 走访计划: campaigns, whom they are for, teams, the plan, and its results."""
