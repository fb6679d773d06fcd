"""A wrap: the archive's data key as only one password or recovery code can open it."""

from __future__ import annotations

import os
import re
from dataclasses import asdict, dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

KEY = 32  # bytes of every key here
NONCE = 12  # bytes, as GCM wants them (NIST SP 800-38D 5.2.1.1)
MOST_MEMORY = 1 << 18  # KiB
MOST_WORK = 4 * 6 * 64 * 1024  # KiB; four times what this program asks for, two seconds on two cores of 2020


@dataclass(frozen=True)
class Cost:
    """What one guess of a password costs: KiB of memory, passes over it, lanes side by side (RFC 9106)."""

    memory: int = 64 * 1024
    passes: int = 6
    lanes: int = 4

    @property
    def work(self) -> int:
        """How long one guess takes: KiB that are gone through."""
        return self.memory * self.passes

    @property
    def sane(self) -> bool:
        """Whether a key file may ask for it: never more than an office PC has and does in ten seconds."""
        fits = 1 <= self.lanes <= 16 and 8 * self.lanes <= self.memory <= MOST_MEMORY and self.passes >= 1
        return fits and self.work <= MOST_WORK

    def below(self, floor: Cost) -> bool:
        """Whether a guess would be cheaper than that."""
        return self.memory < floor.memory or self.work < floor.work


@dataclass(frozen=True)
class Wrap:
    """The data key, encrypted under a key that Argon2id derives from a secret; all bytes in hex.

    ``hint`` is one byte of the account name's salted hash: enough to try the right wrap first, too little to prove
    a name. ``name`` is the account's name encrypted under the data key. Both are empty for the recovery code.
    """

    salt: str
    nonce: str
    wrapped: str
    memory: int
    passes: int
    lanes: int
    hint: str = ""
    name: str = ""

    @property
    def cost(self) -> Cost:
        return Cost(self.memory, self.passes, self.lanes)

    @property
    def facts(self) -> dict[str, Any]:
        return asdict(self)

    def open(self, secret: str, bound_to: bytes) -> bytes | None:
        """The data key; ``None`` when the secret is not the one it was wrapped with."""
        try:
            return AESGCM(self._derived(secret)).decrypt(
                bytes.fromhex(self.nonce), bytes.fromhex(self.wrapped), bound_to
            )
        except InvalidTag:
            return None

    def _derived(self, secret: str) -> bytes:
        return derived(secret, bytes.fromhex(self.salt), self.cost)


def derived(secret: str, salt: bytes, cost: Cost) -> bytes:
    """The key that a secret stands for."""
    argon = Argon2id(salt=salt, length=KEY, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
    return argon.derive(secret.encode("utf-8", "surrogatepass"))  # a terminal may hand on any bytes


def wrap(key: bytes, secret: str, bound_to: bytes, cost: Cost, hint: str = "", name: str = "") -> Wrap:
    """Wrap the data key; ``bound_to`` says whose wrap it is, so that it opens nothing elsewhere."""
    salt, nonce = os.urandom(16), os.urandom(NONCE)
    wrapped = AESGCM(derived(secret, salt, cost)).encrypt(nonce, key, bound_to)
    return Wrap(salt.hex(), nonce.hex(), wrapped.hex(), cost.memory, cost.passes, cost.lanes, hint, name)


def wrap_from(facts: Any) -> Wrap:
    """The wrap that the key file tells of. Raises ``ValueError`` for anything that no program of ours wrote."""
    if not isinstance(facts, dict):
        raise ValueError("a wrap is an object")
    try:
        found = Wrap(**facts)
    except TypeError as error:
        raise ValueError("a wrap has other fields") from error
    for text, size in ((found.salt, 16), (found.nonce, NONCE), (found.wrapped, KEY + 16)):
        check_hex(text, size)
    if not (isinstance(found.hint, str) and isinstance(found.name, str)):
        raise ValueError("hint and name are text")
    numbers = (found.memory, found.passes, found.lanes)
    if not all(type(number) is int for number in numbers) or not found.cost.sane:
        raise ValueError("a cost that no program of ours asks for")
    return found


def check_hex(text: Any, size: int) -> None:
    """Raise ``ValueError`` unless the text is so many bytes in lower-case hex."""
    if not isinstance(text, str) or not re.fullmatch(f"[0-9a-f]{{{2 * size}}}", text):
        raise ValueError(f"not {size} bytes of hex")
