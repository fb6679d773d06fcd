"""Aid on paper and as workbooks: one-off payments, medical aid, exam cards and budgets."""
