"""What a campaign of visits prints: the plan, the teams' sheets, the cards, and the roster to sign."""
