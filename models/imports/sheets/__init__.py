"""Sheets of strangers: the one reader that finds headings, knows columns, walks down rows and reads cells."""
