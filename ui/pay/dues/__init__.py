"""Dues and grants 待遇 in the window, of everybody and of one person."""
