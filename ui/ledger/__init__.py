"""The ledger 双拥台账, a tab: one list with one form for each register."""
