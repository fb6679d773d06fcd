"""Signs of codes 码的签名: what proves that this archive printed a code on paper, and that nobody altered it since.

Twelve characters of base 32 (RFC 4648, so that a QR code keeps its alphanumeric mode) follow the words of the code. Three tell
the archive, so that a page of another one is known as such; nine are the first 45 bits of an HMAC-SHA256 under a key of the
archive's own: who does not hold the key hits it once in 35 million million tries, and each try is a page to be scanned.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

from models.archive import opened
from models.core.states import State

ARCHIVE_PLACES, PROOF_PLACES = 3, 9
SIGN_PLACES = ARCHIVE_PLACES + PROOF_PLACES


class CodeStanding(State):
    """What the sign of a code proves."""

    OWN = "本库打印"
    UNSIGNED = "没有签名"
    FOREIGN = "别的档案库打印"
    ALTERED = "码被改动或伪造"


def code_sign(body: str) -> str:
    """The sign of a code's words; empty when no archive is open, whose key could sign."""
    archive = opened.opened
    if archive is None:
        return ""
    proof = hmac.new(archive.keys.key_for("codes"), body.encode(), hashlib.sha256).digest()
    return _archive_places(archive.keys.archive_mark) + base64.b32encode(proof).decode()[:PROOF_PLACES]


def sign_standing(body: str, sign: str) -> CodeStanding:
    """What the sign under a code's words proves to the open archive. Raises ``Refusal`` when none is open."""
    own = _archive_places(opened.opened_archive().keys.archive_mark)
    if hmac.compare_digest(code_sign(body).encode(), sign.encode()):
        return CodeStanding.OWN
    return CodeStanding.ALTERED if sign.startswith(own) else CodeStanding.FOREIGN


def _archive_places(mark: str) -> str:
    return base64.b32encode(hashlib.sha256(bytes.fromhex(mark)).digest()).decode()[:ARCHIVE_PLACES]
