"""Forms: editors, boxes to choose from, and dialogs that show and enforce a record's rules."""
