"""Visits 走访慰问: visits made, to people and units, gifts given, wishes heard, and the campaigns they belong to."""
