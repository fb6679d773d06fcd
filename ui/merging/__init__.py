"""Merging 合并档案: two files side by side, and what becomes of each."""
