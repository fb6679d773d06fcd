"""Signed papers 签回件 in the window: piles of scans are read and filed, and what waits is filed by hand."""
