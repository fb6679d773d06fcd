"""The export of everything that the archive holds, for other programs and for leaving this one."""
