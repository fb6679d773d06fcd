"""自设栏目: the fields that the office defines for itself."""
