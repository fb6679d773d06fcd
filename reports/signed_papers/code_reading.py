"""The reading of codes from the picture of a page: as it lies, then with what helps against dirt, haste and small scans.

Coloured ink is made light first, so that a red seal or a blue signature over a code does not count as black.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

import zxingcpp
from PIL import Image, ImageChops, ImageFilter

from models.archive.code_signs import CodeStanding
from reports.paper.page_mark import ReadCode, read_code

Corner = tuple[float, float]
QR_CODES = zxingcpp.barcode_formats_from_str("QRCode")
LARGEST_READ = 3600  # pixels of the longer side; more only costs time
GREYS = (110, 150, 75)  # what counts as black, of 255, when the picture itself does not say
BLURRED = (1.0, 2.0)  # pixels
LARGER = (1.5, 2.0)  # times
TURNED = (15, 45)  # degrees


class FoundCode(NamedTuple):
    """A code on a page: what it says, and its corners in pixels of the picture, from the upper left of the code clockwise."""

    read: ReadCode
    corners: tuple[Corner, ...]


def codes_on(picture: Image.Image) -> list[FoundCode]:
    """The codes of ours on a page, those of the archive first; empty where none can be read."""
    grey = without_colour(picture)
    shrunk = max(1.0, max(grey.size) / LARGEST_READ)
    if shrunk > 1:
        grey = grey.resize((round(grey.width / shrunk), round(grey.height / shrunk)), Image.Resampling.BOX)
    for tried in _tries(grey):
        if found := _codes(tried, shrunk, grey.size):
            return sorted(found, key=lambda code: code.read.standing != CodeStanding.OWN)
    return []


def without_colour(picture: Image.Image) -> Image.Image:
    """The picture in grey, in which ink of any colour is as light as its lightest part."""
    if picture.mode in ("1", "L", "LA", "I;16"):
        return picture.convert("L")
    red, green, blue = picture.convert("RGB").split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


class Tried(NamedTuple):
    """The picture made readable in some way: how much larger it is, and by how many degrees it was turned to the left."""

    picture: Image.Image
    times: float = 1
    turned: float = 0

    def place(self, x: float, y: float, untried: tuple[int, int]) -> Corner:
        """Where a point of it lies on the picture as it was, whose size is given."""
        cos, sin = math.cos(math.radians(self.turned)), math.sin(math.radians(self.turned))
        right, down = x - self.picture.width / 2, y - self.picture.height / 2
        across, along = right * cos - down * sin, right * sin + down * cos
        return untried[0] / 2 + across / self.times, untried[1] / 2 + along / self.times


def _tries(grey: Image.Image) -> Iterator[Tried]:
    """The picture in one way after another, the cheap ones first."""
    yield Tried(grey)
    yield from (Tried(grey.point(_blacker_than(level))) for level in GREYS)
    for radius in BLURRED:
        blurred = grey.filter(ImageFilter.GaussianBlur(radius))
        yield Tried(blurred)
        yield from (Tried(blurred.point(_blacker_than(level))) for level in GREYS)
    yield Tried(grey.filter(ImageFilter.MedianFilter(3)))
    for times in LARGER:
        size = round(grey.width * times), round(grey.height * times)
        yield Tried(grey.resize(size, Image.Resampling.BICUBIC), times)
    for angle in TURNED:
        turned = grey.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        yield Tried(turned, turned=angle)


def _blacker_than(level: int) -> Callable[[int], int]:
    return lambda grey: 255 if grey > level else 0


def _codes(tried: Tried, shrunk: float, untried: tuple[int, int]) -> list[FoundCode]:
    found = []
    for code in zxingcpp.read_barcodes(tried.picture, formats=QR_CODES, try_invert=False):
        try:
            read = read_code(code.text)
        except ValueError:  # a code of somebody else's that happens to be on the paper
            continue
        seen = code.position
        places = (
            tried.place(each.x, each.y, untried)
            for each in (seen.top_left, seen.top_right, seen.bottom_right, seen.bottom_left)
        )
        found.append(FoundCode(read, tuple((x * shrunk, y * shrunk) for x, y in places)))
    return found
