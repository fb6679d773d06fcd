"""Forms of a superior in the window 填表: dragged in, looked through, filled."""
