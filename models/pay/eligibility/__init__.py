"""Eligibility 资格核验: what must hold for a grant, what stands open against it, and what officers answered."""
