"""Rights 权限: what a role may do; each kind of record says which one its writer needs."""

from __future__ import annotations

ENTER, PAPERS, CHECK, APPROVE, SET_UP, ACCOUNTS = "登记", "档案", "审核", "审批", "设置", "用户"
NO_RIGHT = ""  # what an officer keeps for himself needs none
