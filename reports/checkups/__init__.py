"""Checkups 数据体检 on paper, as workbooks and for programs: what differs, what is to be typed where, and the scores."""
