"""Modules of a QR code (ISO/IEC 18004): its black and white squares, and the path that draws the black ones."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

FIRST_PLACE = 0x4E00  # the character that stands for the first module: from here on none is a space


class QrModules(NamedTuple):
    """The squares of a code, without the quiet zone."""

    side: int  # how many stand in a row, and how many rows there are
    shades: bytes  # row by row from the top, a byte each: 0 is black, 255 is white

    @property
    def path(self) -> str:
        """A rectangle for each black run, one module to the unit, downwards from the upper left corner."""
        runs = _black_runs(self.side)
        return " ".join(map(runs.__getitem__, runs.cut(self.shades)))


class BlackRuns(dict[str, str]):
    """For codes of one size: a run of black modules, each written as the character of its place, as the operators that draw it.

    A page has two hundred runs and seldom one that no page before it had.
    """

    def __init__(self, side: int) -> None:
        super().__init__()
        self.side = side
        places = range(FIRST_PLACE, FIRST_PLACE + side * side)
        self.black = int.from_bytes("".join(map(chr, places)).encode("utf-16-le"), "little")
        self.spaces = int.from_bytes((" " * len(places)).encode("utf-16-le"), "little")

    def cut(self, shades: bytes) -> list[str]:
        """The runs of a code: the character of its place for each black module, a space for each white one, cut at the spaces."""
        white = int.from_bytes(shades.replace(b"\xff", b"\xff\xff").replace(b"\0", b"\0\0"), "little")
        written = self.black ^ (white & (self.black ^ self.spaces))
        return written.to_bytes(2 * len(shades), "little").decode("utf-16-le").split()

    def __missing__(self, run: str) -> str:
        self[run] = drawn = " ".join(self._rectangles(run))
        return drawn

    def _rectangles(self, run: str) -> list[str]:
        """One, or one for each row where a run goes on from the end of a row to the next."""
        y, x = divmod(ord(run[0]) - FIRST_PLACE, self.side)
        left, found = len(run), []
        while left:
            broad = min(left, self.side - x)
            found.append(f"{x} {y} {broad} 1 re")
            left, x, y = left - broad, 0, y + 1
        return found


_black_runs = cache(BlackRuns)

__all__ = ["QrModules"]
