"""Backups 备份 in the window: what makes itself, what comes back."""
