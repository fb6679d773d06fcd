"""Own fields 自设栏目: those that the office defines for itself."""
