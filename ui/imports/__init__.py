"""Imports 导入 in the window, page by page: files, what was understood, the plan."""
