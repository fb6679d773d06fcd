"""Tables: lists of records of any length, with a filter line, headings to sort by, and selection."""
