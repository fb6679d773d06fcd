"""Visits 走访慰问 on paper and as workbooks, with gifts, wishes, units and the unvisited."""
