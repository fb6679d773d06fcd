"""The window of transfers 归档移交: whose volumes go, to whom and where, and what was handed over before."""
