"""The year 统计报表, a tab: figures, statistics, charts, summary, and the rows behind each number."""
