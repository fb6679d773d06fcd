"""Disclosure 公示和外送: what a copy that leaves the office says anywhere in its file, and whether a secret is in it."""
