"""Checkups 数据体检: whether database, paper, bank returns and the superior's list say the same of everybody."""
