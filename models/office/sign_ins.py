"""Sign-ins 登录记录: who opened the archive when and on which PC, and who tried in vain; rows only come, chained under the journal's key.

They are no entries of the journal: there is nothing in them to turn back. Each names the journal's head of that moment, and the journal tells once a
day how far they had come (``sign_in_heads``): by that rows of earlier programs are known, which are chained by SHA-256 alone. The first one
tells which accounts there were; what became of them since, ``account_events`` tell.
"""

from __future__ import annotations

import getpass
import hashlib
import hmac
import json
import socket
from datetime import datetime
from typing import Any

from peewee import AutoField, ModelSelect, fn

from models.archive.keys import Keys
from models.archive.passwords import folded
from models.archive.wrong_passwords import Patience, WrongPassword, moment_of, read_wrong
from models.core import triggers
from models.core.dates import this_day
from models.core.journal import PROGRAM, Entry
from models.core.record import Sealed, StoredRow, Text, db
from models.core.states import State
from models.heads import chain_key
from models.office import sign_in_heads
from models.office.account_events import CLOSING, AccountDeed, AccountEvent, account_events


class SignInDeed(State):
    """What happened."""

    SIGNED_IN = "登录"
    UNLOCKED = "解锁"
    PROVEN = "核对密码"
    RECOVERED = "凭恢复码登录"
    WRONG = "没有登录成"
    NOTICED = "提醒"


class SignIn(StoredRow):
    """One line: of which user as far as it is known, and what is to be said of it."""

    NOUN = "登录记录"
    NAMED_BY = "at"

    id = AutoField()
    at = Text("时间")
    user = Text("用户")
    deed = Text("情况")
    pc = Text("电脑")
    system = Text("系统用户")
    words = Text("说明")
    accounts = Sealed("当时的用户")  # JSON, folded; of a good sign-in
    keys = Sealed("钥匙文件校验")
    head = Sealed("操作日志校验")
    previous = Sealed("上一行校验")
    hash = Sealed("本行校验")

    def digest(self) -> str:
        """The keyed hash over all that the row says."""
        return chain_key.keyed_digest(self._said())

    def holds(self, told: bool) -> bool:
        """Whether the row says what was hashed; one that the journal has ``told`` may be of an earlier program, without a key."""
        plain = hashlib.sha256(self._said().encode()).hexdigest()
        return hmac.compare_digest(self.hash, self.digest()) or (told and self.hash == plain)

    def _said(self) -> str:
        said = [getattr(self, field.name) for field in self._meta.sorted_fields if field.name != "hash"]
        return json.dumps(said, ensure_ascii=False)


def sign_ins_only_come() -> dict[str, str]:
    """The triggers that keep the rows: name → statement."""
    return triggers.rows_only_come(SignIn, "登录记录只能添加")


def sign_ins(month: str = "", user: str = "", deed: str = "") -> ModelSelect[SignIn]:
    """The newest first; of a month (``2026-11``), of a user, of one kind, or all."""
    found = SignIn.select().where(SignIn.at.startswith(month)).order_by(SignIn.id.desc())
    found = found.where(SignIn.user == user) if user else found
    return found.where(SignIn.deed == deed) if deed else found


def months_of_sign_ins() -> list[str]:
    """The months in which somebody signed in or tried, the newest first."""
    month: Any = fn.SUBSTR(SignIn.at, 1, 7)
    found: Any = SignIn.select(month).distinct().order_by(month.desc())
    return [each for (each,) in found.tuples()]


def users_signed_in() -> list[str]:
    """Who has signed in, by name."""
    found: Any = SignIn.select(SignIn.user).where(SignIn.user != "").distinct().order_by(SignIn.user)
    return [user for (user,) in found.tuples()]


def note_sign_in(keys: Keys, user: str, deed: str, patience: Patience | None = None) -> None:
    """Write a good sign-in down, after the wrong ones before it that the archive does not know yet."""
    with db.atomic("IMMEDIATE"):
        _take_in_wrong(keys)
        for fault in key_faults(keys):
            _add(SignInDeed.NOTICED, words=fault)
        row = _add(deed, user, accounts=json.dumps(_folded(keys), ensure_ascii=False), keys=keys.seal)
    (patience or Patience(keys.folder)).begin_anew(row.id, _first_key(keys, row.id))
    tell_days_before(this_day().isoformat())


def tell_days_before(day: str = "9") -> None:
    """Have the journal tell the last sign-in before a day (ISO); without one the last of all."""
    last = SignIn.select().where(SignIn.at < day).order_by(SignIn.id.desc()).first()
    if last is not None:
        sign_in_heads.tell_head(last.id, last.hash)


def key_faults(keys: Keys) -> list[str]:
    """In what the key file differs from what the archive says of its accounts, in plain words."""
    expected = known_accounts()
    if expected is None:
        return []
    found = set(_folded(keys))
    faults = [f"用户“{name}”不是在程序里增加的" for name in keys.accounts() if folded(name) not in expected]
    faults += [f"用户“{name}”不见了，不是在程序里删除的" for name in sorted(expected - found)]
    if not faults and keys.seal != _known_seal():
        faults = ["钥匙文件 keys.json 不是最近的一份，作废的旧密码、旧恢复码可能又能用"]
    return faults


def known_accounts() -> set[str] | None:
    """The accounts, folded, that there should be; None where nobody has signed in yet, as in a practice archive."""
    first = _baseline()
    if first is None:
        return None
    known = set(json.loads(first.accounts))
    for event in account_events():
        if event.deed == AccountDeed.ADDED:
            known.add(event.account)
        elif event.deed in CLOSING:
            known.discard(event.account)
    return known


def is_stranger(user: str) -> bool:
    """Whether the account was no user of the archive when it began to know its users: a role must be given to it by name."""
    known = known_accounts()
    if known is None or folded(user) == PROGRAM:
        return False
    added = AccountEvent.account == folded(user), AccountEvent.deed == AccountDeed.ADDED
    return folded(user) not in known or AccountEvent.select().where(*added).exists()


def sign_in_faults() -> list[str]:
    """What is wrong with the chain of the rows, and where it is not what the journal tells, in plain words."""
    told = sign_in_heads.told_heads()
    last_told, previous, number, faults = max(told, default=0), "", 0, []
    for number, row in enumerate(SignIn.select().order_by(SignIn.id), start=1):
        whole = row.id == number and row.previous == previous and row.holds(row.id <= last_told)
        if not whole or told.get(row.id, row.hash) != row.hash:
            faults.append(f"第{row.id}条登录记录被改动过，或它前面的一条不见了")
        previous = row.hash
    if number < last_told:
        faults.append(f"登录记录只到第{number}条，操作日志里记着已有{last_told}条，后面的不见了")
    return faults


def _take_in_wrong(keys: Keys) -> None:
    """What the file beside the archive tells since the last good sign-in; and whether it was tampered with."""
    last = SignIn.select().order_by(SignIn.id.desc()).first()
    file = read_wrong(keys.folder)
    if last is not None and (
        file is None or file.epoch != last.id or not file.fits(_first_key(keys, last.id))
    ):
        gone = "不见了" if file is None else "不是原来的样子"
        _add(
            SignInDeed.NOTICED,
            words=f"记输错密码的文件{gone}，以前输错的可能不全（刚从备份恢复、换了电脑的属正常）",
        )
    for wrong in file.entries if file is not None else ():
        _add(SignInDeed.WRONG, words=_guess(keys, wrong), at=moment_of(wrong), pc=wrong.pc)


def _guess(keys: Keys, wrong: WrongPassword) -> str:
    if not wrong.hint:
        return "恢复码不对"
    names = "、".join(keys.hinted(wrong.hint))
    return f"密码不对，用户名像是“{names}”" if names else "用户名不对"


def _add(deed: str, user: str = "", at: str = "", pc: str = "", **facts: Any) -> SignIn:
    last = SignIn.select().order_by(SignIn.id.desc()).first()
    head = Entry.select(Entry.hash).order_by(Entry.number.desc()).first()
    row = SignIn(
        id=last.id + 1 if last is not None else 1,
        at=at or datetime.now().astimezone().isoformat(timespec="seconds"),
        user=user, deed=deed, pc=pc or socket.gethostname(), system="" if at else _system_user(),
        head=head.hash if head is not None else "", previous=last.hash if last is not None else "", **facts,
    )  # fmt: skip
    row.hash = row.digest()
    row.save(force_insert=True)
    return row


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        return ""


def _baseline() -> SignIn | None:
    found: SignIn | None = SignIn.select().where(SignIn.accounts != "").order_by(SignIn.id).first()
    return found


def _known_seal() -> str:
    """The seal that the key file had after the last act on it that the archive knows."""
    last = AccountEvent.select().where(AccountEvent.keys != "").order_by(AccountEvent.id.desc()).first()
    first = _baseline()
    return str(last.keys) if last is not None else str(first.keys) if first is not None else ""


def _folded(keys: Keys) -> list[str]:
    return sorted(map(folded, keys.accounts()))


def _first_key(keys: Keys, epoch: int) -> bytes:
    """The key under which the first wrong password after that sign-in is sealed."""
    return hashlib.sha256(keys.key_for("wrong") + epoch.to_bytes(8, "big")).digest()
