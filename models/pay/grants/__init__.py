"""Grants 待遇: who is entitled, as what, from and until when; what the file and the office say of it, and by which rules."""
