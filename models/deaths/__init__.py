"""The dead who are still paid 身后止付: lists of the dead against the archive, and what was paid for months after."""
