"""Printing 打印台账: what was printed, of whom and of which facts, how far it came, and where a broken-off run goes on."""
