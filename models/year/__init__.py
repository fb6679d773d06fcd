"""The year 统计报表: its figures, statistics and summary, all counted from the records."""
