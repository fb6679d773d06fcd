"""Backups 备份: made by themselves in two places, thinned, proven, brought back."""
