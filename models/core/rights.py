"""Rights 权限: what a role may do; each kind of record says which one its writer needs, ``models.office.deeds`` what else takes one."""

from __future__ import annotations

LOOK, PRINT, EXPORT, WHOLE_NUMBERS, BACK_UP = "查看", "打印", "导出", "账号", "备份"
ENTER, PAPERS, CHECK, APPROVE, SET_UP, ACCOUNTS = "登记", "档案", "审核", "审批", "设置", "用户"
NO_RIGHT = ""  # what an officer keeps for himself needs none
