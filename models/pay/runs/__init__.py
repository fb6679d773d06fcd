"""Runs 发放批次: dues drawn up, checked, approved, sent to the bank, what came back, and settled."""
