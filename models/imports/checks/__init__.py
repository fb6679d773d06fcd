"""Checks of sheets as they were read: what may not be so is told, and nothing is changed."""
