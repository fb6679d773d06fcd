"""Runs 发放批次 in the window: drawn up, checked, sent to the bank, what came back."""
