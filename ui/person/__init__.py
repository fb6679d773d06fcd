"""A person 一人一档: the window of one file, its header and tabs."""
