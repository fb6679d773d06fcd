"""Eligibility 资格核验 in the window: what stands open against grants, and what an officer decides of it."""
