"""Signed papers 签回件: printed pages that come back through the scanner, read by their codes and filed."""
