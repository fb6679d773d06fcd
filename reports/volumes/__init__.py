"""Volumes 案卷 as the archive keeps them: the lists of them, and what stands on their boxes."""
