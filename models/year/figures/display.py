"""How a figure is printed: exact, in 万元, or as a floor with 余; the exact amount itself is always kept."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

EXACT, WAN, FLOOR = "exact", "wan", "floor"  # 照实 / 以万元计 / 取整加“余”
TEN_THOUSAND = Decimal(10_000)
YUAN = "元"
Value = int | Decimal


@dataclass(frozen=True, slots=True)
class Display:
    """One way of printing. ``step`` is that of a floor: a count (10, 50, 100), or 万元 (1, 0.1) where it is money."""

    mode: str = EXACT
    step: Decimal = Decimal(1)

    def shown(self, value: Value, unit: str) -> str:
        """The value with its unit as it stands in the text: 41份, 4.2万元, 150余条, 7万余元."""
        money = unit == YUAN
        if self.mode == FLOOR:
            return _floored(value, self.step, unit, TEN_THOUSAND if money else Decimal(1))
        if self.mode == WAN and money:
            wan = (value / TEN_THOUSAND).quantize(Decimal("0.001"), ROUND_HALF_UP)
            if wan or not value:
                return f"{plain(wan)}万元"
        return f"{plain(value)}{unit}"


def _floored(value: Value, step: Decimal, unit: str, scale: Decimal) -> str:
    """The floor in steps, with 余 when there is more; a value below one step is printed exactly."""
    floor = value // (step * scale) * step
    if not floor:
        return f"{plain(value)}{unit}"
    wan = "" if scale == 1 else "万"
    more = "余" if value > floor * scale else ""
    return f"{plain(floor)}{wan}{more}{unit}"


def plain(value: Value) -> str:
    """A number without an exponent and without zeros behind its last digit."""
    words = f"{value:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
