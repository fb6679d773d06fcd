"""Materials 材料 in the window: a file's papers, their scans, and what is missing."""
