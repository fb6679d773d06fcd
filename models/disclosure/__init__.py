"""Disclosure 公示和外送: what a copy says of whom, by what it is for."""
