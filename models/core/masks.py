"""Masks 脱敏 over what is secret in a copy that leaves the office, and their shapes: citizen numbers, telephones, accounts.

The shapes are the usual ones: 630103********0011, 138****1234, **** **** **** 0018. A number in running text is
hidden too, wherever it stands and however it is written; ``secrets_in`` finds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple
from unicodedata import decimal

ANY_NUMBER = re.compile(
    r"\d[\d -]{3,}[\dXx]"
)  # in a sentence about a secret, which may have any wrong length

# Between the groups of a number as people write it: blanks, breaks of lines, dashes, marks of any kind, but for the signs
# of money, documents and masks, which part two numbers.
_GAP = r"(?:[^\w¥￥$%％〔〕《》<>=≥≤+×*＊]|_){1,3}"
_RUN = re.compile(rf"[0-9]+(?:{_GAP}[0-9]+)*")
_LAST_X = re.compile(rf"(?:{_GAP})?[Xx]")
_HASH = re.compile(
    r"(?<![0-9A-Za-z])(?=[0-9]*[a-f])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})(?![0-9A-Za-z])"
)  # a uid or the hash of a file
_CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九幺", "0001234567891")
_IN_CHINESE = re.compile("[〇零○一二三四五六七八九幺]{7,}")
_MONEY = re.compile(
    r"(?<![0-9.])[0-9]{1,10}\.[0-9]{1,2}(?!\.?[0-9])"
    r"|(?<![0-9,.])[0-9]{1,3}(?:(?:,[0-9]{3}){1,2}|(?:,[0-9]{3}){1,4}\.[0-9]{1,2})(?![,.]?[0-9])"
)
_DAY = re.compile(r"(?<![0-9])(?:1[89]|20)[0-9]{2}([-./])[0-9]{1,2}(?:\1[0-9]{1,2})?(?![-./]?[0-9])")
_COUNTED = re.compile(r"\s*[元万亿人名户次张份条%％]")

_PROVINCE = r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"  # GB/T 2260, and GB 11643 as of 2018
_MONTH_AND_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_CITIZEN = re.compile(rf"{_PROVINCE}[0-9]{{4}}(?:18|19|20)[0-9]{{2}}{_MONTH_AND_DAY}[0-9]{{3}}[0-9X]")
_OLD_CITIZEN = re.compile(rf"{_PROVINCE}[0-9]{{6}}{_MONTH_AND_DAY}[0-9]{{3}}")
_MOBILE = re.compile(r"(?:0086|86|0)?1[3-9][0-9]{9}")
_WAYS_OF_MOBILES = ([11], [3, 4, 4], [4, 3, 4], [3, 8], [7, 4], [3, 3, 5], [3, 2, 2, 2, 2], [1] * 11)
_LANDLINE = re.compile(r"(010|02[0-9]|0[3-9][0-9]{2})([0-9]{7,8})")
_CARD_GROUPS = re.compile(
    r"[4569][0-9]{3}(?: [0-9]{4}){2,4} [0-9]{1,4}|[4569][0-9]{3}(?: [0-9]{4}){3,5}|[4569](?: [0-9]){14,23}"
)
_LABEL_ENDS = r"[号码数：:为是有()（）\s手机宅办家]{0,6}$"
_PLAIN_DAY = re.compile(rf"(?:19|20)[0-9]{{2}}{_MONTH_AND_DAY}")
_ACCOUNT_LABEL = re.compile(rf"(?:[账帐][号户]|卡号|折号|存折|银行卡|社保卡|一卡通){_LABEL_ENDS}")
_NUMBER_LABEL = re.compile(rf"(?:身份证|公民身份|证件号){_LABEL_ENDS}")
_PHONE_LABEL = re.compile(rf"(?:电话|手机|座机|联系方式|[Tt][Ee][Ll]){_LABEL_ENDS}")
_LONGEST_LABEL = 12  # characters before a number that are looked at


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


class FoundSecret(NamedTuple):
    """A secret in running text: from where to where, of which kind, its bare characters, and what stands in its place."""

    start: int
    end: int
    secret: Secret
    bare: str
    instead: str


def masked_words(text: str) -> str:
    """Running text with the citizen numbers, telephones and accounts in it hidden."""
    for found in reversed(secrets_in(text)):
        text = f"{text[: found.start]}{found.instead}{text[found.end :]}"
    return text


def secrets_in(text: str) -> list[FoundSecret]:
    """The numbers, telephones and accounts in a text, from its beginning on, however they are written.

    Digits may be full-width or Chinese, in groups, with marks or breaks of lines between, glued to letters. Amounts, days,
    documents and standards are none.
    """
    if sum(map(str.isdecimal, text)) < 7 and not _IN_CHINESE.search(text):
        return []
    plain = plain_characters(text)
    hashes = [each.span() for each in _HASH.finditer(plain)]
    return [
        found
        for run in _RUN.finditer(plain)
        if not any(start <= run.start() < end for start, end in hashes)
        for found in _Run(plain, run).secrets()
    ]


def plain_characters(text: str) -> str:
    """The text with plain digits, commas and points, each character in its place."""
    text = _IN_CHINESE.sub(lambda found: found[0].translate(_CHINESE_DIGITS), text)
    if not text.isascii():
        text = "".join(str(decimal(each)) if each.isdecimal() else each for each in text)
    return text.translate(_MARKS)


_MARKS = str.maketrans("Ｘｘ，．－／", "Xx,.-/")


class _Run:
    """Groups of digits with no word between, in which one or several numbers may stand."""

    def __init__(self, plain: str, run: re.Match[str]) -> None:
        self.plain = plain
        self.groups = [
            (each.start() + run.start(), each.end() + run.start()) for each in re.finditer("[0-9]+", run[0])
        ]
        self.money = [each.span() for each in _MONEY.finditer(plain, *run.span())]
        self.days = [each.span() for each in _DAY.finditer(plain, *run.span())]

    def secrets(self) -> Iterator[FoundSecret]:
        """What stands in it; after a number the search goes on with the next group."""
        number = 0
        while number < len(self.groups):
            found = self._labelled(number) or self._first_from(number)
            if found is not None:
                yield found
            reached = found.end if found is not None else self.groups[number][1]
            number += 1
            while number < len(self.groups) and self.groups[number][0] < reached:
                number += 1

    def _first_from(self, number: int) -> FoundSecret | None:
        """The longest that begins with this group."""
        pieces = [self.plain[slice(*each)] for each in self.groups[number : number + 30]]
        for count in range(len(pieces), 0, -1):
            some = pieces[:count]
            if sum(map(len, some)) >= 10 and (found := self._one(number, some)) is not None:
                return found
        return None

    def _one(self, number: int, pieces: list[str]) -> FoundSecret | None:
        """These groups, from that on, if together they are one number."""
        bare, start, end = "".join(pieces), self.groups[number][0], self.groups[number + len(pieces) - 1][1]
        money, day = (self._meets(spans, start, end) for spans in (self.money, self.days))
        if len(bare) == 17 and (last := _LAST_X.match(self.plain, end)) is not None:
            bare, end = f"{bare}X", last.end()
        if len(pieces) > 1 and (money or any(a < start < b or a < end < b for a, b in self.days)):
            return None
        if _is_citizen(bare, len(pieces)):
            return FoundSecret(start, end, Secret.NUMBER, bare, _number_in_words(bare))
        if _is_card(pieces) and not self._years(pieces):
            return FoundSecret(start, end, Secret.ACCOUNT, bare, masked_account(bare))
        return None if day else self._phone(start, end, pieces)

    def _phone(self, start: int, end: int, pieces: list[str]) -> FoundSecret | None:
        bare = "".join(pieces)
        if _MOBILE.fullmatch(bare) and not _round(pieces):
            start -= self.plain[start - 1 : start] == "+"
            return FoundSecret(start, end, Secret.PHONE, bare[-11:], f"{bare[-11:-8]}****{bare[-4:]}")
        if len(pieces) > 1 and pieces[0] in ("86", "0086"):
            pieces = [f"0{pieces[1].removeprefix('0')}", *pieces[2:]]
            bare = "".join(pieces)
        landline = _LANDLINE.fullmatch(bare)
        if landline is None or (len(pieces) == 1 and not _rings(landline)):
            return None
        area = landline[1]
        if len(pieces) > 1 and pieces[0] != area:
            return None
        return FoundSecret(start, end, Secret.PHONE, bare, f"{area}-****{bare[-4:]}")

    def _labelled(self, number: int) -> FoundSecret | None:
        """What stands behind a word that says what it is, of whatever length, but for amounts, counts and days."""
        start = self.groups[number][0]
        before = self.plain[max(0, start - _LONGEST_LABEL) : start]
        last = number
        while last + 1 < len(self.groups) and self._gap(last) in (" ", "-", "\u3000"):
            last += 1
        end = self.groups[last][1]
        bare = "".join(self.plain[slice(*each)] for each in self.groups[number : last + 1])
        if (
            _PLAIN_DAY.fullmatch(bare)
            or _COUNTED.match(self.plain, end)
            or self._meets(self.money, start, end)
            or self._meets(self.days, start, end)
        ):
            return None
        if _ACCOUNT_LABEL.search(before) and 9 <= len(bare) <= 30 and not _is_citizen(bare, 2):
            return FoundSecret(start, end, Secret.ACCOUNT, bare, masked_account(bare))
        if _PHONE_LABEL.search(before) and 7 <= len(bare) <= 12 and not _LANDLINE.fullmatch(bare):
            return FoundSecret(start, end, Secret.PHONE, bare, masked_phone(bare))
        if _NUMBER_LABEL.search(before) and 12 <= len(bare) <= 20 and len(bare) not in (15, 17, 18):
            return FoundSecret(start, end, Secret.NUMBER, bare, masked_number(bare))
        return None

    def _gap(self, number: int) -> str:
        return self.plain[self.groups[number][1] : self.groups[number + 1][0]]

    def _years(self, pieces: list[str]) -> bool:
        return len(pieces) > 1 and all(each[:2] in ("19", "20") and len(each) == 4 for each in pieces)

    @staticmethod
    def _meets(spans: list[tuple[int, int]], start: int, end: int) -> bool:
        return any(first < end and start < last for first, last in spans)


def _number_in_words(bare: str) -> str:
    return f"{bare[:6]}{'*' * 8}{bare[-4:]}" if len(bare) == 18 else f"{bare[:6]}{'*' * 6}{bare[-3:]}"


def _is_citizen(bare: str, groups: int) -> bool:
    """Whether digits are a citizen number of 18 or 15 places; unbroken ones of such a length always are held to be."""
    if groups == 1:
        return len(bare) in (15, 18)
    return _CITIZEN.fullmatch(bare) is not None or _OLD_CITIZEN.fullmatch(bare) is not None


def _is_card(pieces: list[str]) -> bool:
    """Whether groups are a bank's card: so many unbroken digits, or fours as cards are embossed."""
    if len(pieces) == 1:
        return len(pieces[0]) >= 16
    return 15 <= sum(map(len, pieces)) <= 24 and _CARD_GROUPS.fullmatch(" ".join(pieces)) is not None


def _rings(landline: re.Match[str]) -> bool:
    """Whether unbroken digits may be a telephone: no place's numbers begin with 0, 1 or 9, and 010 and 02x have eight."""
    area, rest = landline.groups()
    return rest[0] in "2345678" and (len(area) == 4 or len(rest) == 8)


def _round(pieces: list[str]) -> bool:
    """Whether groups are rather round sums in a row, or numbers of articles, than a mobile telephone."""
    return [*map(len, pieces)] not in _WAYS_OF_MOBILES and all(each.endswith("0") for each in pieces)
