"""Migrations: an older archive becomes a current one, step by step."""
