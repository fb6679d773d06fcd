"""Hiding what identifies a person in copies that leave the office (脱敏): numbers, phones and accounts.

The shapes are the usual ones: 630103********0011, 138****1234, **** **** **** 0018. A number in running text is
hidden too, wherever it stands.
"""

from __future__ import annotations

import re

CITIZEN = re.compile(r"(?<![0-9A-Za-z])(\d{6})\d{8}(\d{3}[\dXx])(?![0-9A-Za-z])")
OLD_CITIZEN = re.compile(r"(?<![0-9A-Za-z])(\d{6})\d{6}(\d{3})(?![0-9A-Za-z])")
MOBILE = re.compile(r"(?<![0-9A-Za-z])(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?![0-9A-Za-z])")
CARD = re.compile(r"(?<![0-9A-Za-z])\d(?:[ -]?\d){11,25}(\d{4})(?![0-9A-Za-z])")


def number(text: str) -> str:
    """A citizen number without its birth date; a number of any other length keeps its first six and last four."""
    bare = text.strip()
    if not bare:
        return ""
    return f"{bare[:6]}{'*' * max(8, len(bare) - 10)}{bare[-4:]}" if len(bare) > 10 else "*" * len(bare)


def phone(text: str) -> str:
    """A phone number without its middle four places; several numbers in one field are hidden one by one."""
    return re.sub(r"\d[\d -]{5,}\d", lambda found: _middle(found.group()), text)


def _middle(digits: str) -> str:
    bare = re.sub(r"[ -]", "", digits)
    return f"{bare[:-8]}****{bare[-4:]}" if len(bare) > 8 else f"{bare[:-6]}****{bare[-2:]}"


def account(text: str) -> str:
    """An account: its last four places."""
    bare = re.sub(r"\s", "", text)
    return f"**** **** **** {bare[-4:]}" if len(bare) > 4 else "*" * len(bare)


def words(text: str) -> str:
    """Running text with the citizen numbers, mobile phones and bank cards in it hidden."""
    if sum(character.isdigit() for character in text) < 11:
        return text
    text = CITIZEN.sub(lambda m: f"{m[1]}{'*' * 8}{m[2]}", text)
    text = MOBILE.sub(r"\1****\2", text)
    text = CARD.sub(r"**** **** **** \1", text)
    return OLD_CITIZEN.sub(lambda m: f"{m[1]}{'*' * 6}{m[2]}", text)
