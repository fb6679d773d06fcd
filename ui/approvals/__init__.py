"""审批 in the window."""
