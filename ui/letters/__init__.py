"""Letters 文书 in the window: which the office writes by documents of its own."""
