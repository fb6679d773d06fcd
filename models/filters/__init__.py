"""Filters 筛选: choosing people by conditions, by a pasted list, by what is due, by who was never visited."""
