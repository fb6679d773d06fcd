"""Approvals 审批 in the window: what is under way, its levels, notices and papers, and the yearly confirmations."""
