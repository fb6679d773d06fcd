"""The handover 交接册 in the window: what is handed over now, and the handovers before with their signed pages."""
