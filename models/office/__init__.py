"""The office 单位: its settings, its users' roles, its working days."""
