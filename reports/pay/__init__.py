"""Regular subsidies on paper, as files and as answers to programs."""
