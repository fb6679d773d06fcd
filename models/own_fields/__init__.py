"""自设栏目: what an office asks of its people beside what the program does; a field of the office's own is data, no code."""
