"""Incoming files 外来的文件: what a paper or a packed file must be before anything of it is kept or believed."""
