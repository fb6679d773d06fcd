"""Rescue 抢救: what can still be read of a damaged archive, brought into a new one."""
