"""Checkups 数据体检 in the window: lists dropped in, what is to be done, the scores, and the papers."""
