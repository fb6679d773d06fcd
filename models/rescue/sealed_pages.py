"""Sealed pages 加密页 of a database file, read one by one without SQLCipher, which reads nothing more after the first that is hurt.

The form is SQLCipher 4's (https://www.zetetic.net/sqlcipher/design): each page is AES-256-CBC under the raw key, and ends with its
IV and the HMAC-SHA512 of ciphertext, IV and page number; the file begins with the salt of the HMAC's key.
"""

from __future__ import annotations

import hashlib
import hmac
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE = 4096  # bytes
SALT, IV, PROOF = 16, 16, 64  # bytes
USABLE = PAGE - IV - PROOF  # bytes of a page that SQLite has for itself
_SALT_MASK = 0x3A  # SQLCipher's HMAC_SALT_MASK
_BEGINS = b"SQLite format 3\0"  # in the place of the salt, when page 1 is plain
MOST_KEPT = 4000  # pages


class SealedPages:
    """The pages of a file that bear their proof, decrypted; of all others nothing."""

    def __init__(self, file: Path, key: bytes, spare_salts: Iterable[bytes] = ()) -> None:
        """``spare_salts``: what may have stood at the file's beginning, should that be hurt."""
        self._file = file.open("rb")
        self._key = key
        self.count = -(-file.stat().st_size // PAGE)
        self._kept: OrderedDict[int, bytes | None] = OrderedDict()
        for salt in (self._file.read(SALT), *spare_salts):
            self._proof_key = hashlib.pbkdf2_hmac(
                "sha512", key, bytes(each ^ _SALT_MASK for each in salt), 2, len(key)
            )
            if any(self._read(number) is not None for number in range(1, self.count + 1)):
                break

    def close(self) -> None:
        self._file.close()

    def page(self, number: int) -> bytes | None:
        """The plain page of that number, counted from 1; None when it is hurt or not there."""
        if number not in self._kept:
            self._kept[number] = self._read(number) if 1 <= number <= self.count else None
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return self._kept[number]

    def _read(self, number: int) -> bytes | None:
        start = SALT if number == 1 else 0
        self._file.seek((number - 1) * PAGE)
        sealed = self._file.read(PAGE)
        if len(sealed) < PAGE:
            return None
        told = sealed[start : USABLE + IV] + number.to_bytes(4, "little")
        if not hmac.compare_digest(hmac.digest(self._proof_key, told, "sha512"), sealed[USABLE + IV :]):
            return None
        decryptor = Cipher(AES(self._key), CBC(sealed[USABLE : USABLE + IV])).decryptor()
        plain = decryptor.update(sealed[start:USABLE]) + decryptor.finalize()
        return _BEGINS[:start] + plain
