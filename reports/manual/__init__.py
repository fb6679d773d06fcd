"""The manual 使用手册 as a book: its text read once, for the window of help and for paper, and the index of its terms."""
