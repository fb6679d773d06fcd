"""The handover 交接册 on paper: what is open, promised, coming and lent, for both to sign."""
