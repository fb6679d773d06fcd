"""Handover 交接: the work handed to the successor, or to whoever stands in during leave."""
