"""Transfers 归档移交: which volumes went to the archive bureau as files, when, to whom, and by which hashes they are known."""
