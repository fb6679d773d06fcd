"""Rescue 抢救 in the window."""
