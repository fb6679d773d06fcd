"""Merging 合并档案: two files that are one person's, told and made one."""
