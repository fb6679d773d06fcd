"""Changes 变更: what the journal holds of somebody, in words."""
