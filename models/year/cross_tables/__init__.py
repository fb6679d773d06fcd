"""Cross-tables 交叉统计 that an office makes for itself: people, money, visits or any other records, divided by rows and columns."""
