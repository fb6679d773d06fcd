"""Deaths 身后止付, people who are still paid: lists of the dead against the archive, and what was paid for months after."""
