"""Printing 打印: what to print, the preview, and sending pages to a printer."""
