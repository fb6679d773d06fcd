"""One-off payments, medical aid, exam cards, the office's amounts and budgets in the window."""
