"""Everything that the archive holds, for other programs and for leaving this one."""
