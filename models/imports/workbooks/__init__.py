"""Workbooks of strangers, of any format: made grids of plain cells, safely."""
