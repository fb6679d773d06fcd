"""Spot checks 抽查 on paper and for programs: who was drawn, and each one's chain of evidence."""
