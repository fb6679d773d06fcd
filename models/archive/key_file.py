"""The file ``keys.json``: what it says, and that every changed byte of it is noticed.

Three guards, each for another hand: the bytes must be exactly those that this program would write for what they say; a plain
SHA-256 tells accidental damage before anybody types a password; a seal (HMAC-SHA256 under the data key) tells a deliberate
edit after unlocking.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.archive.wraps import KEY, Wrap, check_hex, wrap_from
from models.core.files import plain_words, write_whole
from models.core.record import Refusal

KEY_FILE_NAME = "keys.json"
FORMAT = 1
LARGEST_KEY_FILE = 1 << 20  # bytes; a thousand accounts stay below
KEY_FILE_DAMAGED = "钥匙文件 keys.json 已损坏，请从备份恢复"
EDITED = "钥匙文件 keys.json 被改动过，为安全起见不能使用，请从备份恢复"
WEAKENED = "钥匙文件 keys.json 里的密码保护被减弱过，为安全起见不能使用，请从备份恢复"
NEWER = "档案库由更新版本的程序建立，请先升级程序"


@dataclass(frozen=True)
class KeyFile:
    """What ``keys.json`` says: the archive's own mark (16 bytes in hex) and the wraps of its data key.

    A practice archive holds its data key openly in ``open_key`` and has no accounts; every other one has accounts
    and a recovery wrap, and no open key.
    """

    archive: str
    practice: bool
    open_key: str
    accounts: tuple[Wrap, ...]
    recovery: Wrap | None

    @property
    def wraps(self) -> tuple[Wrap, ...]:
        """All wraps, the recovery code's last."""
        return (*self.accounts, *filter(None, (self.recovery,)))

    @property
    def facts(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "archive": self.archive,
            "practice": self.practice,
            "open": self.open_key,
            "accounts": [each.facts for each in self.accounts],
            "recovery": self.recovery.facts if self.recovery else None,
        }

    def seal(self, key: bytes) -> str:
        """The proof that whoever wrote this held the data key."""
        return hmac.new(key, canonical(self.facts), hashlib.sha256).hexdigest()


def canonical(facts: dict[str, Any]) -> bytes:
    """The one way in which these facts are written."""
    return json.dumps(facts, sort_keys=True, indent=1).encode("ascii") + b"\n"


def write_key_file(folder: Path, content: KeyFile, seal_key: bytes) -> None:
    """Put the file in the place of the one before, so that at any moment one of them is there whole."""
    sealed = content.facts | {"seal": content.seal(seal_key)}
    digest = hashlib.sha256(canonical(sealed)).hexdigest()
    with plain_words(folder / KEY_FILE_NAME):
        write_whole(folder / KEY_FILE_NAME, canonical(sealed | {"sha256": digest}))


def read_key_file(folder: Path) -> tuple[KeyFile, str]:
    """The file and its seal, still unproven. Raises ``Refusal`` when it is missing or damaged."""
    path = folder / KEY_FILE_NAME
    if not path.is_file():
        raise Refusal(f"“{folder}”中没有钥匙文件 keys.json，没有它谁也打不开档案库，请从备份恢复")
    with plain_words(path), path.open("rb") as file:
        raw = file.read(LARGEST_KEY_FILE + 1)
    try:
        return parsed_key_file(raw)
    except (ValueError, RecursionError) as error:  # json's and Unicode's errors are ValueErrors
        raise Refusal(KEY_FILE_DAMAGED) from error


def parsed_key_file(raw: bytes) -> tuple[KeyFile, str]:
    """What a key file's bytes say. ``ValueError`` or ``RecursionError`` when they are damaged."""
    facts = json.loads(raw.decode("ascii"))
    if not isinstance(facts, dict) or canonical(facts) != raw:
        raise ValueError("not as the program writes it")
    digest = facts.pop("sha256", None)
    if digest != hashlib.sha256(canonical(facts)).hexdigest():
        raise ValueError("the checksum does not fit")
    number = facts.pop("format", None)
    if type(number) is not int:
        raise ValueError("no format")
    if number > FORMAT:
        raise Refusal(NEWER)
    seal = facts.pop("seal", None)
    check_hex(seal, KEY)
    return _key_file(facts), seal


def _key_file(facts: dict[str, Any]) -> KeyFile:
    """The facts with their types proven; an edit with a fitting checksum may say anything."""
    if facts.keys() != {"archive", "practice", "open", "accounts", "recovery"}:
        raise ValueError("other fields")
    check_hex(facts["archive"], 16)
    practice, accounts, recovery = facts["practice"], facts["accounts"], facts["recovery"]
    if not isinstance(practice, bool) or not isinstance(accounts, list):
        raise ValueError("other types")
    check_hex(facts["open"], KEY if practice else 0)
    if practice == bool(accounts) or practice == (recovery is not None):
        raise ValueError("a practice archive has neither accounts nor a recovery code, any other has both")
    wraps = tuple(wrap_from(each) for each in accounts)
    return KeyFile(
        facts["archive"],
        practice,
        facts["open"],
        wraps,
        wrap_from(recovery) if recovery is not None else None,
    )
