"""The year on paper: its statistics, charts and summary."""
