"""The display of a figure: exact, in 万元, or as a floor with 余; the exact amount itself is always kept."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

DISPLAY_EXACT, DISPLAY_WAN, DISPLAY_FLOOR = "exact", "wan", "floor"  # 照实 / 以万元计 / 取整加“余”
WAN_YUAN = Decimal(10_000)
YUAN = "元"
FigureValue = int | Decimal


@dataclass(frozen=True, slots=True)
class Display:
    """One way of printing. ``step`` is that of a floor: a count (10, 50, 100), or 万元 (1, 0.1) where it is money."""

    mode: str = DISPLAY_EXACT
    step: Decimal = Decimal(1)

    def shown(self, value: FigureValue, unit: str) -> str:
        """The value with its unit as it stands in the text: 41份, 4.2万元, 150余条, 7万余元."""
        money = unit == YUAN
        if self.mode == DISPLAY_FLOOR:
            return _floored(value, self.step, unit, WAN_YUAN if money else Decimal(1))
        if self.mode == DISPLAY_WAN and money:
            wan = (value / WAN_YUAN).quantize(Decimal("0.001"), ROUND_HALF_UP)
            if wan or not value:
                return f"{plain_number(wan)}万元"
        return f"{plain_number(value)}{unit}"


def _floored(value: FigureValue, step: Decimal, unit: str, scale: Decimal) -> str:
    """The floor in steps, with 余 when there is more; a value below one step is printed exactly."""
    floor = value // (step * scale) * step
    if not floor:
        return f"{plain_number(value)}{unit}"
    wan = "" if scale == 1 else "万"
    more = "余" if value > floor * scale else ""
    return f"{plain_number(floor)}{wan}{more}{unit}"


def plain_number(value: FigureValue) -> str:
    """A number without an exponent and without zeros behind its last digit."""
    words = f"{value:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
