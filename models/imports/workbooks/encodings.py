"""The encoding of a text that a stranger wrote: UTF-8, UTF-16 with or without its mark, GB18030, Big5; told by what it holds."""

from __future__ import annotations

import re

BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
LOOKED_AT_BYTES = 200_000
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)|encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
USUAL_SHARE = 0.85  # of the Chinese characters of an honest text that its encoding calls usual
STRANGE_SHARE = 0.6  # with fewer a text was decoded wrongly
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # what no text holds
CHINESE = re.compile(r"[㐀-鿿]")


def decoded(data: bytes) -> str | None:
    """The text of some bytes; None when they are none."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _in(data, encoding)
    if b"\0" in data:
        return _utf_16(data)
    text = _in(data, "utf-8")
    return text if text is not None else _chinese(data)


def said_charset(data: bytes) -> str:
    """The encoding that a page or an XML file says it has; '' when it says none."""
    found = CHARSET.search(data[:4096])
    return (found[1] or found[2]).decode("ascii").lower() if found else ""


def _in(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return None if CONTROLS.search(text) else text


def _utf_16(data: bytes) -> str | None:
    """A text of two bytes each without its mark: noughts stand beside each figure and comma, always on one side."""
    low, high = data[1::2].count(0), data[0::2].count(0)
    return _in(data, "utf-16-le" if low > high else "utf-16-be") if low != high else None


def _chinese(data: bytes) -> str | None:
    """GB18030, or Big5 where what GB18030 makes of it is no Chinese that anybody writes."""
    simple = _in(data, "gb18030")
    if simple is not None and _usual(simple, "gb2312", b"\xb0", b"\xd8") >= STRANGE_SHARE:
        return simple
    full = _in(data, "cp950")
    if full is not None and _usual(full, "big5", b"\xa4", b"\xc7") >= USUAL_SHARE:
        return full
    return simple


def _usual(text: str, encoding: str, first: bytes, beyond: bytes) -> float:
    """How much of the Chinese of a text is in the usual half of an encoding: between these leading bytes."""
    characters = CHINESE.findall(text[:LOOKED_AT_BYTES])
    usual = sum(first <= each.encode(encoding, "ignore")[:1] < beyond for each in characters)
    return usual / len(characters) if characters else 1.0
