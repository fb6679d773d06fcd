"""Devices: readers of identity cards, and what they read."""
