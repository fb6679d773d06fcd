"""Heads 日志核对码: by what the journal's chain is keyed, and the entry by which all before it is known."""
