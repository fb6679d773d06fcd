"""Invented people for the practice archive 演练库: as many as an office has, and as untidy, and none of them real.

Whoever is invented can be told at a glance: the sequence in the citizen number is 99x, mobile numbers
begin with 154 (which no network gives out) and account numbers with 622848999.
"""

from models.practice.people import InventedPerson, invented_people

__all__ = ["InventedPerson", "invented_people"]
