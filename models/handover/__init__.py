"""Handing the desk over 交接: to the successor, or to whoever stands in during leave."""
