"""Dues 应发: grants, the rules that reckon them, and what each comes to in a month."""
