"""One-off payments, exam cards and budgets on paper and as workbooks."""
