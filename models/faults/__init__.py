"""Faults 出错: what the program says of its own mistakes, in the log and to whoever mends them."""
