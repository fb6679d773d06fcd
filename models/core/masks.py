"""Masks 脱敏 over what is secret in a copy that leaves the office, and their shapes: citizen numbers, telephones, accounts.

The shapes are the usual ones: 630103********0011, 138****1234, **** **** **** 0018. A number in running text is
hidden too, wherever it stands.
"""

from __future__ import annotations

import re
from enum import Enum

_GAP = "[ \u3000\xa0-]{0,2}"  # between the groups of a number as people write it
_BEGINS, _ENDS = "(?<![0-9A-Za-z])", "(?![0-9A-Za-z])"
CITIZEN = re.compile(rf"{_BEGINS}(\d{{6}}){_GAP}\d{{4}}{_GAP}\d{{4}}{_GAP}(\d{{3}}[\dXx]){_ENDS}")
OLD_CITIZEN = re.compile(rf"{_BEGINS}(\d{{6}}){_GAP}\d{{6}}{_GAP}(\d{{3}}){_ENDS}")
MOBILE = re.compile(r"(?<![0-9A-Za-z])(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?![0-9A-Za-z])")
LANDLINE = re.compile(r"(?<![0-9A-Za-z])(0\d{2,3}[ -])\d{3,4}(\d{4})(?![0-9A-Za-z])")
CARD = re.compile(rf"{_BEGINS}(?:\d{{16,30}}|\d(?:{_GAP}\d){{14,28}}{_GAP}[\dXx]){_ENDS}")
# years and days in a row, which are no card
_DATES = re.compile(rf"(?:(?:19|20)\d\d(?:-\d{{1,2}}){{0,2}}{_GAP})+")
ANY_NUMBER = re.compile(
    r"\d[\d -]{3,}[\dXx]"
)  # in a sentence about a secret, which may have any wrong length


class Secret(Enum):
    """What kind of secret a field holds; an open field may still have secrets in its words."""

    NUMBER = "number"
    PHONE = "phone"
    ACCOUNT = "account"
    OPEN = "open"

    def hide(self, words: str) -> str:
        """The field's words as a masked copy says them."""
        if self is Secret.NUMBER:
            return masked_number(words)
        if self is Secret.PHONE:
            return masked_phone(words)
        return masked_account(words) if self is Secret.ACCOUNT else masked_words(words)

    def hide_in(self, sentence: str) -> str:
        """A sentence about such a field, which may quote what the field says."""
        if self is Secret.OPEN:
            return masked_words(sentence)
        return ANY_NUMBER.sub(lambda found: self.hide(found.group()), sentence)


def masked_number(text: str) -> str:
    """A citizen number without its birth date; a number of any other length keeps its first six and last four."""
    bare = text.strip()
    if not bare:
        return ""
    return f"{bare[:6]}{'*' * max(8, len(bare) - 10)}{bare[-4:]}" if len(bare) > 10 else "*" * len(bare)


def masked_phone(text: str) -> str:
    """A phone number without its middle four places; several numbers in one field are hidden one by one."""
    return re.sub(r"\d[\d -]{5,}\d", lambda found: _middle(found.group()), text)


def _middle(digits: str) -> str:
    bare = re.sub(r"[ -]", "", digits)
    return f"{bare[:-8]}****{bare[-4:]}" if len(bare) > 8 else f"{bare[:-6]}****{bare[-2:]}"


def masked_account(text: str) -> str:
    """An account: its last four places."""
    bare = re.sub(r"\s", "", text)
    return f"**** **** **** {bare[-4:]}" if len(bare) > 4 else "*" * len(bare)


def masked_words(text: str) -> str:
    """Running text with the citizen numbers, telephones and bank cards in it hidden."""
    if len(text) < 10 or sum(character.isdigit() for character in text) < 10:
        return text
    text = CITIZEN.sub(lambda m: f"{m[1]}{'*' * 8}{m[2]}", text)
    text = MOBILE.sub(r"\1****\2", text)
    text = LANDLINE.sub(r"\1****\2", text)
    text = CARD.sub(lambda m: m[0] if _DATES.fullmatch(m[0]) else masked_account(m[0].replace("-", "")), text)
    return OLD_CITIZEN.sub(lambda m: f"{m[1]}{'*' * 6}{m[2]}", text)
