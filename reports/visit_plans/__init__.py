"""Plans of visits on paper: the plan, the teams' sheets, the cards, and the roster to sign."""
