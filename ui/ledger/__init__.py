"""The tab 双拥台账: one list with one form for each register."""
