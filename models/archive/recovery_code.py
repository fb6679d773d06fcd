"""The recovery code 恢复码: what is printed once, sealed in an envelope, and opens the archive when passwords are lost.

Eight groups of five from Crockford's alphabet, in which no two characters look alike (O is read as 0, I and L as 1, U as V). Seven
groups are random (175 bits); the eighth is a checksum, so that a mistyped code is told from a wrong one.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata

from models.core.record import Refusal

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOK_ALIKE = str.maketrans("OILU", "011V")
CODE_GROUP, CODE_GROUPS = 5, 8
RANDOM = CODE_GROUP * (CODE_GROUPS - 1)


def new_code() -> str:
    """A code that nobody had before, as it is printed: ``XXXXX-XXXXX-…``."""
    secret = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM))
    code = secret + _checksum(secret)
    return "-".join(code[at : at + CODE_GROUP] for at in range(0, len(code), CODE_GROUP))


def read_code(text: str) -> str:
    """The forty characters of a code typed with or without hyphens, in any case and width.

    Raises ``Refusal`` when it was mistyped; whether it fits the archive is another question.
    """
    typed = unicodedata.normalize("NFKC", text).upper().translate(LOOK_ALIKE)
    code = "".join(each for each in typed if each.isalnum())
    if strange := sorted({each for each in code if each not in ALPHABET}):
        raise Refusal(f"恢复码里不会有“{'、'.join(strange)}”，请对照纸上的恢复码重新输入")
    if len(code) != CODE_GROUP * CODE_GROUPS:
        raise Refusal(
            f"恢复码应有{CODE_GROUPS}组、每组{CODE_GROUP}个字符，共{CODE_GROUP * CODE_GROUPS}个，现在是{len(code)}个，请检查"
        )
    if _checksum(code[:RANDOM]) != code[RANDOM:]:
        raise Refusal("恢复码抄错了至少一个字符，请对照纸上的恢复码逐组核对")
    return code


def _checksum(secret: str) -> str:
    """Twenty-five bits of a hash as five characters: one mistyped code in 33 million passes."""
    number = int.from_bytes(hashlib.sha256(f"youfu recovery {secret}".encode()).digest()[:4], "big")
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(CODE_GROUP))
