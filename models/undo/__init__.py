"""Undo 撤销: entries of the journal looked for and turned back, single things restored."""
