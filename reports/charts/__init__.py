"""Charts: drawn as plain shapes, for the window and for paper alike."""
