"""Eligibility 资格核验: what is open against grants, listed to be worked through, and what was paid before it could be asked."""
