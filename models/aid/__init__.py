"""Aid outside the monthly run: one-off payments, medical aid, exam cards, their amounts as the office's own data, budgets."""
