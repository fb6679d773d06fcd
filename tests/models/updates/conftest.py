"""Setups of newer programs, as far as they are read: a version resource, and SHA256SUMS beside it."""

from __future__ import annotations

import hashlib
import struct

import pytest

from models.updates.update_pack import SUMS


def node(name: str, value: bytes, size: int, kind: int, below: bytes = b"") -> bytes:
    """A node of a version resource."""
    head = name.encode("utf-16-le") + b"\0\0"
    head += b"\0" * (-(6 + len(head)) % 4)
    content = head + value + b"\0" * (-len(value) % 4) + below
    return (struct.pack("<HHH", 6 + len(content), size, kind) + content).ljust(
        -(-(6 + len(content)) // 4) * 4, b"\0"
    )


def version_resource(**words: str) -> bytes:
    texts = b"".join(
        node(name, (text + "\0").encode("utf-16-le"), len(text) + 1, 1) for name, text in words.items()
    )
    table = node("StringFileInfo", b"", 0, 1, node("080404b0", b"", 0, 1, texts))
    return node("VS_VERSION_INFO", bytes(52), 52, 0, table)


def setup_in(folder, version="99.1.0", news="* 新的一条\r\n", product="优抚一人一档", sums=True):
    """A setup in a folder, and what SHA256SUMS says of it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"优抚一人一档-{version}-setup.exe"
    words = {"ProductName": product, "ProductVersion": version, "Comments": news}
    file.write_bytes(b"MZ".ljust(400, b"\0") + version_resource(**words) + bytes(3000))
    if sums:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        (folder / SUMS).write_text(f"{digest}  {file.name}\n", "utf-8")
    return file


@pytest.fixture
def setup_file(tmp_path):
    return setup_in(tmp_path / "U盘")
