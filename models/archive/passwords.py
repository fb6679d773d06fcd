"""What an account's name and password may be."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from models.archive.predictability import predictable
from models.core.journal import PROGRAM
from models.core.record import Refusal
from models.core.words import plain_text

SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 128  # characters of a password
NAME_LONGEST = 20  # characters of an account's name
EASILY_GUESSED = "这样的密码一猜就中（常用词、姓名、生日、号码、键盘上相邻的键）。请用三个不相干的词的拼音连起来，好记又难猜"


def folded(user: str) -> str:
    """An account's name as it is compared: width, case and space make no difference."""
    return "".join(unicodedata.normalize("NFKC", user).casefold().split())


def same_typing(password: str) -> str:
    """A password as it is used: full-width letters typed by an input method count as the plain ones."""
    return unicodedata.normalize("NFKC", password)


def account_name(user: str) -> str:
    """The name as it is kept and shown. Raises ``Refusal`` when it cannot be one."""
    name = plain_text(unicodedata.normalize("NFC", user))
    if not folded(name):
        raise Refusal("请填写用户名")
    if folded(name) == PROGRAM:
        raise Refusal(f"“{PROGRAM}”是程序自己记操作日志用的名字，请换一个用户名")
    if len(name) > NAME_LONGEST or not name.isprintable():
        raise Refusal(f"用户名不能超过{NAME_LONGEST}个字，也不能含有看不见的字符")
    return name


def weakness(user: str, password: str) -> str:
    """Why the password may not be used, in plain words; empty when it may."""
    typed = same_typing(password)
    if len(typed) < SHORTEST_PASSWORD:
        return f"密码至少要有{SHORTEST_PASSWORD}个字符"
    if len(typed) > LONGEST_PASSWORD:
        return f"密码不能超过{LONGEST_PASSWORD}个字符"
    steps = {ord(after) - ord(before) for before, after in pairwise(typed)}
    if len(steps) == 1 and steps <= {-1, 0, 1}:
        return "密码不能是同一个字符或连续的字符（如 88888888、12345678），请换一个"
    if folded(user) in folded(typed) and len(folded(typed)) - len(folded(user)) < 4:
        return "密码不能只是用户名加几个字符，请换一个"
    return EASILY_GUESSED if predictable(user, typed) else ""


def refuse_weak(user: str, password: str) -> None:
    """Raise ``Refusal`` when the password may not be used."""
    if reason := weakness(user, password):
        raise Refusal(reason)
