"""The keys 钥匙 of an archive: one random data key, wrapped once per account and once by the recovery code.

Changing a password rewraps the data key and never re-encrypts an archive. Whoever once held the data key can keep it: taking
away an account closes its door, it does not make a copy of the archive taken before unreadable.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeAlias

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from models.archive import key_file
from models.archive.key_file import KeyFile
from models.archive.passwords import NAME_LONGEST, account_name, folded, refuse_weak, same_typing
from models.archive.recovery_code import new_code, read_code
from models.archive.wraps import KEY, MOST_WORK, NONCE, Cost, Wrap, derived, wrap
from models.core.record import Refusal

Purpose: TypeAlias = Literal[
    "database", "scans", "seal", "names", "codes", "prints", "wrong", "journal", "heads", "drafts", "backups"
]

WRONG = "用户名或密码不对"
WRONG_CODE = "恢复码没有抄错，但不是这个档案库现在的恢复码，请核对信封上的档案库和日期"
PRACTICE_USER = "演练"


class WrongSecret(Refusal):
    """A password or a recovery code that opens nothing here."""


class Keys:
    """The unlocked keys of one archive, and who unlocked them; ``user`` is empty after a recovery."""

    def __init__(self, folder: Path, file: KeyFile, key: bytes, user: str, cost: Cost) -> None:
        self.folder = folder
        self.user = user
        self._file = file
        self._key = key
        self._cost = cost

    @classmethod
    def create(cls, folder: Path, user: str, password: str, cost: Cost | None = None) -> tuple[Keys, str]:
        """Make the keys of a new archive. Returns them and the recovery code, which is kept nowhere."""
        name = account_name(user)
        refuse_weak(name, password)
        empty = KeyFile(os.urandom(16).hex(), False, "", (), None)
        keys = cls(folder, empty, os.urandom(KEY), name, cost or Cost())
        code = new_code()
        file = replace(empty, accounts=(keys._account(name, password),), recovery=keys._recovery_wrap(code))
        keys._write(file)
        return keys, code

    @classmethod
    def create_practice(cls, folder: Path) -> Keys:
        """Make the keys of a practice archive: its data key lies open, for all in it is invented."""
        key = os.urandom(KEY)
        file = KeyFile(os.urandom(16).hex(), True, key.hex(), (), None)
        keys = cls(folder, file, key, PRACTICE_USER, Cost())
        keys._write(file)
        return keys

    @classmethod
    def unlock(cls, folder: Path, user: str, password: str, cost: Cost | None = None) -> Keys:
        """The keys, for an account. Raises ``Refusal`` without saying whether name or password is wrong."""
        file, seal = key_file.read_key_file(folder)
        if file.practice:
            raise Refusal("这是演练库，不用密码打开")
        mine = [each for each in file.accounts if each.hint == _hint(file, user)]
        _refuse_unbounded(file, mine, cost)
        for each in mine:
            if key := each.open(same_typing(password), _bound_to(file, "account", user)):
                keys = cls(folder, file, key, "", cost or Cost())
                keys._prove(seal)
                keys.user = keys._name_of(each)
                return keys
        if not mine:  # a name that is not known must take as long as one that is
            derived(same_typing(password), bytes(16), file.accounts[0].cost)
        raise WrongSecret(WRONG)

    @classmethod
    def unlock_practice(cls, folder: Path, user: str = PRACTICE_USER) -> Keys:
        """The keys of a practice archive; anybody is let in, under any name."""
        file, seal = key_file.read_key_file(folder)
        if not file.practice:
            raise Refusal("这不是演练库，请用用户名和密码打开")
        keys = cls(folder, file, bytes.fromhex(file.open_key), account_name(user), Cost())
        keys._prove(seal)
        return keys

    @classmethod
    def recover(cls, folder: Path, code: str, cost: Cost | None = None) -> Keys:
        """The keys, for the recovery code. Raises ``Refusal`` for a mistyped code, and for a wrong one."""
        file, seal = key_file.read_key_file(folder)
        if file.recovery is None:
            raise Refusal("这是演练库，没有恢复码，不用密码就能打开")
        _refuse_unbounded(file, [file.recovery], cost)
        key = file.recovery.open(read_code(code), _bound_to(file, "recovery"))
        if key is None:
            raise WrongSecret(WRONG_CODE)
        keys = cls(folder, file, key, "", cost or Cost())
        keys._prove(seal)
        return keys

    @property
    def practice(self) -> bool:
        return self._file.practice

    def key_for(self, purpose: Purpose) -> bytes:
        """The 32 bytes for one use. A practice archive's differ, so that no archive can pass for the other sort."""
        sort = "practice" if self.practice else "archive"
        info = f"youfu 1 {sort} {purpose}".encode()
        return HKDF(SHA256(), KEY, bytes.fromhex(self._file.archive), info).derive(self._key)

    @property
    def archive_mark(self) -> str:
        """The archive's own mark, 16 bytes in hex: no secret, it stands openly in the key file."""
        return self._file.archive

    @property
    def seal(self) -> str:
        """What the key file was sealed with when it was written last: another file, even an older one, has another."""
        return self._file.seal(self.key_for("seal"))

    def prove(self, user: str, password: str) -> Keys:
        """These keys, if it is the account's password now. Raises ``WrongSecret``."""
        Keys.unlock(self.folder, user, password, self._cost)
        return self

    def prove_code(self, code: str) -> None:
        """Raise ``WrongSecret`` unless it is the recovery code now, ``Refusal`` when it was mistyped."""
        Keys.recover(self.folder, code, self._cost)

    def named(self, user: str) -> str:
        """An account's name as it is kept. Raises ``Refusal`` when there is none."""
        return self._name_of(self._existing(user))

    def hinted(self, hint: str) -> list[str]:
        """The accounts that a hint may mean."""
        return [name for name in self.accounts() if _hint(self._file, name) == hint]

    @contextmanager
    def put_back_on_failure(self) -> Iterator[None]:
        """When the block fails, the file is again what it was before it."""
        before = self._file
        try:
            yield
        except BaseException:
            if self._file != before:
                self._write(before)
            raise

    def accounts(self) -> list[str]:
        """The names of all accounts, in the order in which they were made."""
        return [self._name_of(each) for each in self._file.accounts]

    def add_account(self, user: str, password: str) -> None:
        """Let one more officer in."""
        self._refuse_in_practice()
        name = account_name(user)
        refuse_weak(name, password)
        if self._find(name) is not None:
            raise Refusal(f"已有用户“{name}”，请换一个用户名")
        self._write(replace(self._file, accounts=(*self._file.accounts, self._account(name, password))))

    def remove_account(self, user: str) -> None:
        """Close an officer's door; the last one stays."""
        self._refuse_in_practice()
        gone = self._existing(user)
        if len(self._file.accounts) == 1:
            raise Refusal("这是最后一个用户，不能删除；请先增加别的用户")
        self._write(replace(self._file, accounts=tuple(a for a in self._file.accounts if a != gone)))

    def change_password(self, user: str, old: str, new: str) -> None:
        """Put a new password in the place of the old one, which must be known."""
        self._refuse_in_practice()
        wrapped = self._find(user)
        if wrapped is None or wrapped.open(same_typing(old), _bound_to(self._file, "account", user)) is None:
            raise Refusal("原密码不对，密码没有更改")
        self.reset_password(user, new)

    def reset_password(self, user: str, new: str) -> None:
        """Give an account a new password without the old one: after a recovery, or for a colleague."""
        self._refuse_in_practice()
        old = self._existing(user)
        name = self._name_of(old)
        refuse_weak(name, new)
        account = self._account(name, new)
        self._write(
            replace(self._file, accounts=tuple(account if a == old else a for a in self._file.accounts))
        )

    def renew_recovery_code(self) -> str:
        """Make a new recovery code; the old one opens nothing from then on."""
        self._refuse_in_practice()
        code = new_code()
        self._write(replace(self._file, recovery=self._recovery_wrap(code)))
        return code

    def check(self) -> list[str]:
        """What is wrong with the file as it now lies on the disk, in plain words."""
        try:
            file, seal = key_file.read_key_file(self.folder)
        except Refusal as refusal:
            return [str(refusal)]
        return [] if file == self._file and self._sealed(file, seal) else [key_file.EDITED]

    def _account(self, name: str, password: str) -> Wrap:
        bound_to = _bound_to(self._file, "account", name)
        return wrap(
            self._key,
            same_typing(password),
            bound_to,
            self._cost,
            _hint(self._file, name),
            self._hidden(name),
        )

    def _recovery_wrap(self, code: str) -> Wrap:
        return wrap(self._key, read_code(code), _bound_to(self._file, "recovery"), self._cost)

    def _hidden(self, name: str) -> str:
        """The name encrypted, all names to the same length."""
        nonce = os.urandom(NONCE)
        padded = name.encode().ljust(4 * NAME_LONGEST, b"\0")
        return (nonce + AESGCM(self.key_for("names")).encrypt(nonce, padded, None)).hex()

    def _name_of(self, account: Wrap) -> str:
        try:
            hidden = bytes.fromhex(account.name)
            padded = AESGCM(self.key_for("names")).decrypt(hidden[:NONCE], hidden[NONCE:], None)
        except (InvalidTag, ValueError) as error:
            raise Refusal(key_file.EDITED) from error
        return padded.rstrip(b"\0").decode()

    def _find(self, user: str) -> Wrap | None:
        return next((a for a in self._file.accounts if folded(self._name_of(a)) == folded(user)), None)

    def _existing(self, user: str) -> Wrap:
        found = self._find(user)
        if found is None:
            raise Refusal(f"没有用户“{user}”，现有用户：{'、'.join(self.accounts())}")
        return found

    def _refuse_in_practice(self) -> None:
        if self.practice:
            raise Refusal("演练库没有用户和密码")

    def _sealed(self, file: KeyFile, seal: str) -> bool:
        return hmac.compare_digest(file.seal(self.key_for("seal")), seal)

    def _prove(self, seal: str) -> None:
        if not self._sealed(self._file, seal):
            raise Refusal(key_file.EDITED)

    def _write(self, file: KeyFile) -> None:
        key_file.write_key_file(self.folder, file, self.key_for("seal"))
        self._file = file


def hint_in(folder: Path, user: str) -> str:
    """The one byte that may be told of a user's name in the open."""
    return _hint(key_file.read_key_file(folder)[0], user)


def keys_say_practice(folder: Path) -> bool:
    """Whether the folder's keys say that it is a practice archive. Raises ``Refusal`` when they cannot be read."""
    return key_file.read_key_file(folder)[0].practice


def _refuse_unbounded(file: KeyFile, tried: Sequence[Wrap], cost: Cost | None) -> None:
    """Raise ``Refusal`` for a file that would make guessing cheap, or that would keep the program busy for long.

    Every program of ours has written the cost of today; only whoever names a ``cost``, as tests do, may have less.
    """
    floor = cost or Cost()
    if any(each.cost.below(floor) for each in file.wraps):
        raise Refusal(key_file.WEAKENED)
    if sum(each.cost.work for each in tried) > MOST_WORK:
        raise Refusal(key_file.EDITED)


def _hint(file: KeyFile, user: str) -> str:
    """One byte of the salted name: with 256 values it proves nobody's name."""
    name = folded(user).encode("utf-8", "surrogatepass")
    return hashlib.sha256(bytes.fromhex(file.archive) + name).hexdigest()[:2]


def _bound_to(file: KeyFile, kind: str, user: str = "") -> bytes:
    """What a wrap is bound to: this archive, its sort, and whose wrap it is."""
    return json.dumps(["youfu keys 1", file.archive, file.practice, kind, folded(user)]).encode()
