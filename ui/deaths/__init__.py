"""Deaths 身后止付 in the window."""
