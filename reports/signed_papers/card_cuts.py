"""Cuts of a visit card: what was ticked and what was written, as upright pictures, found from the card's code."""

from __future__ import annotations

import math
from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from PIL import Image
from reportlab.lib.units import mm

from reports.paper.layout import BODY
from reports.signed_papers.code_reading import Corner
from reports.visit_plans.cards import CARD_CODE, FOOT_HEIGHT, ROOM, TICK_HEIGHT

CUT_SCALE = 6.0  # pixels a millimetre: 150 dpi
SLACK_MM = 3.0  # around a cut, for a code of 13 mm tells the card's other end no better
WIDE = BODY / mm


class CardCuts(NamedTuple):
    """The cut pictures, as JPEG."""

    ticks: bytes
    writing: bytes


class CardPlace:
    """Where a card lies on a picture: told by the corners of its code, which ends at the card's upper right corner."""

    def __init__(self, corners: Sequence[Corner]) -> None:
        left_top, self.corner, right_low, left_low = corners
        size = CARD_CODE / mm
        self.along = _mean(_step(left_top, self.corner, size), _step(left_low, right_low, size))
        self.down = _mean(_step(self.corner, right_low, size), _step(left_top, left_low, size))

    def at(self, right: float, low: float) -> Corner:
        """The point of the picture so many mm right of and below the card's upper right corner."""
        return (
            self.corner[0] + right * self.along[0] + low * self.down[0],
            self.corner[1] + right * self.along[1] + low * self.down[1],
        )

    def cut(self, picture: Image.Image, top: float, low: float) -> bytes:
        """The card's whole breadth between two heights, in mm below its upper edge, upright."""
        top, low, left, right = top - SLACK_MM, low + SLACK_MM, -WIDE - SLACK_MM, SLACK_MM
        size = round((right - left) * CUT_SCALE), round((low - top) * CUT_SCALE)
        around = (self.at(left, top), self.at(left, low), self.at(right, low), self.at(right, top))
        flat = [value for corner in around for value in corner]
        upright = picture.convert("RGB").transform(
            size, Image.Transform.QUAD, flat, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255)
        )
        made = BytesIO()
        upright.save(made, "JPEG", quality=85)
        return made.getvalue()


def cut_card(picture: Image.Image, corners: Sequence[Corner], penned: int) -> CardCuts:
    """What stands on a card from where its room for the pen begins (mm below its upper edge) down to its foot."""
    place, foot = CardPlace(corners), ROOM / mm
    ticks = foot - FOOT_HEIGHT / mm
    return CardCuts(place.cut(picture, ticks, ticks + TICK_HEIGHT / mm), place.cut(picture, penned, foot))


def _step(start: Corner, end: Corner, size: float) -> Corner:
    """One mm in the direction from one corner of the code to the next."""
    return (end[0] - start[0]) / size, (end[1] - start[1]) / size


def _mean(one: Corner, other: Corner) -> Corner:
    """The direction of the two, with the length of the two: what a code says of it on both its sides."""
    along, down = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
    length = (math.hypot(*one) + math.hypot(*other)) / 2
    times = length / (math.hypot(along, down) or 1)
    return along * times, down * times
