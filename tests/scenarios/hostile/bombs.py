"""Bombs: packed bytes that unpack to gigabytes, made without ever unpacking them."""

from __future__ import annotations

import zlib

MB = 1 << 20


def deflated(content: bytes, times: int) -> bytes:
    """The raw deflate stream of a content that comes so often; each turn is the same block, packed once."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * times + packer.flush()


def zlib_stream(content: bytes, times: int) -> bytes:
    """The same with zlib's head and its checksum, reckoned for a content of zeros alone."""
    size = len(content) * times
    sum_of_zeros = (size % 65521) << 16 | 1
    return b"\x78\xda" + deflated(content, times) + sum_of_zeros.to_bytes(4, "big")
