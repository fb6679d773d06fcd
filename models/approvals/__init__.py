"""Approvals 审批: what the office is asked for, who signs in which order, and what is told to the public and the applicant."""
