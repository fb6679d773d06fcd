"""A Windows program file (PE) as far as the build must read it: machine, versions, what it imports and exports.

Layout after Microsoft's "PE Format" specification; only the 64-bit kind and what we check is read.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from resources.version_words import version_words

X64 = 0x8664
EXPORTS, IMPORTS, DELAYED = 0, 1, 13  # places in the table of directories
FIXED_VERSION = struct.pack("<I", 0xFEEF04BD)


class Program:
    """One .exe, .dll or .pyd."""

    def __init__(self, path: Path) -> None:
        """Raises ``ValueError`` for what is no program file."""
        self.path = path
        self.bytes = path.read_bytes()
        (start,) = struct.unpack_from("<I", self.bytes, 0x3C)
        if self.bytes[:2] != b"MZ" or self.bytes[start : start + 4] != b"PE\0\0":
            raise ValueError(f"{path} is no Windows program")
        self.machine, sections = struct.unpack_from("<HH", self.bytes, start + 4)
        (size,) = struct.unpack_from("<H", self.bytes, start + 20)
        self._optional = start + 24
        table = self._optional + size
        self._sections = [struct.unpack_from("<8xIIII", self.bytes, table + 40 * i) for i in range(sections)]

    @property
    def subsystem(self) -> tuple[int, int]:
        """The oldest version of Windows that it says it runs on."""
        major, minor = struct.unpack_from("<HH", self.bytes, self._optional + 48)
        return major, minor

    @cached_property
    def version(self) -> tuple[int, int, int, int]:
        """The file version that Windows shows; zeros when it has none."""
        place = self.bytes.find(FIXED_VERSION)
        if place < 0:
            return 0, 0, 0, 0
        high, low = struct.unpack_from("<II", self.bytes, place + 8)
        return high >> 16, high & 0xFFFF, low >> 16, low & 0xFFFF

    @cached_property
    def words(self) -> dict[str, str]:
        """What Windows shows of it, by ``FileDescription``, ``CompanyName`` and so on; nothing when it has none."""
        return version_words(self.bytes)

    @cached_property
    def exports(self) -> list[str]:
        """The names that others may use."""
        table = self._directory(EXPORTS)
        if not table:
            return []
        count, _, names = struct.unpack_from("<III", self.bytes, self._at(table) + 24)
        return [self._name(self._number(names + 4 * i)) for i in range(count)]

    @cached_property
    def imports(self) -> dict[str, list[str]]:
        """The names that it uses, by the DLL that must have them; delayed ones too, numbers left out."""
        found: dict[str, list[str]] = {}
        for dll, names in [*self._imported(IMPORTS, 20, 12, 0), *self._imported(DELAYED, 32, 4, 16)]:
            found.setdefault(dll.lower(), []).extend(names)
        return found

    def _imported(self, directory: int, step: int, name: int, lookup: int) -> Iterator[tuple[str, list[str]]]:
        entry = self._directory(directory)
        while entry and (dll := self._number(entry + name)):
            table = self._number(entry + lookup) or self._number(entry + 16)
            yield self._name(dll), list(self._looked_up(table))
            entry += step

    def _looked_up(self, table: int) -> Iterator[str]:
        while True:
            (place,) = struct.unpack_from("<Q", self.bytes, self._at(table))
            if not place:
                return
            if not place >> 63:  # else it is imported by number
                yield self._name(place + 2)
            table += 8

    def _directory(self, number: int) -> int:
        (place,) = struct.unpack_from("<I", self.bytes, self._optional + 112 + 8 * number)
        return int(place)

    def _at(self, address: int) -> int:
        """Where in the file lies what Windows will load at that address."""
        for size, begins, raw_size, raw in self._sections:
            if begins <= address < begins + max(size, raw_size):
                return int(address - begins + raw)
        raise ValueError(f"{self.path}: nothing at {address:#x}")

    def _number(self, address: int) -> int:
        (number,) = struct.unpack_from("<I", self.bytes, self._at(address))
        return int(number)

    def _name(self, address: int) -> str:
        place = self._at(address)
        return self.bytes[place : self.bytes.index(b"\0", place)].decode("ascii")
