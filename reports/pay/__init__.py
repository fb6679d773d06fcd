"""Pay, the regular subsidies, on paper, as files and as answers to programs."""
