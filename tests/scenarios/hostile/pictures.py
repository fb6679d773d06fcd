"""Hostile pictures: more dots than memory, drawn over without end, words that unpack to gigabytes, cut short though they end rightly."""

from __future__ import annotations

import random
import struct
import zlib
from io import BytesIO

from PIL import Image

from tests.scenarios.hostile.bombs import MB, zlib_stream

SIDE = 60_000


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG with its checksum (PNG 5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: bytes, bits: int = 1, colour: int = 0, more: bytes = b"") -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + more + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def made(kind: str, size: tuple[int, int] = (300, 200), mode: str = "L", **more: object) -> bytes:
    """Noise, which no picture packs well."""
    out = BytesIO()
    noise = random.Random(1).randbytes(size[0] * size[1] * len(mode))
    Image.frombytes(mode, size, noise).save(out, kind, **more)
    return out.getvalue()


def even(kind: str, size: tuple[int, int], mode: str, **more: object) -> bytes:
    """As large as is taken, and all of one colour."""
    out = BytesIO()
    Image.new(mode, size).save(out, kind, **more)
    return out.getvalue()


def huge_jpeg() -> bytes:
    whole = bytearray(made("JPEG"))
    at = whole.index(b"\xff\xc0") + 5
    whole[at : at + 4] = struct.pack(">HH", SIDE, SIDE)
    return bytes(whole)


def huge_tiff() -> bytes:
    """Strips that are said to lie far behind the file's end."""
    fields = (
        (256, SIDE),
        (257, SIDE),
        (258, 8),
        (259, 1),
        (262, 1),
        (273, 8),
        (277, 1),
        (278, SIDE),
        (279, 99),
    )
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in fields)
    return b"II*\0" + struct.pack("<IH", 8, len(fields)) + entries + struct.pack("<I", 0)


def ring_of_tiffs() -> bytes:
    """A page that is followed by itself."""
    whole = bytearray(even("TIFF", (9, 9), "L"))
    first = struct.unpack_from("<I", whole, 4)[0]
    struct.pack_into("<I", whole, first + 2 + 12 * struct.unpack_from("<H", whole, first)[0], first)
    return bytes(whole)


def huge_bmp() -> bytes:
    return (
        b"BM"
        + struct.pack("<IHHIIiiHHIIiiII", 9999, 0, 0, 54, 40, SIDE, SIDE, 1, 24, 0, 0, 0, 0, 0, 0)
        + bytes(99)
    )


def drawn_over(scans: int, size: tuple[int, int]) -> bytes:
    """A progressive JPEG whose last scan comes again and again."""
    whole = even("JPEG", size, "L", progressive=True)
    scan = whole[whole.rindex(b"\xff\xda") : -2]
    return whole[:-2] + scan * scans + b"\xff\xd9"


def cut_jpeg(**more: object) -> bytes:
    whole = made("JPEG", **more)
    return whole[: len(whole) * 3 // 5] + b"\xff\xd9"


def cut_png() -> bytes:
    """Half the dots, packed rightly and ended rightly."""
    return png(300, 200, zlib.compress(bytes(301 * 100)), bits=8)


def cut_tiff() -> bytes:
    whole = made("TIFF")
    return whole[:200] + whole[30_000:] if whole[4:8] == b"\x08\0\0\0" else whole[:30_000]


PICTURES = {
    "a PNG of 60,000 by 60,000": lambda: png(SIDE, SIDE, zlib_stream(bytes(7501), SIDE)),
    "a JPEG of 60,000 by 60,000": huge_jpeg,
    "a TIFF of 60,000 by 60,000": huge_tiff,
    "a BMP of 60,000 by 60,000": huge_bmp,
    "as many coloured dots as are taken": lambda: even("PNG", (7000, 7000), "RGBA"),
    "as many photographed dots as are taken": lambda: even("JPEG", (7000, 7000), "RGB"),
    "as many dots of a scanner as are taken": lambda: even("TIFF", (7000, 7000), "RGB", compression="tiff_deflate"),
    "as many dots of the web as are taken": lambda: even("WEBP", (7000, 7000), "RGB", lossless=True, method=0),
    "one row of fifty million dots": lambda: png(50_000_000, 1, zlib.compress(bytes(6_250_001))),
    "a TIFF that goes round": ring_of_tiffs,
    "a TIFF of four hundred empty pages": lambda: even(
        "TIFF", (7000, 7000), "1", compression="group4", save_all=True, append_images=[Image.new("1", (7000, 7000))] * 40
    ),
    "a JPEG drawn over a hundred times": lambda: drawn_over(100, (64, 64)),
    "a large JPEG drawn over as often as is taken": lambda: drawn_over(50, (7000, 7000)),
    "a PNG whose words unpack to four gigabytes": lambda: png(
        9, 9, zlib.compress(bytes(27)), more=chunk(b"zTXt", b"a\0\0" + zlib_stream(bytes(MB), 4096))
    ),
    "a PNG whose colours unpack to four gigabytes": lambda: png(
        9, 9, zlib.compress(bytes(27)), more=chunk(b"iCCP", b"a\0\0" + zlib_stream(bytes(MB), 4096))
    ),
    "a PNG of few dots whose rows unpack to four gigabytes": lambda: png(9, 9, zlib_stream(bytes(MB), 4096)),
    "a JPEG cut short": cut_jpeg,
    "a progressive JPEG cut short": lambda: cut_jpeg(progressive=True),
    "a PNG cut short": cut_png,
    "a TIFF cut short": cut_tiff,
    "a BMP cut short": lambda: made("BMP")[:-20_000],
    "a WebP cut short": lambda: made("WEBP")[:-2_000],
    "a drawing that calls for files": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        b'<svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text><image href="file:///etc/passwd"/></svg>'
    ),
}  # fmt: skip
CUT_SHORT = [name for name in PICTURES if name.endswith("cut short")]
