"""Plans of visits 走访计划, a section: campaigns, whom they are for, teams, the plan, and its results."""
