"""Visits 走访慰问, a tab: visits made, gifts, wishes, units, outsiders, the unvisited."""
