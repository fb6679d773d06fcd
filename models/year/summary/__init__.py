"""The summary of the year 年度总结: an editable text in which every number is a figure of the archive."""
